"""Waiting for work off the GUI thread without stopping the window: it is painted and can be left.

The window takes no input meanwhile, so that what was asked for is still true when it is done.
"""

from __future__ import annotations

from threading import current_thread, main_thread
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.desktop.jobs import LatestJob

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

TELL_AFTER_MS = 1_000


class Stopped(Exception):
    """The officer did not want to wait for it any longer."""


def beside(work: Callable[[], T], said: str, *, may_stop: bool = False) -> T:
    """Run `work` on a thread and return what it returns, or raise what it raises.

    A dialog that says what is going on appears when it takes longer; `may_stop`: it may be left.
    What was left runs to its end unheard. Raises `Stopped` then.
    """
    if not _on_gui_thread():
        return work()
    return _Wait(work).result(said, may_stop=may_stop)


class _Wait:
    """One piece of work and the loop in which the window waits for it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._loop = QEventLoop()
        self._answer: list[object] = []
        self._error: Exception | None = None
        self._job = LatestJob(self._loop)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.request(work)

    def result(self, said: str, *, may_stop: bool) -> T:
        timer = QTimer(self._loop, singleShot=True, interval=TELL_AFTER_MS)
        timer.timeout.connect(self._loop.quit)
        timer.start()
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        timer.stop()
        if self._job.busy:
            self._tell(said, may_stop=may_stop)
        if self._job.busy:
            self._job.abandon()
            raise Stopped
        if self._error is not None:
            raise self._error
        return self._answer[0]  # type: ignore[return-value]

    def _tell(self, said: str, *, may_stop: bool) -> None:
        """Show the dialog until the work has ended or is left; the keyboard is then as before."""
        from app.desktop.telling.wait_dialog import WaitDialog

        window, focus = QApplication.activeWindow(), QApplication.focusWidget()
        dialog = WaitDialog(said, may_stop=may_stop, parent=window)
        dialog.rejected.connect(self._loop.quit)
        dialog.open()
        self._loop.exec()
        dialog.done(WaitDialog.DialogCode.Accepted)
        if window is not None and isValid(window):
            window.activateWindow()
        if focus is not None and isValid(focus):
            focus.setFocus()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _take(self, answer: object) -> None:
        self._answer.append(answer)
        self._loop.quit()

    def _fail(self, error: Exception) -> None:
        self._error = error
        self._loop.quit()


def _on_gui_thread() -> bool:
    return QCoreApplication.instance() is not None and current_thread() is main_thread()
