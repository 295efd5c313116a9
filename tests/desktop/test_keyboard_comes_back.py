"""When what had the keyboard goes, the keyboard goes back to the work and not to the steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton


@pytest.fixture
def title(qtbot, sample_window):
    """The field for the title, which has the keyboard."""
    sample_window.show_step("decision")
    field = sample_window.page("decision").findChild(QLineEdit, "title")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def shown_button(window):
    return next(b for b in window.notices.findChildren(QPushButton) if b.isVisible())


def test_after_a_message_was_answered_by_keys(qtbot, sample_window, title):
    done = []
    sample_window.notices.show_message("Who?", "info", (("Say", lambda: done.append(1)),))
    shown_button(sample_window).setFocus()

    qtbot.keyClick(shown_button(sample_window), Qt.Key.Key_Space)

    assert done == [1]
    assert sample_window.focusWidget() is title


def test_after_a_message_was_clicked_away(qtbot, sample_window, title):
    sample_window.notices.show_message("Who?", "info", (("Say", lambda: None),))

    qtbot.mouseClick(shown_button(sample_window), Qt.MouseButton.LeftButton)

    assert sample_window.focusWidget() is title


def test_after_saying_a_name(sample_window, title, desk):
    desk.lines.append("Ana Prado")
    sample_window.commands.setting_up._ask_name()

    assert sample_window.focusWidget() is title


def test_after_saving_in_another_file(sample_window, title, monkeypatch, sample_file):
    other = sample_file.with_name("other.poise")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))

    sample_window.commands.ask_save_as()

    assert sample_window.workspace.path == other
    assert sample_window.focusWidget() is title
