"""Who else has the officer's file open: said in a note beside it, and heard from others' notes."""

from __future__ import annotations

from threading import Lock, Thread
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.desktop.jobs import LatestJob

if TYPE_CHECKING:
    from pathlib import Path

    from db.presence import Presence, Somebody

LEAVE_WITHIN = 2.0
"""Seconds that quitting waits for a slow share; a note left behind counts for five minutes."""


class Met(NamedTuple):
    """Who has a file open since when; nobody where `author` is None, somebody unnamed where ""."""

    author: str | None = None
    since: int = 0


class _Stay:
    """Our note on one file; all of it may be called on worker threads, in any order."""

    def __init__(self, file: Path, author: str) -> None:
        self.file, self._author = file, author
        self._presence: Presence | None = None
        self._left = False
        self._lock = Lock()

    def renew(self) -> Met:
        """Say that the file is open here; who else has it."""
        from db.presence import Presence

        with self._lock:
            if self._left:
                return Met()
            if self._presence is None:
                self._presence = Presence(self.file, self._author)
            return _met(self._presence.renew())

    def leave(self) -> None:
        """Take the note away, for good."""
        with self._lock:
            self._left = True
            if self._presence is not None:
                self._presence.leave()


class Attendance(QObject):
    """Keeps a note beside one file at a time, on worker threads: a share may be slow.

    `name` is what others read; empty: they read that somebody has the file open; None: no note.
    """

    met = Signal(object)
    """A `Met`, when who else has the file open has changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name: str | None = ""
        self._file: Path | None = None
        self._stay: _Stay | None = None
        self._leaving: Thread | None = None
        self.met_last = Met()
        self._job = LatestJob(self)
        self._job.done.connect(self._hear)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.renew)

    @property
    def busy(self) -> bool:
        """Whether the note is being written or read."""
        return self._job.busy

    def say_as(self, name: str | None) -> None:
        """Be named so from now on, or (None) say nothing to anybody."""
        if name != self._name:
            self._name = name
            self._attend()

    def follow(self, file: Path | None) -> None:
        """Be at another file, or at none."""
        if file != self._file:
            self._file = file
            self._attend()

    def renew(self) -> None:
        """Renew the note now, unless that is going on."""
        if self._stay is not None and not self._job.busy:
            self._job.request(self._stay.renew)

    def leave(self) -> None:
        """Be at no file any more."""
        self.follow(None)

    def finish(self) -> None:
        """Leave, and wait a little until the note is gone."""
        self.leave()
        if self._leaving is not None:
            self._leaving.join(LEAVE_WITHIN)

    def _attend(self) -> None:
        self._take_leave()
        self._job.abandon()
        self._hear(Met())
        if self._file is None or self._name is None:
            return
        from db.presence import RENEW_AFTER

        stay, left = _Stay(self._file, self._name), self._leaving
        self._stay = stay
        self._timer.start(int(RENEW_AFTER * 1000))
        self._job.request(lambda: _renew_after(left, stay))

    def _take_leave(self) -> None:
        self._timer.stop()
        stay, self._stay = self._stay, None
        if stay is not None:
            self._leaving = Thread(target=stay.leave, daemon=True)
            self._leaving.start()

    def _hear(self, met: Met) -> None:
        if met != self.met_last:
            self.met_last = met
            self.met.emit(met)


def _renew_after(left: Thread | None, stay: _Stay) -> Met:
    if left is not None:
        left.join()  # our own earlier note would be taken for somebody else's
    return stay.renew()


def _met(somebody: Somebody | None) -> Met:
    return Met() if somebody is None else Met(somebody.author, somebody.since)
