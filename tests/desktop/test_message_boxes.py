"""What Enter and Escape do to a question that nobody has read yet."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from app.desktop.telling.messages import Answer, DialogDesk


@pytest.fixture
def press_at_once(qtbot):
    """Press a key as soon as a box is there; how the box looked before."""

    def press(key):
        seen = []

        def act():
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            seen.append(box.defaultButton().text())
            QTest.keyClick(box, key)

        QTimer.singleShot(0, act)
        return seen

    return press


@pytest.mark.parametrize(
    ("key", "no", "answer"),
    [
        (Qt.Key.Key_Return, "", Answer.CANCEL),
        (Qt.Key.Key_Escape, "", Answer.CANCEL),
        (Qt.Key.Key_Return, "Drop", Answer.YES),
        (Qt.Key.Key_Escape, "Drop", Answer.CANCEL),
    ],
)
def test_enter_and_escape_lose_nothing(window, press_at_once, key, no, answer):
    press_at_once(key)
    assert DialogDesk().ask(window, "Not saved", "Close and lose it?", "Lose it", no) is answer


def test_enter_closes_a_report_of_an_error(window, press_at_once):
    seen = press_at_once(Qt.Key.Key_Return)
    DialogDesk().report_error(window, "Trouble", "Something went wrong.", "details")
    assert "Close" in seen[0]
