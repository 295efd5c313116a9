"""How long the bundle takes to start, against the same run from the sources."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from contents import ROOT

TIMES = 5

Command = list[str]


def report(program: Path) -> None:
    """Print the medians of a few runs, taken in turn, in milliseconds, and their ratio."""
    packed, source = [str(program)], [sys.executable, "-m", "app"]
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.poise"
        _run([*packed, "new", str(sample), "--sample"], {})
        print("start-up, median of", TIMES, "runs:      bundle     source    ratio")
        _compare("counterpoise --version", packed, source, lambda c: _timed([*c, "--version"]))
        _compare("counterpoise rank", packed, source, lambda c: _timed([*c, "rank", str(sample)]))
        _compare("the sample on screen", packed, source, lambda c: _painted(c, sample))


def _compare(
    name: str, packed: Command, source: Command, measure: Callable[[Command], float]
) -> None:
    runs = [(measure(packed), measure(source)) for _ in range(TIMES)]
    ours, theirs = (1000 * statistics.median(column) for column in zip(*runs, strict=True))
    print(f"{name:<32} {ours:7.0f} ms {theirs:7.0f} ms {ours / theirs:8.2f}")


def _timed(command: Command) -> float:
    begun = time.monotonic()
    _run(command, {})
    return time.monotonic() - begun


def _painted(command: Command, sample: Path) -> float:
    """Seconds from the start of the process until the ranking is painted, without a screen."""
    probe = sample.with_name("painted.json")
    begun = time.monotonic_ns()
    _run(
        [*command, str(sample)],
        {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "default.warning=false",
            "COUNTERPOISE_PAINT_PROBE": str(probe),
            "HOME": str(sample.parent),
            "XDG_CONFIG_HOME": str(sample.parent / "config"),
            "XDG_DATA_HOME": str(sample.parent / "data"),
        },
    )
    painted: int = json.loads(probe.read_bytes())["painted"]
    return (painted - begun) / 1e9


def _run(command: Command, changes: dict[str, str]) -> None:
    environment = {**os.environ, **changes}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
