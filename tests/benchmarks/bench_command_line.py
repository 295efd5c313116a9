"""How soon the command line answers, beside a Python that does nothing."""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.bench_first_paint import make_sample
from tests.benchmarks.figures import Figure
from tests.benchmarks.launch import ROOT, environment
from tests.benchmarks.timing import Pair, pair_of, paired

ROUNDS = 15
COMMAND = "import sys; from app.cli import main; sys.exit(main())"
"""What the installed command does."""


def measure() -> Iterator[Figure]:
    """Measure the version and the ranking of the worked example."""
    with tempfile.TemporaryDirectory() as folder:
        sample = make_sample(Path(folder))
        yield _figure("counterpoise --version", folder, "ratio <= 3", "--version")
        yield _figure("counterpoise rank", folder, "ratio <= 10", "rank", str(sample))
        yield _processor_figure("counterpoise rank, on the processor", folder, "rank", str(sample))


def _figure(name: str, folder: str, aim: str, *arguments: str) -> Figure:
    pair = paired(
        lambda: _run(folder, "-c", COMMAND, *arguments),
        lambda: _run(folder, "-c", "pass"),
        rounds=ROUNDS,
    )
    return _stated(name, aim, pair)


def _processor_figure(name: str, folder: str, *arguments: str) -> Figure:
    """The same in processor time, which the gate's worker adds to although it works beside."""
    samples = [
        (_spent(folder, "-c", COMMAND, *arguments), _spent(folder, "-c", "pass"))
        for _ in range(ROUNDS)
    ]
    return _stated(name, "ratio <= 10", pair_of(samples))


def _spent(folder: str, *arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(folder, *arguments)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def _stated(name: str, aim: str, pair: Pair) -> Figure:
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
