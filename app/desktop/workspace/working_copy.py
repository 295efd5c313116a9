"""The private working copy: every edit is in it before the window goes on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from app.desktop.jobs import LatestJob
from app.desktop.telling.trouble import sentence_of
from app.desktop.workspace.leftovers import Leftovers
from app.wording import _

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from db.difference import Difference
    from db.document import Document, Stamp
    from db.errors import StoreFailed
    from db.merge import Merge
    from db.model import Assessment
    from db.store import Store

READY_AFTER_MS = 400
RETRY_AFTER_MS = 5_000


class WorkingCopy(QObject):
    """Keeps the committed value in a store, and tries again what could not be kept.

    The store is made on a thread, a moment after an assessment is opened, so that the window is
    painted first. An edit that comes sooner waits until the store is there and is then in it.
    """

    changed = Signal()
    """What is kept, or why it is not, has changed."""
    ready = Signal(object)
    """The document with its history, once when the store is there."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store: Store | None = None
        self.trouble = ""
        self.leftovers = Leftovers(folder)
        self._content: Document | Assessment | None = None
        self._source: tuple[Path, Stamp] | None = None
        self._kept: Assessment | None = None
        self._wanted: Assessment | None = None
        self._author = ""
        self._soon = QTimer(self, singleShot=True, interval=READY_AFTER_MS)
        self._soon.timeout.connect(self._make)
        self._making = LatestJob(self)
        self._making.done.connect(self._take_store)
        self._making.failed.connect(self._note_failure)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_AFTER_MS)
        self._retry.timeout.connect(self._try_again)

    def begin(
        self,
        content: Document | Assessment,
        value: Assessment,
        source: tuple[Path, Stamp] | None = None,
    ) -> None:
        """Keep a document from now on; `source` is the file that it was read from."""
        self._content, self._source = content, source
        self._kept = self._wanted = value
        # Counted from when the window answers: it is painted first, however slow the start is.
        QTimer.singleShot(0, self, self._make_soon)

    def take_up(self, store: Store, value: Assessment) -> None:
        """Go on with a store that was left and what it holds."""
        self.store = store
        self._kept = self._wanted = value

    def _make_soon(self) -> None:
        if self.store is None:  # an edit may have come first and have had it made
            self._soon.start()

    def _make(self) -> None:
        """Begin to make the store on a thread, unless it is there or on its way.

        A second one would take the place of what edits are in already.
        """
        if self._content is not None and self.store is None and not self._making.busy:
            source, stamp = self._source or (None, None)
            self._making.request(partial(self._created, self._content, source, stamp))

    def _created(
        self, content: Document | Assessment, source: Path | None, stamp: Stamp | None
    ) -> Store:
        from db.store import Store

        with self.leftovers.alone:
            return Store.create(self.leftovers.folder, content, source=source, stamp=stamp)

    def make_ready(self) -> Store:
        """Wait for the store, if it is not there yet; raises `StoreFailed` if there can be none."""
        self._have_store()
        if self.store is None:
            raise _unkept(self.trouble)
        return self.store

    def _have_store(self) -> None:
        self._soon.stop()
        if self.store is None:
            self._make()
            self._making.wait()

    def _take_store(self, store: object) -> None:
        self.store = cast("Store", store)
        self.trouble = ""
        self.ready.emit(self.store.document())
        self.changed.emit()

    def _note_failure(self, error: Exception) -> None:
        from db.errors import Trouble

        if not isinstance(error, (Trouble, OSError)):
            raise error
        self._note_trouble(error)
        self.changed.emit()

    def keep(self, label: str, value: Assessment, author: str, undoes: int | None) -> int | None:
        """Commit a value; its revision, or None when it could not be kept (`trouble` says why).

        What could not be kept before is kept with it.
        """
        from db.errors import Trouble

        self._wanted, self._author = value, author
        self._have_store()
        if self.store is None or self._kept is None:
            return None
        revision = None
        try:
            revision = self.store.commit(
                label,
                self._kept,
                value,
                author=author,
                when=_now(),
                undoes=None if self.trouble else undoes,
            )
        except Trouble as error:
            self._note_trouble(error)
        else:
            self._kept, self.trouble = value, ""
        self.changed.emit()
        return revision

    @property
    def stamp(self) -> Stamp | None:
        """What was last seen in the officer's file."""
        if self.store is not None:
            return self.store.stamp
        return self._source[1] if self._source is not None else None

    def join(
        self, merged: Merge, decisions: Difference, label: str, author: str
    ) -> tuple[Assessment, int]:
        """Commit a merge with what was decided; the value and its revision. Raises `Trouble`."""
        store = self._ready_store()
        number = store.merge(merged, decisions, label=label, author=author, when=_now())
        return self._take_value(store), number

    def decide(
        self, label: str, decisions: Difference, after: Assessment, author: str
    ) -> tuple[Assessment, int]:
        """Commit what was decided about conflicts; as `join`."""
        store = self._ready_store()
        number = store.decide(label, decisions, after, author=author, when=_now())
        return self._take_value(store), number

    def name(self, number: int, name: str) -> None:
        """Give a revision a name. Raises `Trouble`."""
        self._ready_store().name_version(number, name)
        self.changed.emit()

    def document(self) -> Document:
        """The value as last kept, with its history."""
        return self._ready_store().document()

    def latest(self) -> Document:
        """All that was done, with its history: also what could not be kept in the store.

        That is tried once more first. Raises `StoreFailed` where there is no store at all.
        """
        store = self.make_ready()
        if self.trouble:
            self._try_again()
        if not self.trouble or self._kept is None or self._wanted is None:
            return store.document()
        now = _now()
        return store.following(
            _late_label(), self._kept, self._wanted, author=self._author, when=now
        )

    def _ready_store(self) -> Store:
        """The store; raises `StoreFailed` while the last edits could not be kept in it."""
        store = self.make_ready()
        if self.trouble:
            raise _unkept(self.trouble)
        return store

    def _take_value(self, store: Store) -> Assessment:
        value = store.document().assessment
        self._kept = self._wanted = value
        self.changed.emit()
        return value

    def let_go(self, *, for_good: bool) -> None:
        """Close the store; `for_good`: nothing in it is needed any more."""
        self._soon.stop()
        self._making.wait()  # what is half made would be left lying about
        self._retry.stop()
        if self.store is not None:
            self.store.discard() if for_good else self.store.close()
        self.store = self._content = self._source = self._kept = self._wanted = None
        self.trouble = ""

    def _note_trouble(self, error: Exception) -> None:
        self.trouble = sentence_of(error)
        self._retry.start()

    def _try_again(self) -> None:
        if self._wanted is self._kept:
            self._make()  # there was no edit yet; only the store is missing
        elif self.trouble and self._wanted is not None:
            self.keep(_late_label(), self._wanted, self._author, None)


def _late_label() -> str:
    return _("Changes that could not be saved before")


def _unkept(reason: str) -> StoreFailed:
    from db.errors import StoreFailed

    return StoreFailed(
        "The last change is not saved yet, so nothing else was done: {reason}", reason=reason
    )


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC)
