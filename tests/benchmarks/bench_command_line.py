"""How soon the command line answers, beside a Python that does nothing."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.bench_first_paint import make_sample
from tests.benchmarks.figures import Figure
from tests.benchmarks.launch import ROOT, environment
from tests.benchmarks.timing import paired

ROUNDS = 15
COMMAND = "import sys; from app.cli import main; sys.exit(main())"
"""What the installed command does."""


def measure() -> Iterator[Figure]:
    """Measure the version and the ranking of the worked example."""
    with tempfile.TemporaryDirectory() as folder:
        sample = make_sample(Path(folder))
        yield _figure("counterpoise --version", folder, "ratio <= 3", "--version")
        yield _figure("counterpoise rank", folder, "ratio <= 10", "rank", str(sample))


def _figure(name: str, folder: str, aim: str, *arguments: str) -> Figure:
    pair = paired(
        lambda: _run(folder, "-c", COMMAND, *arguments),
        lambda: _run(folder, "-c", "pass"),
        rounds=ROUNDS,
    )
    return Figure(
        name=name,
        value=pair.work * 1e3,
        unit="ms",
        reference=pair.reference * 1e3,
        ratio=pair.ratio,
        aim=aim,
    )


def _run(folder: str, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        check=True,
    )
