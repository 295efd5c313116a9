"""Work off the GUI thread, one piece at a time; the latest request wins."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

Work = Callable[[], object]


class _Ending(NamedTuple):
    result: object
    error: Exception | None


class LatestJob(QObject):
    """Runs the latest requested function on a thread and announces its result on this thread.

    A request made while another is running waits for it; of several waiting ones only the last is
    run. The result of a run that has been overtaken is not announced.
    """

    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._ending: _Ending | None = None
        self._waiting: Work | None = None
        self._number = 0
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something runs or waits."""
        return self._thread is not None

    def request(self, work: Work) -> None:
        """Run `work` as soon as the thread is free."""
        if self._thread is not None:
            self._waiting = work
            return
        self._number += 1
        self._thread = Thread(target=self._run, args=(work, self._number), daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait until what runs has ended and announce it; what waits behind it is not run."""
        self._waiting = None
        if self._thread is not None:
            self._thread.join()
            self._finish(self._number)

    def abandon(self) -> None:
        """Wait until what runs has ended, without announcing it or running what waits."""
        self._waiting = None
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            self._number += 1

    def _run(self, work: Work, number: int) -> None:
        try:
            self._ending = _Ending(work(), None)
        except Exception as error:  # noqa: BLE001  (handed to the GUI thread, which judges it)
            self._ending = _Ending(None, error)
        self._ended.emit(number)

    def _finish(self, number: int) -> None:
        if number != self._number or self._thread is None or self._ending is None:
            return  # announced already by `wait`, or abandoned
        self._thread.join()
        ending, self._ending, self._thread = self._ending, None, None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.request(waiting)
        elif ending.error is not None:
            self.failed.emit(ending.error)
        else:
            self.done.emit(ending.result)
