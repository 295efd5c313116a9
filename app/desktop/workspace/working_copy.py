"""The private working copy: every edit is in it before the window goes on."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.desktop.jobs import LatestJob
from app.desktop.telling.trouble import sentence_of
from app.wording import _

if TYPE_CHECKING:
    from pathlib import Path

    from db.difference import Difference
    from db.document import Document, Stamp
    from db.merge import Merge
    from db.model import Assessment
    from db.store import Store, Unfinished

READY_AFTER_MS = 400
RETRY_AFTER_MS = 5_000


class Unreadable(NamedTuple):
    """A store that an earlier run, or another version, left behind and that cannot be opened."""

    path: Path
    changed: datetime
    reason: str


class WorkingCopy(QObject):
    """Keeps the committed value in a store, and tries again what could not be kept.

    The store is made a moment after an assessment is opened, so that the window is painted first,
    or at the first edit if that comes sooner.
    """

    changed = Signal()
    """What is kept, or why it is not, has changed."""
    ready = Signal(object)
    """The document with its history, once when the store is there."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store: Store | None = None
        self.trouble = ""
        self._folder = folder
        self._content: Document | Assessment | None = None
        self._source: tuple[Path, Stamp] | None = None
        self._kept: Assessment | None = None
        self._wanted: Assessment | None = None
        self._author = ""
        self._soon = QTimer(self, singleShot=True, interval=READY_AFTER_MS)
        self._soon.timeout.connect(self._prepare)
        self._loading = LatestJob(self)
        self._loading.done.connect(self.make_ready)
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
        self._soon.start()

    def take_up(self, store: Store) -> Assessment:
        """Go on with a store that was left, and return its value."""
        value = store.load()
        self.store = store
        self._kept = self._wanted = value
        return value

    def _prepare(self) -> None:
        """Load beside the window what a store needs, and make it then."""
        self._loading.request(lambda: import_module("db.store"))

    def make_ready(self, _loaded: object = None) -> None:
        """Make the store now, if it is not there yet."""
        self._soon.stop()
        self._loading.abandon()
        if self.store is not None or self._content is None:
            return
        from db.errors import Trouble
        from db.store import Store

        source, stamp = self._source or (None, None)
        try:
            self.store = Store.create(self._folder, self._content, source=source, stamp=stamp)
        except (Trouble, OSError) as error:
            self._note_trouble(error)
        else:
            self.trouble = ""
            self.ready.emit(self.store.document())
        self.changed.emit()

    def keep(self, label: str, value: Assessment, author: str, undoes: int | None) -> int | None:
        """Commit a value; its revision, or None when it could not be kept (`trouble` says why).

        What could not be kept before is kept with it.
        """
        from db.errors import Trouble

        self._wanted, self._author = value, author
        self.make_ready()
        if self.store is None or self._kept is None:
            return None
        revision = None
        try:
            revision = self.store.commit(
                label,
                self._kept,
                value,
                author=author,
                when=datetime.now(UTC),
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
        number = store.merge(merged, decisions, label=label, author=author, when=datetime.now(UTC))
        return self._take_value(store), number

    def decide(
        self, label: str, decisions: Difference, after: Assessment, author: str
    ) -> tuple[Assessment, int]:
        """Commit what was decided about conflicts; as `join`."""
        store = self._ready_store()
        number = store.decide(label, decisions, after, author=author, when=datetime.now(UTC))
        return self._take_value(store), number

    def name(self, number: int, name: str) -> None:
        """Give a revision a name. Raises `Trouble`."""
        self._ready_store().name_version(number, name)
        self.changed.emit()

    def document(self) -> Document:
        """The value as last kept, with its history."""
        return self._ready_store().document()

    def _ready_store(self) -> Store:
        """The store; raises `StoreFailed` while the last edits could not be kept in it."""
        from db.errors import StoreFailed

        self.make_ready()
        if self.store is None or self.trouble:
            raise StoreFailed(
                "The last change is not saved yet, so nothing else was done: {reason}",
                reason=self.trouble,
            )
        return self.store

    def _take_value(self, store: Store) -> Assessment:
        value = store.document().assessment
        self._kept = self._wanted = value
        self.changed.emit()
        return value

    def let_go(self, *, for_good: bool) -> None:
        """Close the store; `for_good`: nothing in it is needed any more."""
        self._soon.stop()
        self._loading.abandon()
        self._retry.stop()
        if self.store is not None:
            self.store.discard() if for_good else self.store.close()
        self.store = self._content = self._source = self._kept = self._wanted = None
        self.trouble = ""

    def unfinished(self) -> tuple[Unfinished, ...]:
        """Stores of earlier runs that hold edits which are in no officer's file."""
        if not self._folder.is_dir() or not any(self._folder.iterdir()):
            return ()
        from db.store import unfinished

        return tuple(left for left in unfinished(self._folder) if left.unpublished)

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Stores of earlier runs that cannot be opened, each with the reason."""
        if not self._folder.is_dir() or not any(self._folder.iterdir()):
            return ()
        from db.errors import StoreBusy, Trouble
        from db.store import SUFFIX, Store, unfinished

        sound = {left.path for left in unfinished(self._folder)}
        found = []
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            if path in sound:
                continue
            try:
                Store.open(path).close()
            except StoreBusy:
                continue  # somebody is working on it, so it is in good hands
            except Trouble as trouble:
                changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                found.append(Unreadable(path, changed, sentence_of(trouble)))
        return tuple(found)

    def discard(self, left: Unfinished) -> None:
        """Delete the store of an earlier run for good."""
        from db.store import Store

        Store.open(left.path).discard()

    def _note_trouble(self, error: Exception) -> None:
        self.trouble = sentence_of(error)
        self._retry.start()

    def _try_again(self) -> None:
        if self.trouble and self._wanted is not None:
            label = _("Changes that could not be saved before")
            self.keep(label, self._wanted, self._author, None)
