"""Work off the GUI thread, one piece at a time; the latest request wins."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

Work = Callable[[], object]


class LatestJob(QObject):
    """Runs the latest requested function on a thread and announces its result on this thread.

    A request made while another is running waits for it; of several waiting ones only the last is
    run. The result of a run that has been overtaken is not announced.
    """

    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._waiting: Work | None = None
        self._forgotten = False
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
        self._forgotten = False
        self._thread = Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait until what runs has ended; neither it nor anything waiting is announced."""
        self._waiting = None
        self._forgotten = True
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, work: Work) -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001  (handed to the GUI thread, which judges it)
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def _finish(self, result: object, error: Exception | None) -> None:
        if self._forgotten:
            return
        self._thread = None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.request(waiting)
        elif error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(result)
