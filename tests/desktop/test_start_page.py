"""The start page: what has the focus, and what Enter does."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.desktop.workspace import Unfinished

KEPT = datetime.datetime(2026, 3, 1, 9, 30, tzinfo=datetime.UTC)


@pytest.fixture
def start(window, qtbot):
    qtbot.waitUntil(window.start.example_button.hasFocus)
    return window.start


def unfinished(title):
    return Unfinished(
        path=Path(f"{title}.working"), title=title, source=None, changed=KEPT, unpublished=1
    )


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_focus(start, qtbot, key):
    start.open_button.setFocus()
    start.open_requested.disconnect()
    with qtbot.waitSignal(start.open_requested):
        qtbot.keyClick(start.open_button, key)


def test_the_focus_is_on_the_blue_button_also_when_work_is_left(start):
    assert start.main_button.property("role") == "primary"
    start.show_unfinished((unfinished("One"), unfinished("Two")))
    assert start.main_button.text() == "Continue"
    assert start.main_button.property("role") == "primary"
    assert start.main_button.hasFocus()
    assert start.example_button.property("role") == ""
    start.show_unfinished(())
    assert start.main_button is start.example_button
    assert start.example_button.hasFocus()


def test_the_focus_stays_where_somebody_has_put_it(start):
    start.new_button.setFocus()
    start.show_unfinished((unfinished("One"),))
    assert start.new_button.hasFocus()
