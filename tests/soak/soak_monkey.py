"""Hands that do anything, many times over, each in a process of its own: a crash is seen, too."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.launch import ROOT
from tests.soak.campaigns import none, times

SEEDS = os.environ.get("SOAK_SEEDS", "")
"""The first and the last seed, such as "300-360", where it shall not be the usual ones."""
RUNS, ACTS = 100, 400
PATIENCE = 600  # seconds
TOLD = 12
"""How many of the last acts are told of a run that went wrong."""


def measure() -> Iterator[Figure]:
    """Run each seed and count those that crashed, hung or met an error."""
    seeds = _seeds()
    with tempfile.TemporaryDirectory(prefix="counterpoise-soak-") as folder:
        ends = [_run(seed, Path(folder)) for seed in seeds]
    crashed = [said for code, said in ends if code < 0]
    erred = [said for code, said in ends if code > 0]
    what = f"{len(seeds)} seeds of {ACTS} random acts on the window"
    yield none(f"{what}: crashed or hung", crashed)
    yield none(f"{what}: met an error", erred)


def _seeds() -> range:
    if SEEDS:
        first, _to, last = SEEDS.partition("-")
        return range(int(first), int(last or first) + 1)
    return range(times(RUNS))


def _run(seed: int, folder: Path) -> tuple[int, str]:
    """How a seed ended (as a process does), and what there is to tell of it."""
    diary = folder / f"{seed}.txt"
    command = [sys.executable, "-m", "tests.soak.monkey_run", str(seed), str(ACTS), str(diary)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        code, said = done.returncode, done.stderr
    except subprocess.TimeoutExpired:
        code, said = -signal.SIGALRM, f"nothing for {PATIENCE} s"
    told = "well" if code == 0 else f"ended with {code}: {said}\n{_last(diary)}"
    print(f"    seed {seed}: {told}", file=sys.stderr, flush=True)
    return code, f"seed {seed}"


def _last(diary: Path) -> str:
    acts: Iterable[str] = diary.read_text("utf-8").splitlines() if diary.exists() else ()
    return "\n".join([*acts][-TOLD:])
