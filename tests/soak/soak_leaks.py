"""What a long day leaves behind: assessments and dialogs opened and closed a hundred times."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Figure
from tests.soak.campaigns import none, times
from tests.soak.residue import Residue, pass_on, resident_kilobytes, settle, slope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.desktop.window import MainWindow

ROUNDS = 100
WARMING = 15
"""Rounds beforehand, in which is made what is made once for good."""
PAGES = 4
"""Pages that are shown of each assessment, other ones each time."""
KILOBYTES = 60
"""By how much the process may grow in a round, over many: caches with a bound fill up slowly, that
of Qt for the buttons that clear a field by 40 KB for fifty of them."""
OBJECTS = 300
"""Python objects of ours that may be there more after all rounds: caches with a bound, too."""
ACTIONS = (
    "settings",
    "shortcuts",
    "share",
    "help",
    "handbook",
    "palette",
    "find",
    "new_from_template",
    "present",
)
WAYS = ("swing", "ranks", "pairwise", "best_worst", "verbal", "tradeoff", "questions")


def measure() -> Iterator[Figure]:
    """Repeat each kind of visit and see what is there more than before."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.desktop.starting.assembly import make_application, make_window
    from tests.desktop.sample import sample_bytes

    make_application()
    with tempfile.TemporaryDirectory(prefix="counterpoise-soak-") as folder:
        window = make_window(Path(folder) / "home")
        window.resize(1280, 800)
        window.show()
        path = Path(folder) / "sample.poise"
        path.write_bytes(sample_bytes())
        yield from _repeat("assessments", lambda n: _assessment(window, path, n))
        window.commands.open(path)
        for name, run in _dialogs(window, Path(folder)):
            yield from _repeat(f"visits of {name}", run)
        window.close()


def _repeat(what: str, run: Callable[[int], None]) -> Iterator[Figure]:
    rounds = times(ROUNDS)
    for number in range(WARMING):
        run(number)
        pass_on()
    settle()
    before, grown = Residue.now(), []
    for number in range(rounds):
        run(number)
        pass_on()
        grown.append(resident_kilobytes())
    settle()
    more = Residue.now() - before
    name = f"left by {rounds} {what}"
    yield none(f"widgets and other Qt objects {name}", _told(more.qt))
    ours = more.ours.total()
    if ours > OBJECTS:
        _told(more.ours)
    yield Figure(name=f"objects of ours {name}", value=ours, unit="", aim=f"value <= {OBJECTS}")
    growth = slope(grown[len(grown) // 3 :])
    aim = f"value <= {KILOBYTES}"
    yield Figure(name=f"growth a round, {rounds} {what}", value=growth, unit="KB", aim=aim)


def _told(counted: Counter[str]) -> list[str]:
    return [f"{count} × {name}" for name, count in counted.most_common() if count > 0]


def _assessment(window: MainWindow, path: Path, number: int) -> None:
    from app.desktop.steps import STEPS

    window.commands.open(path)
    for at in range(PAGES):
        window.show_step(STEPS[(number * PAGES + at) % len(STEPS)].id)
    window.actions_by_id["close"].trigger()


def _dialogs(window: MainWindow, folder: Path) -> Iterator[tuple[str, Callable[[int], None]]]:
    for action in ACTIONS:
        yield action, lambda _n, a=action: _leave(window, window.actions_by_id[a].trigger)
    window.show_step("weights")
    menu = window.page("weights").findChild(_elicitation_menu())
    for way in WAYS:
        yield way, lambda _n, w=way: _leave(window, menu.actions_by_id[w].trigger)
    table = folder / "table.csv"
    table.write_text("Option,Cost,Speed\nA,1,2\nB,3,4\n", "utf-8")
    yield "import", lambda _n: _leave(window, lambda: _import(window, table))
    window.show_step("results")
    from app.desktop.widgets.chart_view import ChartView

    chart = next(c for c in window.page("results").findChildren(ChartView) if c.chart is not None)
    yield "chart as a table", lambda _n: _leave(window, chart.pictured.show_table)


def _elicitation_menu() -> type:
    from app.desktop.elicitation.menu import ElicitationMenu

    return ElicitationMenu


def _import(window: MainWindow, table: Path) -> None:
    from app.desktop.exchanging.exchange import Exchange

    importer = window.findChild(Exchange) or Exchange(window)
    importer.import_file(table)


def _leave(window: MainWindow, show: Callable[[], object]) -> None:
    from PySide6.QtWidgets import QApplication, QDialog

    show()
    QApplication.processEvents()
    for dialog in window.findChildren(QDialog):
        dialog.reject()
