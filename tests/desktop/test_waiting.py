"""The window waits for work without standing still, and says why when it takes long."""

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.desktop import waiting
from app.desktop.waiting import Stopped, beside


@pytest.fixture
def gate():
    """Holds work up until it is let go."""
    made = threading.Event()
    yield made
    made.set()


def test_what_the_work_gives_is_given(window):
    assert beside(lambda: 7, "Counting …") == 7


def test_what_the_work_raises_is_raised(window):
    def fail():
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        beside(fail, "Counting …")


def test_the_event_loop_goes_on_meanwhile(window, gate):
    QTimer.singleShot(0, gate.set)  # never comes if the window stands still

    assert beside(lambda: gate.wait(30), "Counting …")


def test_long_work_is_told_and_can_be_left(window, gate, monkeypatch):
    monkeypatch.setattr(waiting, "TELL_AFTER_MS", 0)
    told = []

    def leave():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, leave)
            return
        told.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(0, leave)
    with pytest.raises(Stopped):
        beside(lambda: gate.wait(30), "Counting …", may_stop=True)

    assert told == ["One moment"]


def test_work_that_must_be_done_cannot_be_left(window, gate, monkeypatch):
    monkeypatch.setattr(waiting, "TELL_AFTER_MS", 0)

    def try_to_leave():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, try_to_leave)
            return
        dialog.reject()
        gate.set()

    QTimer.singleShot(0, try_to_leave)

    assert beside(lambda: gate.wait(30), "Counting …")
