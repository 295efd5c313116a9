"""A window beside a bare one of PySide6: the time to its first paint, and its memory."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.launch import ROOT, Paint, environment, paint
from tests.benchmarks.timing import pair_of
from tests.benchmarks.window_memory import KINDS

ROUNDS = 11
BARE = str(Path(__file__).with_name("bare_window.py"))
HEAVY = ("numpy", "sqlalchemy", "apsw", "reportlab", "uharfbuzz", "pypdfium2", "PIL", "msgspec")


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
    yield from _memory()


def _memory() -> Iterator[Figure]:
    """What the process of a window holds when it has settled, beside a bare one."""
    held = {kind: _held(kind) for kind in KINDS}
    for kind, what in (
        ("start", "start window"),
        ("sample", "worked example shown"),
        ("pages", "worked example, every page shown"),
    ):
        name = f"memory, {what}"
        yield Figure(name=name, value=held[kind], unit="MB", reference=held["bare"])


def _held(kind: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.window_memory", kind],
            cwd=ROOT,
            env=environment(folder),
            capture_output=True,
            text=True,
            check=True,
        )
    return int(done.stdout) / 2**20


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
