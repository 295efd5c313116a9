"""Start a window in a process of its own and learn when it was painted.

The process is told by the environment variable COUNTERPOISE_PAINT_PROBE where to write, once its
window has been painted for the first time, the moment (`painted`, of the system-wide monotonic
clock, in nanoseconds), how long it had waited for a busy machine by then (`waited`) and the names
of its loaded modules (`modules`); then it quits.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PROBE = "COUNTERPOISE_PAINT_PROBE"
PATIENCE = 30  # seconds
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Paint:
    """The first paint of a process."""

    seconds: float
    """From the start of the process, without what a busy machine gave to others meanwhile."""
    modules: frozenset[str]
    """What was loaded by then."""


def paint(*arguments: str) -> Paint:
    """Run Python with these arguments, without a screen, until its first window is painted.

    Raises:
        RuntimeError: the process ended without having painted; the message is what it said.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "paint.json"
        started = time.monotonic_ns()
        process = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment(folder) | {PROBE: str(report)},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        if process.returncode or not report.exists():
            raise RuntimeError(f"{arguments} painted no window:\n{process.stdout}{process.stderr}")
        said = json.loads(report.read_text(encoding="utf-8"))
    return Paint((said["painted"] - started - said["waited"]) / 1e9, frozenset(said["modules"]))


def environment(folder: str) -> dict[str, str]:
    """Return the variables of a process with no screen and with settings of its own in `folder`.

    Compiled modules are kept between starts, as on a user's machine.
    """
    own = {f"XDG_{kind}_HOME": folder for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | own | {"QT_QPA_PLATFORM": "offscreen"}
