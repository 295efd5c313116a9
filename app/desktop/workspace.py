"""The open assessment and the one door through which it changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from app.desktop.file_state import Caution, FileState, caution_about
from app.desktop.jobs import LatestJob
from app.desktop.trouble import sentence_of
from app.desktop.undo import Step

if TYPE_CHECKING:
    from db.document import Stamp
    from db.gate import Reading
    from db.model import Assessment
    from db.store import Store, Unfinished

    Edit = Callable[..., Assessment]

PUBLISH_AFTER_MS = 2_000
RETRY_AFTER_MS = 5_000


class Change(NamedTuple):
    """What a commit, an undo or a redo changed."""

    before: Assessment
    after: Assessment
    tables: frozenset[str]
    """The fields of the assessment that are not the same object any more."""
    label: str


class Workspace(QObject):
    """Holds the assessment, its undo steps, its private working copy and its file.

    Every edit is committed to the working copy at once; the officer's file follows a moment
    after the last edit and on closing. `folder` is where working copies are kept.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal(object)
    previewed = Signal(object)
    refused = Signal(str)
    file_state_changed = Signal(object)
    conflict_found = Signal(str)

    def __init__(self, folder: Path, author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.author = author
        self.publish_after_ms = PUBLISH_AFTER_MS
        self._folder = folder
        self._value: Assessment | None = None
        self._preview: Assessment | None = None
        self._store: Store | None = None
        self._source: tuple[Path, Stamp] | None = None
        self._reading: Reading | None = None
        self._kept: Assessment | None = None
        self.file_state = FileState()
        self._publishing = LatestJob(self)
        self._publishing.done.connect(self._note_published)
        self._publishing.failed.connect(self._note_unpublished)
        self._publish_timer = QTimer(self, singleShot=True)
        self._publish_timer.timeout.connect(self.publish)
        self._retry_timer = QTimer(self, singleShot=True, interval=RETRY_AFTER_MS)
        self._retry_timer.timeout.connect(self._retry)
        self._store_timer = QTimer(self, singleShot=True, interval=0)
        self._store_timer.timeout.connect(self._ready_store)

    @property
    def is_open(self) -> bool:
        """Whether there is an assessment."""
        return self._value is not None

    @property
    def value(self) -> Assessment:
        """The committed assessment."""
        assert self._value is not None
        return self._value

    @property
    def shown(self) -> Assessment:
        """The assessment on screen: the preview during a drag, else the committed one."""
        return self._preview or self.value

    @property
    def path(self) -> Path | None:
        """The officer's file; None while there is none."""
        return self.file_state.path

    # --- opening and closing

    def new(self, assessment: Assessment) -> None:
        """Begin with an assessment that has no file yet; it is safe from this moment."""
        self.close()
        self._begin(assessment, FileState())
        self._ready_store()

    def open(self, path: Path, reading: Reading | None = None) -> None:
        """Open an officer's file, or what of it was not published when it was last left.

        `reading` is what the gate made of the file, if somebody has asked it already. Raises
        `db.errors.Trouble`; whatever was open then stays open.
        """
        path = path.absolute()
        left = self._left_unpublished(path)
        if left is not None:
            self.resume(left)
            return
        if reading is None:
            from db import gate

            reading = gate.read(path)
        self.close()
        self._source = (path, reading.stamp)
        self._reading = reading
        caution = caution_about(path, writable=reading.writable)
        self._begin(reading.assessment, FileState(path=path, caution=caution))

    def resume(self, left: Unfinished) -> None:
        """Go on with a working copy that was left unfinished. Raises `db.errors.Trouble`."""
        from db.store import Store

        store = Store.open(left.path)
        value = store.load()
        self.close()
        self._store = store
        path = store.source
        caution = caution_about(path) if path is not None and path.exists() else Caution.NONE
        self._begin(value, FileState(path=path, caution=caution))
        self._schedule_publishing()

    def unfinished(self) -> tuple[Unfinished, ...]:
        """Working copies that hold edits which are in no officer's file."""
        if not self._folder.is_dir() or not any(self._folder.iterdir()):
            return ()
        from db.store import unfinished

        return tuple(left for left in unfinished(self._folder) if left.unpublished)

    def discard(self, left: Unfinished) -> None:
        """Delete a working copy for good."""
        from db.store import Store

        Store.open(left.path).discard()

    def close(self) -> None:
        """Publish what is not published yet and let go of the assessment."""
        if self._value is None:
            return
        self.finish_publishing()
        self._publish_timer.stop()
        self._retry_timer.stop()
        self._store_timer.stop()
        if self._store is not None:
            published = self._store.revision == self._store.published
            if published and self.path is not None:
                self._store.discard()
            else:
                self._store.close()
        self._store = self._source = self._reading = None
        self._value = self._preview = self._kept = None
        self.undo_stack.clear()
        self.closed.emit()

    def _begin(self, assessment: Assessment, state: FileState) -> None:
        self._value = self._kept = assessment
        self._preview = None
        self.undo_stack.clear()
        self.file_state = state
        self._set_state()
        self.opened.emit()
        self._store_timer.start()

    # --- editing

    def apply(self, label: str, edit: Edit, *args: object, **kwargs: object) -> bool:
        """Commit `edit(value, *args, **kwargs)` as one named step; False if it was refused."""
        before = self.value
        after = self._computed(edit, args, kwargs)
        if after is None or after == before:
            self.drop_preview()
            return after is not None
        revision = self._restore(after, label, None)
        self.undo_stack.push(Step(before, after, label, revision, self._restore))
        return True

    def preview(self, edit: Edit, *args: object, **kwargs: object) -> bool:
        """Show what an edit would give without committing it; False if it would be refused."""
        shown = self._computed(edit, args, kwargs)
        if shown is None:
            return False
        self._preview = shown
        self.previewed.emit(shown)
        return True

    def drop_preview(self) -> None:
        """Go back to showing the committed assessment."""
        if self._preview is not None:
            self._preview = None
            self.previewed.emit(None)

    def _computed(
        self, edit: Edit, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> Assessment | None:
        from app.edits import EditRefused
        from app.wording import refusal

        try:
            return edit(self.value, *args, **kwargs)
        except EditRefused as error:
            self.refused.emit(refusal(error))
            return None

    def _restore(self, value: Assessment, label: str, undoes: int | None) -> int | None:
        """Make `value` the committed assessment, keep it, and tell everybody what differs."""
        before = self.value
        self._value = value
        self._preview = None
        revision = self._keep(label, undoes)
        self.changed.emit(Change(before, value, _differing(before, value), label))
        self._schedule_publishing()
        return revision

    # --- the working copy

    def _ready_store(self) -> None:
        """Make the working copy, which waits until the window has been painted."""
        if self._store is not None or self._value is None:
            return
        from db.errors import Trouble
        from db.store import Store

        content = self._reading.document if self._reading is not None else self._kept
        source, stamp = self._source or (None, None)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._store = Store.create(self._folder, content, source=source, stamp=stamp)
        except (Trouble, OSError) as error:
            self._set_state(unkept=sentence_of(error))
            self._retry_timer.start()
        else:
            self._set_state(unkept="")

    def _keep(self, label: str, undoes: int | None) -> int | None:
        """Commit to the working copy; what cannot be kept is tried again and told."""
        from db.errors import Trouble

        self._ready_store()
        if self._store is None or self._kept is None:
            return None
        missed = bool(self.file_state.unkept)
        try:
            revision = self._store.commit(
                label,
                self._kept,
                self.value,
                author=self.author,
                when=datetime.now(UTC),
                undoes=None if missed else undoes,
            )
        except Trouble as error:
            self._set_state(unkept=sentence_of(error))
            self._retry_timer.start()
            return None
        self._kept = self.value
        self._set_state(unkept="")
        return revision

    def _retry(self) -> None:
        if self._value is not None and self.file_state.unkept:
            from app.wording import _

            self._keep(_("Changes that could not be saved before"), None)
            self._schedule_publishing()

    def _left_unpublished(self, path: Path) -> Unfinished | None:
        for left in self.unfinished():
            if left.source is not None and left.source.absolute() == path:
                return left
        return None

    # --- the officer's file

    def publish(self) -> None:
        """Write the officer's file on a worker thread, if there is anything new for it."""
        self._publish_timer.stop()
        if self._may_publish():
            self._publishing.request(self._publication())
            self._set_state(busy=True)

    def finish_publishing(self) -> None:
        """Write what is not in the officer's file yet and wait until it is."""
        from db.errors import Trouble

        if self._publishing.busy:
            self._publishing.wait()
            self._set_state(busy=False)
        if not self._may_publish():
            return
        try:
            result = self._publication()()
        except (Trouble, OSError) as error:
            self._note_unpublished(error)
        else:
            self._note_published(result)

    def allow_publishing(self) -> None:
        """Write to the file from now on, although it lies in a place for passing files."""
        self._set_state(caution=Caution.NONE, trouble="")
        self.publish()

    def save_as(self, path: Path) -> None:
        """Make `path` the officer's file and write it now. Raises `db.errors.Trouble`."""
        self.save_copy(path, adopt=True)

    def save_copy(self, path: Path, *, adopt: bool = False) -> None:
        """Write a copy to another file, over whatever is there. Raises `db.errors.Trouble`."""
        from db.publish import publish, stamp_of

        self._ready_store()
        path = path.absolute()
        if self._publishing.busy:
            self._publishing.wait()
        assert self._store is not None
        revision = self._store.revision
        stamp = publish(self._store.document(), path, stamp_of(path), keep=self._versions)
        if adopt or path == self.path:
            self._store.note_published(path, stamp, revision)
            self._set_state(path=path, caution=Caution.NONE, trouble="", busy=False)

    @property
    def _versions(self) -> Path:
        return self._folder.parent / "versions"

    def _may_publish(self) -> bool:
        store = self._store
        return (
            self._value is not None
            and store is not None
            and store.source is not None
            and store.revision > store.published
            and self.file_state.caution is Caution.NONE
        )

    def _publication(self) -> Callable[[], object]:
        from db.publish import publish

        store = self._store
        assert store is not None
        assert store.source is not None
        document, revision = store.document(), store.revision
        source, stamp, versions = store.source, store.stamp, self._versions
        return lambda: (source, publish(document, source, stamp, keep=versions), revision)

    def _note_published(self, result: tuple[Path, Stamp, int]) -> None:
        if self._store is not None:
            self._store.note_published(*result)
            self._set_state(busy=False, trouble="")
            self._schedule_publishing()

    def _note_unpublished(self, error: Exception) -> None:
        from db.errors import PublishConflict

        self._set_state(busy=False, trouble=sentence_of(error))
        if isinstance(error, PublishConflict):
            self.conflict_found.emit(sentence_of(error))

    def _schedule_publishing(self) -> None:
        if self._may_publish():
            self._publish_timer.start(self.publish_after_ms)

    def _set_state(self, **facts: object) -> None:
        store = self._store
        unpublished = 0 if store is None else store.revision - store.published
        self.file_state = self.file_state._replace(unpublished=unpublished, **facts)
        self.file_state_changed.emit(self.file_state)


def _differing(before: Assessment, after: Assessment) -> frozenset[str]:
    names = type(before).__struct_fields__
    return frozenset(name for name in names if getattr(before, name) is not getattr(after, name))
