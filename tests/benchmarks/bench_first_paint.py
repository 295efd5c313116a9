"""From the start of the process to the first paint, beside a bare PySide6 window."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.launch import ROOT, Paint, environment, paint
from tests.benchmarks.timing import pair_of

ROUNDS = 11
BARE = str(Path(__file__).with_name("bare_window.py"))
HEAVY = ("numpy", "sqlalchemy", "apsw", "reportlab", "uharfbuzz", "pypdfium2", "PIL")


def measure() -> Iterator[Figure]:
    """Measure the start window, and the window with the worked example shown."""
    with tempfile.TemporaryDirectory() as folder:
        sample = make_sample(Path(folder))
        starts, samples, bare = _rounds(sample)
    yield _figure("first paint, start window", starts, bare, "ratio <= 1.5")
    yield _figure("first paint, worked example shown", samples, bare, "ratio <= 3.5")
    yield Figure(
        name="heavy modules loaded at first paint",
        value=len(heavy_modules(starts[0])),
        unit="modules",
        aim="value <= 0",
    )


def make_sample(folder: Path) -> Path:
    """Make a copy of the worked example in a folder."""
    path = folder / "sample.poise"
    subprocess.run(
        [sys.executable, "-m", "app", "new", str(path), "--sample"],
        cwd=ROOT,
        env=environment(str(folder)),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return path


def heavy_modules(first: Paint) -> list[str]:
    """Return which of the modules that are slow to import were loaded at a first paint."""
    return [name for name in HEAVY if name in first.modules]


def _rounds(sample: Path) -> tuple[list[Paint], list[Paint], list[Paint]]:
    """Start each window in turn, once more than counted to warm the disk's cache."""
    taken = [
        (paint("-m", "app"), paint("-m", "app", str(sample)), paint(BARE))
        for _ in range(ROUNDS + 1)
    ]
    starts, samples, bare = zip(*taken[1:], strict=True)
    return list(starts), list(samples), list(bare)


def _figure(name: str, ours: list[Paint], bare: list[Paint], aim: str) -> Figure:
    pair = pair_of([(a.seconds, b.seconds) for a, b in zip(ours, bare, strict=True)])
    return Figure(
        name=name,
        value=pair.work * 1e3,
        unit="ms",
        reference=pair.reference * 1e3,
        ratio=pair.ratio,
        aim=aim,
    )
