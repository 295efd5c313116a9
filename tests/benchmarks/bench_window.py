"""The window at work: a slider's frame, turning to another page, other colours, and letting go.

A slider's frame goes from the move to the ranking and the slider's page repainted; beside it stands
the repaint of the same ranking without a new evaluation. A page that has been shown before is
turned to, made up to date after an edit, and painted.
"""

import gc
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from app.edits.weights import set_swing
from db.model import Assessment, Criterion, Decision, Option, Perspective, Score, Weight
from db.model.rows import canonical
from tests.benchmarks.figures import Figure
from tests.benchmarks.timing import paired
from tests.desktop.sample import read_sample

SIZES = ((12, 15, 8), (50, 50, 16))
"""Options, criteria, and the milliseconds that a frame may take."""
SEED = 20240516
ROUNDS = 3
ASSESSMENTS = 100


def measure() -> Iterator[Figure]:
    """Measure a frame of a slider on the weights page."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = folder
        for options, criteria, limit in SIZES:
            yield _frame(options, criteria, limit, Path(folder))
        yield from _turns("12 × 15", make_assessment(12, 15), Path(folder))
        yield from _turns("worked example", read_sample(), Path(folder))
        yield from _leaks(Path(folder))


def _turns(what: str, assessment: Assessment, folder: Path) -> Iterator[Figure]:
    """How long it takes to turn to each page, and to put on other colours with all pages made."""
    with _shown(assessment, folder) as window:
        from PySide6.QtWidgets import QApplication

        from app.desktop.steps import STEPS

        taken: dict[str, list[float]] = {spec.id: [] for spec in STEPS}
        for _round in range(ROUNDS + 1):
            for spec in STEPS:
                taken[spec.id].append(_seconds(lambda step=spec.id: window.show_step(step)))
        for step, seconds in taken.items():
            yield Figure(
                name=f"page switch to {step}, {what}",
                value=statistics.median(seconds[1:]) * 1e3,
                unit="ms",
                aim="value <= 50",
            )
        colours = [
            _seconds(lambda choice=choice: window.choose_theme(choice))
            for choice in ("dark", "light") * 3
        ]
        widgets = len(QApplication.allWidgets())
        yield Figure(
            name=f"other colours, {what}, {widgets} widgets",
            value=statistics.median(colours) * 1e3,
            unit="ms",
            aim="value <= 300",
        )


def _seconds(act: Callable[[], object]) -> float:
    from PySide6.QtWidgets import QApplication

    began = time.perf_counter()
    act()
    QApplication.processEvents()
    taken = time.perf_counter() - began
    QApplication.processEvents()
    return taken


def _leaks(folder: Path) -> Iterator[Figure]:
    """What a hundred assessments, opened and closed again, leave behind."""
    import tracemalloc

    sample = read_sample()
    with _shown(sample, folder) as window:
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        def turn_over() -> None:
            window.workspace.new(sample)
            for step in ("decision", "scores", "weights", "results"):
                window.show_step(step)
            window.workspace.close()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

        for _round in range(ROUNDS):
            turn_over()
        gc.collect()
        widgets = len(QApplication.allWidgets())
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        for _round in range(ASSESSMENTS):
            turn_over()
        gc.collect()
        left = tracemalloc.get_traced_memory()[0] - before
        tracemalloc.stop()
        more = len(QApplication.allWidgets()) - widgets
    what = f"left by {ASSESSMENTS} assessments opened and closed"
    yield Figure(name=f"widgets {what}", value=more, unit="", aim="value <= 0")
    yield Figure(name=f"memory {what}", value=left / 2**20, unit="MB", aim="value <= 2")


def _frame(options: int, criteria: int, limit: int, folder: Path) -> Figure:
    with _shown(make_assessment(options, criteria), folder) as window:
        from PySide6.QtWidgets import QApplication

        ranking = window.document.ranking
        swings = cycle((35.0, 40.0, 45.0, 50.0, 55.0, 60.0))

        def move() -> None:
            window.workspace.preview(set_swing, "judge", "c0", next(swings))
            QApplication.processEvents()  # paints what the move has changed

        pair = paired(move, ranking.repaint, rounds=15, calls=10)
    return Figure(
        name=f"slider frame, {options} × {criteria}",
        value=pair.work * 1e3,
        unit="ms",
        reference=pair.reference * 1e3,
        ratio=pair.ratio,
        aim=f"value <= {limit}",
    )


@contextmanager
def _shown(assessment: Assessment, _folder: Path) -> Iterator[object]:
    from app.desktop.starting.assembly import make_application, make_window

    application = make_application()
    window = make_window()
    window.resize(1280, 800)
    window.show()
    window.workspace.new(assessment)
    window.show_step("weights")
    application.processEvents()
    try:
        yield window
    finally:
        window.close()
        application.processEvents()


def make_assessment(options: int, criteria: int) -> Assessment:
    """Make a random assessment of this size, with five objectives above its criteria."""
    chance = random.Random(SEED)
    tops = [Criterion(id=f"top{i}", name=f"Objective {i}") for i in range(5)]
    leaves = [
        Criterion(id=f"c{i}", name=f"Criterion {i}", parent=f"top{i % 5}") for i in range(criteria)
    ]
    rows = [
        Option(id=f"o{i}", name=f"Option {i} with a name of usual length") for i in range(options)
    ]
    return canonical(
        Assessment(
            decision=Decision(id="d", title="Bench", assessor="judge"),
            perspectives=(Perspective(id="judge", name="Judge"),),
            options=tuple(rows),
            criteria=(*tops, *leaves),
            weights=tuple(
                Weight(perspective="judge", criterion=leaf.id, swing=chance.uniform(10, 100))
                for leaf in leaves
            ),
            scores=tuple(
                Score(
                    assessor="judge",
                    option=option.id,
                    criterion=leaf.id,
                    likely=chance.uniform(0, 100),
                )
                for option in rows
                for leaf in leaves
            ),
        )
    )
