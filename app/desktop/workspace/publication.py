"""The officer's file: it follows the working copy a moment after the last edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.desktop.files.state import Caution
from app.desktop.jobs import LatestJob
from app.desktop.telling.trouble import sentence_of
from app.desktop.waiting import beside
from app.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.desktop.workspace.working_copy import WorkingCopy
    from db.document import Stamp

    Published = tuple[Path, Stamp, int]

PUBLISH_AFTER_MS = 2_000


class Publication(QObject):
    """Writes whole files on a worker thread, never one that we were not asked to write."""

    changed = Signal()
    """What is in the officer's file, or why it is not, has changed."""

    def __init__(self, copy: WorkingCopy, versions: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.caution = Caution.NONE
        self.trouble = ""
        self.format: int | None = None
        """In which format the officer's file is written; None: as this program writes it."""
        self.theirs: Path | None = None
        """Where a colleague's version can be read that is not merged yet."""
        self.after_ms = PUBLISH_AFTER_MS
        self._copy = copy
        self.versions = versions
        self._job = LatestJob(self)
        self._wanted_again = False
        self._job.done.connect(self._note_published)
        self._job.failed.connect(self._note_failure)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.publish)

    @property
    def busy(self) -> bool:
        """Whether the file is being written."""
        return self._job.busy

    @property
    def allowed(self) -> bool:
        """Whether the officer's file may be written without asking."""
        return self.caution is Caution.NONE

    @property
    def unpublished(self) -> int:
        """How many revisions are not in the officer's file."""
        store = self._copy.store
        return 0 if store is None else store.revision - store.published

    def attach(self, path: Path | None, caution: Caution) -> None:
        """Follow another document, whose file is `path`."""
        self._timer.stop()
        self.path, self.caution, self.trouble, self.theirs = path, caution, "", None
        self.format, self._wanted_again = None, False

    def schedule(self) -> None:
        """Publish a moment from now; edits that follow one another are published together."""
        if self._due():
            self._timer.start(self.after_ms)

    def publish(self) -> None:
        """Write the officer's file, if there is anything new for it."""
        self._timer.stop()
        if self._job.busy:
            self._wanted_again = True  # what is written now is noted first: it is not another's
        elif self._due():
            self._job.request(self._work())
            self.changed.emit()

    def finish(self) -> None:
        """Write what is not in the officer's file yet, and wait until it is."""
        self._timer.stop()
        self.settle()
        if self._due():
            self._job.request(self._work())
            self.settle()
        self._timer.stop()

    def settle(self) -> None:
        """Wait for a file that is being written, while the window goes on being painted."""
        if self._job.busy and self.path is not None:
            beside(self._job.join, _("Writing {file} …").format(file=self.path.name))
        self._job.wait()

    def allow(self) -> None:
        """Write to the file from now on, although it lies in a place for passing files."""
        self.caution, self.trouble = Caution.NONE, ""
        self.publish()
        self.changed.emit()

    def write(self, path: Path, *, adopt: bool) -> None:
        """Write a file now, over whatever is there; `adopt`: it is the officer's file from now on.

        Raises `db.errors.Trouble`.
        """
        from db.publish import publish, stamp_of

        self._timer.stop()
        self.settle()
        document, store = self._copy.latest(), self._copy.make_ready()
        revision = store.revision
        said = _("Writing {file} …").format(file=path.name)
        stamp = beside(lambda: publish(document, path, stamp_of(path), keep=self.versions), said)
        # What the store could not take is safe in the file now, which is no more than a copy.
        if (adopt or path == self.path) and not self._copy.trouble:
            store.note_published(path, stamp, revision)
            self.attach(path, Caution.NONE)
            self.changed.emit()

    @property
    def known(self) -> Stamp | None:
        """What we last saw or put in the officer's file; None while it is being written."""
        return None if self.busy else self._copy.stamp

    def note_theirs(self, path: Path) -> None:
        """Remember that a colleague's version stands where ours did."""
        self.theirs = path
        self.changed.emit()

    def take_in(self, path: Path, stamp: Stamp, *, news: bool) -> None:
        """Note that the version at `path` is merged into ours; `news`: ours says more than it."""
        store = self._copy.store
        assert store is not None
        self.theirs, self.trouble = None, ""
        if store.source is not None and path.resolve() == store.source.resolve():
            published = store.published if news else store.revision
            store.note_published(store.source, stamp, published)
        self.schedule()
        self.changed.emit()

    def _due(self) -> bool:
        store = self._copy.store
        return (
            store is not None and store.source is not None and self.unpublished > 0 and self.allowed
        )

    def _work(self) -> Callable[[], Published]:
        from db.publish import publish

        store = self._copy.store
        assert store is not None
        assert store.source is not None
        document, revision = store.document(), store.revision
        source, stamp, versions = store.source, store.stamp, self.versions
        return lambda: (source, publish(document, source, stamp, keep=versions), revision)

    def _note_published(self, published: Published) -> None:
        self.trouble, self.theirs, self.format = "", None, None
        again, self._wanted_again = self._wanted_again, False
        if self._copy.store is not None:
            self._copy.store.note_published(*published)
            if again:
                self.publish()
            else:
                self.schedule()
        self.changed.emit()

    def _note_failure(self, error: Exception) -> None:
        from db.errors import PublishConflict

        self.trouble, self._wanted_again = sentence_of(error), False
        if isinstance(error, PublishConflict):
            self.theirs = error.theirs
        self.changed.emit()
