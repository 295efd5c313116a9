"""Text fields give back what they were given, and what was typed into them."""

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.desktop.widgets.fields import LineField, ProseField
from app.desktop.widgets.number_field import NumberField
from app.desktop.widgets.shortcuts import is_for_the_window


@pytest.mark.parametrize("kind", [LineField, ProseField])
def test_a_text_that_was_only_read_is_not_announced_as_changed(qtbot, kind):
    field = kind("A text")
    qtbot.addWidget(field)
    field.load_text("Quoi\u00a0? 37\u202f% – 10\u00a0km")

    with qtbot.assertNotEmitted(field.committed):
        field.commit()


def test_no_break_spaces_stay_beside_what_is_typed(qtbot):
    field = ProseField("A text")
    qtbot.addWidget(field)
    field.load_text("Quoi\u00a0?\nOui.")
    qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, " Non.")

    with qtbot.waitSignal(field.committed) as told:
        field.commit()

    assert told.args == ["Quoi\u00a0?\nOui. Non."]


def asked_for(key, kind=QEvent.Type.ShortcutOverride):
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    return event


def test_the_window_keeps_the_keys_with_which_x11_edits_a_line():
    assert is_for_the_window(asked_for(Qt.Key.Key_K))
    assert is_for_the_window(asked_for(Qt.Key.Key_E))
    assert not is_for_the_window(asked_for(Qt.Key.Key_A))
    assert not is_for_the_window(asked_for(Qt.Key.Key_E, QEvent.Type.KeyPress))


@pytest.mark.parametrize("kind", [LineField, ProseField, NumberField])
@pytest.mark.parametrize("windows", [True, False])
def test_a_field_leaves_to_the_window_what_is_the_windows(qtbot, monkeypatch, kind, windows):
    field = kind("Name")
    qtbot.addWidget(field)
    monkeypatch.setattr(f"{kind.__module__}.is_for_the_window", lambda _event: windows)
    asked = asked_for(Qt.Key.Key_A)  # selecting all is a key of every field, on every system
    field.event(asked)
    assert asked.isAccepted() is not windows


def test_the_options_show_a_long_text_of_another_file_whole(qtbot, sample_window):
    sample_window.show_step("options")
    field = sample_window.page("options").findChild(ProseField, "description")
    qtbot.waitUntil(lambda: field.document().size().height() > 1)
    value = sample_window.workspace.value
    long = msgspec.structs.replace(value.options[0], description="as many words as it takes " * 20)
    other = msgspec.structs.replace(value, options=(long, *value.options[1:]))

    sample_window.show_step("criteria")
    sample_window.workspace.new(other)
    sample_window.show_step("options")
    sample_window.show_step("criteria")
    qtbot.waitUntil(lambda: not field.isVisible())
    sample_window.show_step("options")
    qtbot.waitUntil(lambda: field.isVisible() and field.document().size().height() > 8)

    lines = field.document().size().height()
    qtbot.waitUntil(lambda: field.height() >= lines * field.fontMetrics().lineSpacing())


def test_a_line_that_is_cut_stands_whole_in_its_tip(qtbot):
    field = LineField("A text")
    qtbot.addWidget(field)
    field.resize(200, 30)
    field.load_text("Short")
    assert not field.is_cut
    field.load_text("A text that is far too long for a field of two hundred pixels")
    assert field.is_cut
