"""Other colours come part by part, so that the window goes on answering."""

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from app.desktop.look import theme as theme_module
from app.desktop.look.theme import DARK, LIGHT, read_theme, style_sheet

STEPS = ("decision", "scores", "results")


@pytest.fixture
def light_window(sample_window):
    sample_window.choose_theme(LIGHT)
    for step in STEPS:
        sample_window.show_step(step)
    yield sample_window
    sample_window.choose_theme("system")


def sheet(name):
    return style_sheet(read_theme(name))


def pages(window):
    return [window.page(step) for step in STEPS]


def test_what_is_seen_changes_at_once_and_the_rest_in_its_turn(light_window, qtbot):
    light_window.choose_theme(DARK)

    worn = [page.styleSheet() for page in pages(light_window)]
    assert worn == [sheet(LIGHT), sheet(LIGHT), sheet(DARK)]
    assert light_window.menuBar().styleSheet() == sheet(DARK)

    qtbot.waitUntil(lambda: all(p.styleSheet() == sheet(DARK) for p in pages(light_window)))


def test_a_page_that_is_shown_before_its_turn_wears_the_new_colours(light_window):
    light_window.choose_theme(DARK)
    light_window.show_step("decision")

    assert light_window.page("decision").styleSheet() == sheet(DARK)


def test_a_change_asks_nothing_of_widgets_out_of_sight(light_window, monkeypatch):
    dressed = []
    dress = light_window.appearance.dress
    monkeypatch.setattr(
        light_window.appearance, "dress", lambda part: (dressed.append(part), dress(part))
    )
    light_window.choose_theme(DARK)

    assert dressed
    assert not any(part.isAncestorOf(light_window.page("scores")) for part in dressed)


def test_a_dialog_is_dressed_before_it_takes_its_size(light_window, qtbot):
    dialog = QDialog(light_window)
    label = QLabel("A heading")
    label.setProperty("role", "title")
    QVBoxLayout(dialog).addWidget(label)
    dialog.show()

    assert dialog.styleSheet() == sheet(LIGHT)
    assert dialog.height() >= dialog.sizeHint().height()
    light_window.choose_theme(DARK)
    assert dialog.styleSheet() == sheet(DARK)
    dialog.close()
    dialog.deleteLater()
    qtbot.wait(0)
    light_window.choose_theme(LIGHT)  # what is gone is no part any more


def test_the_window_follows_a_system_that_asks_for_high_contrast(window, monkeypatch):
    appearance = window.appearance
    monkeypatch.setattr(theme_module, "asks_for_contrast", lambda _hints: True)
    appearance.choose(DARK)
    assert (appearance.theme.name, appearance.theme.dark) == ("dark_contrast", True)
    assert "tick-dark.svg" in window.styleSheet() + window.start.styleSheet()
    monkeypatch.setattr(theme_module, "asks_for_contrast", lambda _hints: False)
    appearance.choose(LIGHT)
    assert appearance.theme.name == LIGHT
