"""The start page: what has the focus, and what Enter does."""

import datetime
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.desktop.workspace import Unfinished
from app.wording import use_language

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


def test_kept_work_of_one_title_is_told_apart_and_deleting_is_no_main_button(start):
    mine = unfinished("Whether to return")
    theirs = msgspec.structs.replace(mine, source=Path("theirs.poise"))
    start.show_unfinished((mine, theirs, unfinished("Aid")))

    shown = {label.text() for label in start.findChildren(QLabel) if not label.isHidden()}
    assert "Whether to return (theirs.poise)" in shown
    assert any(text.startswith("Whether to return (1 March 2026") for text in shown)
    assert "Aid" in shown
    named = {b.accessibleName(): b.property("role") for b in start.findChildren(QPushButton)}
    assert named["Delete…: Whether to return (theirs.poise)"] == "link"
    assert named["Continue: Whether to return (theirs.poise)"] == ""


@pytest.mark.parametrize(
    ("code", "said"), [("en", "1 March 2026, 12:30"), ("ar", "1 مارس 2026، 12:30")]
)
def test_when_work_was_changed_is_said_in_words_of_the_language(start, code, said):
    noon = KEPT.astimezone().replace(hour=12)
    use_language(code)
    try:
        start.show_unfinished((msgspec.structs.replace(unfinished("One"), changed=noon),))
    finally:
        use_language("en")

    isolates = dict.fromkeys(map(ord, "\u200f\u2066\u2067\u2068\u2069"))
    shown = [label.text().translate(isolates) for label in start.findChildren(QLabel)]
    assert any(said in text for text in shown)
