"""The window at work: a slider's frame, turning to another page, other colours, and letting go.

A slider's frame goes from the move to page and ranking repainted, with what each objective
contributes; beside it stands the repaint of the same ranking without a new evaluation. A page is
turned to when nothing of it is there yet (what it needs has been loaded beside the window by then),
and later after an edit, when it is made up to date and painted. Times are those of the window's
thread, without what a busy machine gave to others meanwhile; beside them stands what the thread
computed itself.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from app.edits.scores import set_score
from app.edits.weights import set_swing
from db.model import Assessment, Criterion, Decision, Option, Perspective, Score, Weight
from db.model.rows import canonical
from tests.benchmarks.figures import Figure
from tests.benchmarks.own_time import Taken, take_time
from tests.desktop.sample import read_sample

if TYPE_CHECKING:
    from app.desktop.window import MainWindow

SIZES = ((12, 15, 8), (50, 50, 16))
"""Options, criteria, and the milliseconds that a frame may take."""
SEED = 20240516
ROUNDS = 3
FRAMES = 60
SETTLE_MS = 200
TURNS = 3
"""Turns of the event loop until all is painted: lists lay out their lines in one of their own."""
LATER_TURNS = 20
"""Turns of the event loop in which pages out of sight put on other colours."""
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

        from app.desktop.starting.warming import take_short_turns, warm_up

        take_short_turns()
        warm_up().join()
        for step, taken in _first_shows(window).items():
            yield _took(f"first show of {step}, {what}", [taken], 100)
        for step, shows in _later_shows(window).items():
            yield _took(f"page switch to {step}, {what}", shows, 50)
        blocks = []
        for choice in ("dark", "light") * 3:
            blocks.append(_act(lambda choice=choice: window.choose_theme(choice)))
            blocks += [_act(lambda: None) for _page in range(LATER_TURNS)]
        widgets = len(QApplication.allWidgets())
        longest = max(blocks, key=lambda block: block.worked)
        yield _took(f"longest block of other colours, {what}, {widgets} widgets", [longest], 100)


def _first_shows(window: MainWindow) -> dict[str, Taken]:
    from app.desktop.steps import STEPS

    taken = {}
    for spec in STEPS:
        taken[spec.id] = _act(lambda step=spec.id: window.show_step(step))
        _rest(SETTLE_MS)
    return taken


def _later_shows(window: MainWindow) -> dict[str, list[Taken]]:
    """Turn to each page again, each time after an edit that was made on another."""
    from app.desktop.steps import STEPS

    taken: dict[str, list[Taken]] = {spec.id: [] for spec in STEPS}
    scores, workspace = window.workspace.value.scores, window.workspace
    others = cycle((20.0, 30.0, 40.0, 50.0))
    for number in range(ROUNDS):
        for spec in STEPS:
            score = scores[number]
            cell = (score.assessor, score.option, score.criterion)
            workspace.apply("Score", set_score, *cell, next(others))
            _rest(SETTLE_MS)
            taken[spec.id].append(_act(lambda step=spec.id: window.show_step(step)))
    return taken


def _took(name: str, taken: list[Taken], limit: int) -> Figure:
    """A row on the median of some acts: until they were done, and what they worked for that."""
    worked = statistics.median(one.worked for one in taken) * 1e3
    answered = statistics.median(max(one) for one in taken) * 1e3
    aim = f"value <= {limit}"
    return Figure(name=name, value=answered, unit="ms", reference=worked, aim=aim)


def _act(run: Callable[[], object]) -> Taken:
    from PySide6.QtWidgets import QApplication

    def whole() -> None:
        run()
        for _turn in range(TURNS):
            QApplication.processEvents()

    return take_time(whole)


def _rest(milliseconds: int) -> None:
    """Let the window settle, as it does while it is looked at."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


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
    """A move of a weight with page and ranking painted, beside the ranking's bare repaint."""
    with _shown(make_assessment(options, criteria), folder) as window:
        _rest(SETTLE_MS)
        ranking = window.document.ranking
        swings = cycle((35.0, 40.0, 45.0, 50.0, 55.0, 60.0))
        moves: list[Taken] = []
        paints: list[Taken] = []
        gc.collect()
        for _number in range(FRAMES):
            swing = next(swings)
            moves.append(
                _act(lambda to=swing: window.workspace.preview(set_swing, "judge", "c0", to))
            )
            paints.append(take_time(ranking.repaint))
    frame = statistics.median(max(one) for one in moves) * 1e3
    return Figure(
        name=f"slider frame, {options} × {criteria}",
        value=frame,
        unit="ms",
        reference=statistics.median(max(one) for one in paints) * 1e3,
        aim=f"value <= {limit}",
    )


@contextmanager
def _shown(assessment: Assessment, _folder: Path) -> Iterator[MainWindow]:
    from shiboken6 import delete

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
        delete(window)  # what is left of it would work along in what is measured next


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
