"""The window under long use: nothing errs, and it never fails to answer for a tenth of a second."""

import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from app.edits.scores import set_score
from app.edits.weights import set_swing
from tests.benchmarks.bench_window import make_assessment
from tests.benchmarks.figures import Figure

OPTIONS = CRITERIA = 50
ROUNDS = 3
DRAG = 40
PAUSE_MS = 30
SETTLE_MS = 1_500

Act = tuple[str, Callable[[], object]]


def measure() -> Iterator[Figure]:
    """Walk, edit, drag, undo and change colours on a crowded assessment before a watchdog."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = folder
        blocks, count = _walk(Path(folder))
    for block in sorted(blocks, reverse=True)[:20]:
        worked = f"{block.seconds * 1e3:.0f} ms ({block.worked * 1e3:.0f} ms of them working)"
        told = f"{worked} in “{block.act}”: {block.where}"
        print(told, file=sys.stderr)
    yield Figure(
        name=f"blocks of the window over 100 ms, {OPTIONS} × {CRITERIA}, {count} acts",
        value=len(blocks),
        unit="",
        aim="value <= 0",
    )
    yield Figure(
        name="longest work of the window in one block",
        value=max((block.worked for block in blocks), default=0.0) * 1e3,
        unit="ms",
        aim="value <= 100",
    )
    yield Figure(
        name="longest block of the window",
        value=max((block.seconds for block in blocks), default=0.0) * 1e3,
        unit="ms",
    )


def _walk(folder: Path) -> tuple[list, int]:
    from app.desktop.starting.application import settle_waste
    from app.desktop.starting.assembly import make_application, make_window
    from app.desktop.starting.warming import take_short_turns, warm_up
    from db.publish import publish
    from tests.soak.watchdog import Watchdog

    make_application()
    take_short_turns()
    window = make_window()
    window.resize(1280, 800)
    window.show()
    settle_waste()
    path = folder / "crowded.poise"
    publish(make_assessment(OPTIONS, CRITERIA), path, None)
    window.commands.open(path)
    warm = warm_up()
    count = 0
    with Watchdog() as dog:
        dog.act = "opening"
        while warm.is_alive():
            _rest(PAUSE_MS)
        _rest(SETTLE_MS)
        for act, run in _acts(window, folder):
            dog.act = act
            count += 1
            _in_loop(run)
            _rest(PAUSE_MS)
        dog.act = "settling"
        _rest(SETTLE_MS)
    window.close()
    return dog.blocks, count


def _acts(window, folder: Path) -> Iterator[Act]:
    from app.desktop.steps import STEPS

    chance = random.Random(SEED)
    workspace = window.workspace
    for _number in range(ROUNDS):
        for spec in STEPS:
            yield f"show {spec.id}", lambda step=spec.id: window.show_step(step)
            yield f"rest on {spec.id}", lambda: _rest(400)
        for step in ("weights", "scores", "results"):
            window.show_step(step)
            for number in range(DRAG):
                swing = float(20 + number)
                yield (
                    f"drag on {step}",
                    lambda swing=swing: workspace.preview(set_swing, "judge", "c0", swing),
                )
            yield f"drop on {step}", workspace.drop_preview
            for number in range(5):
                option, leaf = f"o{chance.randrange(OPTIONS)}", f"c{chance.randrange(CRITERIA)}"
                yield (
                    f"edit on {step}",
                    lambda o=option, c=leaf, n=number: workspace.apply(
                        "Score", set_score, "judge", o, c, 10.0 + n
                    ),
                )
        for name in ("undo", "redo"):
            for _times in range(5):
                yield name, window.actions_by_id[name].trigger
        for choice in ("dark", "light"):
            yield f"put on {choice}", lambda choice=choice: window.choose_theme(choice)
            yield f"rest in {choice}", lambda: _rest(SETTLE_MS)


SEED = 7


def _in_loop(run: Callable[[], object]) -> None:
    """Run an act as the event loop does, and come back when it has come round again."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(0, run)
    QTimer.singleShot(1, loop.quit)
    loop.exec()


def _rest(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
