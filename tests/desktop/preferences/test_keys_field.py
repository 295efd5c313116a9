"""The list of keys by keyboard alone: nobody is caught in a field, and no key is misused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desktop.preferences.shortcuts import Shortcut, find_unfit

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def dialog(sample_window, qtbot):
    """The list of keys, which has the keyboard."""
    sample_window.actions_by_id["shortcuts"].trigger()
    shown = sample_window.commands.setting_up.dialog
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    if sample_window.commands.setting_up.dialog is not None:
        shown.reject()


def test_tab_goes_forth_and_back_and_takes_no_keys(dialog):
    first, second = (dialog.fields[name] for name in ("new", "new_from_template"))
    first.setFocus()
    QTest.keyClick(first, Key.Key_Tab)
    assert QApplication.focusWidget() is second
    QTest.keyClick(second, Key.Key_Backtab, Modifier.ShiftModifier)
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Key.Key_Backtab, Modifier.ShiftModifier)
    assert QApplication.focusWidget() is dialog.keep_button
    assert first.keySequence() == QKeySequence("Ctrl+N")


def test_backspace_empties_a_field_and_that_is_told(dialog):
    field = dialog.fields["new"]
    field.setFocus()
    told = QAccessible.queryAccessibleInterface(field)
    assert told.role() is QAccessible.Role.HotkeyField
    assert told.text(QAccessible.Text.Description) == "Ctrl+N"
    QTest.keyClick(field, Key.Key_Backspace)
    assert field.keySequence().isEmpty()
    assert told.text(QAccessible.Text.Description) == "no keys"


def test_other_keys_are_taken_as_they_are_pressed(dialog, qtbot):
    field = dialog.fields["about"]
    field.setFocus()
    QTest.keyClick(field, Key.Key_B, Modifier.ControlModifier | Modifier.AltModifier)
    assert field.keySequence() == QKeySequence("Ctrl+Alt+B")
    QTest.keyClick(field, Key.Key_Backspace, Modifier.ControlModifier)
    assert field.keySequence() == QKeySequence("Ctrl+Backspace")


def test_escape_leaves_the_list_and_changes_nothing(dialog, sample_window):
    field = dialog.fields["new"]
    field.setFocus()
    QTest.keyClick(field, Key.Key_Escape)
    assert sample_window.commands.setting_up.dialog is None
    assert sample_window.actions_by_id["new"].shortcut() == QKeySequence("Ctrl+N")


def test_keys_that_are_typed_or_edit_texts_are_refused(dialog):
    dialog.fields["about"].setKeySequence(QKeySequence("A"))
    assert not dialog.keep_button.isEnabled()
    assert "About Counterpoise" in dialog.problem.text()
    dialog.fields["about"].setKeySequence(QKeySequence("F2"))
    assert dialog.keep_button.isEnabled()


@pytest.mark.parametrize(
    ("keys", "fits"),
    [
        ("A", False),
        ("Shift+A", False),
        ("Space", False),
        ("Return", False),
        ("Ctrl+C", False),
        ("Ctrl+V", False),
        ("Alt+F4", False),
        ("F2", True),
        ("Shift+F2", True),
        ("Ctrl+B", True),
        ("Alt+1", True),
        ("", True),
    ],
)
def test_what_keys_an_action_may_have(keys, fits):
    assert (find_unfit((Shortcut("about", "About", keys, ""),)) == ()) is fits


def test_the_usual_keys_are_never_refused():
    assert find_unfit((Shortcut("odd", "Odd", "A", "A"),)) == ()


def test_no_key_is_taken_before_a_field_is_chosen(dialog):
    assert dialog.focusWidget() is dialog.keep_button
