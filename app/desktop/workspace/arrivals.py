"""A colleague's version on its way in: read through the gate and merged in thought, off the GUI."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.desktop.jobs import LatestJob

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.desktop.merging.cases import Case
    from db.document import Document, Stamp
    from db.merge import Merge


class Arrival(NamedTuple):
    """Another version of the open assessment, and what the two come to; nothing is written yet."""

    path: Path
    stamp: Stamp
    mine: Document
    theirs: Document
    merged: Merge
    cases: tuple[Case, ...]
    """The conflicts of the merge as they are put before the officer."""

    @property
    def authors(self) -> tuple[str, ...]:
        """Who made the changes that mine had not seen, in the order of their first."""
        names = {session.id: session.author for session in self.theirs.sessions}
        return tuple(dict.fromkeys(names[row.session] for row in self.merged.imported))

    @property
    def changes(self) -> int:
        """How many changes mine had not seen; merging others is none."""
        from db.revisions import is_merge

        return sum(not is_merge(revision) for revision in self.merged.imported)

    @property
    def news(self) -> bool:
        """Whether mine says anything that theirs does not."""
        from db.revisions import is_merge

        seen = {session.id: session.seen for session in self.theirs.sessions}
        return any(
            seen.get(row.session, 0) < row.counter and not is_merge(row)
            for row in self.mine.revisions
        )


class Arrivals(QObject):
    """Reads versions one at a time; the latest request wins."""

    read = Signal(object)
    """An `Arrival`."""
    failed = Signal(object)
    """Why a version could not be read or merged."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = LatestJob(self)
        self._job.done.connect(self.read)
        self._job.failed.connect(self.failed)

    def request(self, path: Path, mine: Document) -> None:
        """Read the version at `path` and see what it and mine come to."""
        self._job.request(_reader(path, mine))

    def abandon(self) -> None:
        """Forget what is being read."""
        self._job.abandon()


def _reader(path: Path, mine: Document) -> Callable[[], Arrival]:
    def read() -> Arrival:
        from app.desktop.merging.cases import cases_of
        from db import gate
        from db.merge import merge

        reading = gate.read(path)
        theirs = reading.document
        merged = merge(mine, theirs)
        names = {session.id: session.author for session in merged.sessions}
        cases = cases_of(merged.assessment, merged.conflicts, mine, names)
        return Arrival(path, reading.stamp, mine, theirs, merged, cases)

    return read
