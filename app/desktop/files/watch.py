"""Notices when somebody else puts another version where the officer's file was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.desktop.jobs import LatestJob

if TYPE_CHECKING:
    from db.document import Stamp

LOOK_EVERY_MS = 2_000

Look = Callable[[Path], "Stamp"]
Signature = tuple[int, int, int]


class FileWatch(QObject):
    """Looks at size, time and inode of one file, and at its bytes only when these have changed.

    `look` reads the stamp of what stands at a path; `known` gives the stamp of what we last saw or
    put there, or None while that is about to change.
    """

    changed = Signal(object)
    """The path, once for each version that somebody else put there."""

    def __init__(
        self, look: Look, known: Callable[[], Stamp | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._known = look, known
        self._path: Path | None = None
        self._signature: Signature | None = None
        self._said: Stamp | None = None
        self._job = LatestJob(self)
        self._job.done.connect(self._judge)
        self._job.failed.connect(self._forget)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._look_again)

    def follow(self, path: Path | None) -> None:
        """Watch another file, or none."""
        self._job.abandon()
        self._path, self._signature, self._said = path, None, None
        if path is None:
            self._timer.stop()
        else:
            self._timer.start()

    def look(self) -> None:
        """Look now."""
        path = self._path
        if path is None or self._job.busy or self._known() is None:
            return
        signature = _signature(path)
        if signature is not None and signature != self._signature:
            look = self._look
            self._job.request(lambda: (path, signature, look(path)))

    def _look_again(self, state: Qt.ApplicationState) -> None:
        first = self._signature is None  # the timer looks first, when the window has been painted
        if state is Qt.ApplicationState.ApplicationActive and not first:
            self.look()

    def _judge(self, seen: tuple[Path, Signature, Stamp]) -> None:
        path, signature, stamp = seen
        known = self._known()
        if path != self._path or known is None:
            return  # being written by ourselves: the next look tells
        self._signature = signature
        if stamp in (known, self._said):
            return
        self._said = stamp
        self.changed.emit(path)

    def _forget(self, error: Exception) -> None:
        """Look again next time: a file that cannot be read now may be in the middle of a copy."""
        self._signature = None


def _signature(path: Path) -> Signature | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino
