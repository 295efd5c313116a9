"""Work off the GUI thread, one piece at a time; the latest request wins."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

Work = Callable[[], object]


class _Run:
    """One piece of work on its thread; `announce` is called on that thread when it has ended."""

    def __init__(self, work: Work, announce: Callable[[_Run], object]) -> None:
        self.result: object = None
        self.error: Exception | None = None
        self._work = work
        self._announce = announce
        self.thread = Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            self.result = self._work()
        except Exception as error:  # noqa: BLE001  (handed to the GUI thread, which judges it)
            self.error = error
        try:
            self._announce(self)
        except RuntimeError:
            return  # whoever asked has been deleted meanwhile


class LatestJob(QObject):
    """Runs the latest requested function on a thread and announces its result on this thread.

    A request made while another is running waits for it; of several waiting ones only the last is
    run. The result of a run that has been overtaken is not announced.
    """

    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: _Run | None = None
        self._waiting: Work | None = None
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something runs or waits."""
        return self._run is not None

    def request(self, work: Work) -> None:
        """Run `work` as soon as the thread is free."""
        if self._run is None:
            self._run = _Run(work, self._ended.emit)
        else:
            self._waiting = work

    def wait(self) -> None:
        """Wait until what runs has ended and announce it; what waits behind it is not run."""
        self._waiting = None
        if self._run is not None:
            self._run.thread.join()
            self._finish(self._run)

    def join(self) -> None:
        """Wait until what runs has ended; what it gave is announced when the event loop runs."""
        run = self._run
        if run is not None:
            run.thread.join()

    def abandon(self) -> None:
        """Let what runs end unheard, without waiting for it, and run nothing of what waits."""
        self._waiting = self._run = None

    def _finish(self, run: _Run) -> None:
        if run is not self._run:
            return  # announced already by `wait`, or abandoned
        self._run = None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.request(waiting)
        elif run.error is not None:
            self.failed.emit(run.error)
        else:
            self.done.emit(run.result)
