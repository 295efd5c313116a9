"""Other colours come part by part, so that the window goes on answering."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from app.desktop.look import theme as theme_module
from app.desktop.look.theme import DARK, LIGHT, read_theme, style_sheet

STEPS = ("decision", "scores", "results")


@pytest.fixture
def light_window(sample_window, qtbot):
    sample_window.choose_theme(LIGHT)
    for step in STEPS:
        sample_window.show_step(step)
    qtbot.waitUntil(lambda: wear(sample_window, LIGHT))
    yield sample_window
    sample_window.choose_theme("system")


class Paints(QObject):
    """Notes what a widget wears whenever it is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.sheets = []
        widget.installEventFilter(self)

    def eventFilter(self, widget, event):
        if event.type() is QEvent.Type.Paint:
            self.sheets.append(widget.styleSheet())
        return False


def sheet(name):
    return style_sheet(read_theme(name))


def pages(window):
    return [window.page(step) for step in STEPS]


def wear(window, name):
    return all(part.styleSheet() == sheet(name) for part in (window.menuBar(), *pages(window)))


def test_one_part_changes_in_a_turn_and_what_is_seen_before_the_rest(
    light_window, qtbot, monkeypatch
):
    qtbot.waitUntil(lambda: not light_window.wardrobe._turn.isActive())
    turns = []
    turn = light_window.wardrobe._dress_next
    dress = light_window.appearance.dress

    def noted(part):
        if light_window.isAncestorOf(part):  # windows of tests before may still be there
            turns[-1].append(part)
        dress(part)

    monkeypatch.setattr(light_window.appearance, "dress", noted)
    light_window.wardrobe._turn.timeout.disconnect()
    light_window.wardrobe._turn.timeout.connect(lambda: (turns.append([]), turn()))
    light_window.choose_theme(DARK)
    qtbot.waitUntil(lambda: wear(light_window, DARK))

    assert max(map(len, turns)) == 1
    dressed = [part for turn in turns for part in turn]
    decision, scores, results = map(dressed.index, pages(light_window))
    assert dressed.index(light_window.menuBar()) < results < min(decision, scores)


def test_nothing_is_painted_in_the_colours_of_two_themes(light_window, qtbot):
    painted = Paints(light_window.menuBar())
    light_window.choose_theme(DARK)
    qtbot.waitUntil(lambda: bool(painted.sheets))

    seen = (light_window.menuBar(), light_window.page("results"), light_window.document.rail)
    assert all(part.styleSheet() == sheet(DARK) for part in seen)
    assert painted.sheets[0] == sheet(DARK)


def test_another_size_is_worn_at_once_since_sizes_hang_together(light_window):
    usual = light_window.menuBar().styleSheet()
    light_window.appearance.choose_size(150)

    assert light_window.updatesEnabled()
    assert light_window.menuBar().styleSheet() == light_window.page("results").styleSheet() != usual


def test_a_page_that_is_shown_before_its_turn_wears_the_new_colours(light_window):
    light_window.choose_theme(DARK)
    light_window.show_step("decision")

    assert light_window.page("decision").styleSheet() == sheet(DARK)


def test_pages_out_of_sight_change_apart_from_the_one_in_sight(light_window, qtbot, monkeypatch):
    dressed = []
    dress = light_window.appearance.dress
    monkeypatch.setattr(
        light_window.appearance, "dress", lambda part: (dressed.append(part), dress(part))
    )
    light_window.choose_theme(DARK)
    qtbot.waitUntil(lambda: wear(light_window, DARK))

    _decision, scores, results = pages(light_window)
    assert results in dressed
    assert not any(part.isAncestorOf(scores) and part.isAncestorOf(results) for part in dressed)


def test_a_dialog_is_dressed_before_it_takes_its_size(light_window, qtbot):
    dialog = QDialog(light_window)
    label = QLabel("A heading")
    label.setProperty("role", "title")
    QVBoxLayout(dialog).addWidget(label)
    dialog.show()

    assert dialog.styleSheet() == sheet(LIGHT)
    assert dialog.height() >= dialog.sizeHint().height()
    light_window.choose_theme(DARK)
    qtbot.waitUntil(lambda: dialog.styleSheet() == sheet(DARK))
    dialog.close()
    dialog.deleteLater()
    qtbot.wait(0)
    light_window.choose_theme(LIGHT)  # what is gone is no part any more


def test_the_window_follows_a_system_that_asks_for_high_contrast(window, qtbot, monkeypatch):
    appearance = window.appearance
    monkeypatch.setattr(theme_module, "asks_for_contrast", lambda _hints: True)
    appearance.choose(DARK)
    assert (appearance.theme.name, appearance.theme.dark) == ("dark_contrast", True)
    qtbot.waitUntil(lambda: "tick-dark.svg" in window.start.styleSheet())
    monkeypatch.setattr(theme_module, "asks_for_contrast", lambda _hints: False)
    appearance.choose(LIGHT)
    assert appearance.theme.name == LIGHT
