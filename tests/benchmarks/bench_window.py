"""A slider's frame: from the move to the ranking and the slider's page repainted.

Beside it stands the repaint of the same ranking without a new evaluation.
"""

import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from app.edits.weights import set_swing
from db.model import Assessment, Criterion, Decision, Option, Perspective, Score, Weight
from db.model.rows import canonical
from tests.benchmarks.figures import Figure
from tests.benchmarks.timing import paired

SIZES = ((12, 15, 8), (50, 50, 16))
"""Options, criteria, and the milliseconds that a frame may take."""
SEED = 20240516


def measure() -> Iterator[Figure]:
    """Measure a frame of a slider on the weights page."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = folder
        for options, criteria, limit in SIZES:
            yield _frame(options, criteria, limit, Path(folder))


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
def _shown(assessment: Assessment, folder: Path) -> Iterator[object]:
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
