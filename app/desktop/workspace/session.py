"""The open assessment: its value, its previews and its steps of undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.desktop.files.chosen import ChosenFiles
from app.desktop.files.state import Caution, FileState
from app.desktop.waiting import beside
from app.desktop.workspace.attendance import Attendance
from app.desktop.workspace.change import Change, differing
from app.desktop.workspace.publication import Publication
from app.desktop.workspace.step import Step
from app.desktop.workspace.trial import Trial
from app.desktop.workspace.versions import Versions
from app.desktop.workspace.working_copy import WorkingCopy
from app.wording import _

if TYPE_CHECKING:
    from pathlib import Path

    from app.desktop.workspace.early_reading import EarlyReading
    from db.document import Document
    from db.model import Assessment
    from db.store import Unfinished

    Edit = Callable[..., Assessment]


class Workspace(QObject):
    """The one door through which an assessment is opened, changed and kept.

    Every edit is committed to a private working copy at once; the officer's file follows a moment
    after the last edit and on closing. `folder` is where working copies are kept.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal(object)
    previewed = Signal(object)
    refused = Signal(str)
    file_state_changed = Signal(object)
    resumed = Signal(int)
    """Work that was left unfinished is here again; so many edits had not reached their file."""
    doubted = Signal()
    """The officer chose a file for the first time that lies in a place for passing files."""

    def __init__(
        self, folder: Path, author: str = "", chosen_files: ChosenFiles | None = None
    ) -> None:
        super().__init__()
        self._chosen_files = chosen_files or ChosenFiles()
        self.undo_stack = QUndoStack(self)
        self.author = author
        self._value: Assessment | None = None
        self._preview: Assessment | None = None
        self._copy = WorkingCopy(folder, self)
        self.leftovers = self._copy.leftovers
        self._publication = Publication(self._copy, folder.parent / "versions", self)
        self.versions = Versions(self, self._copy, self._publication)
        self._copy.ready.connect(self._restore_steps)
        self.trial = Trial(self)
        self.attendance = Attendance(self)
        self.closed.connect(self.attendance.leave)
        told = (self._copy.changed, self._publication.changed, self.trial.changed)
        for changed in (*told, self.attendance.met):
            changed.connect(self._announce_state)

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

    def has(self, table: str, key: str | None) -> bool:
        """Whether a table has a row with this key; a thing on show may have gone meanwhile."""
        return self.is_open and any(row.id == key for row in getattr(self.value, table))

    @property
    def path(self) -> Path | None:
        """The officer's file; None while there is none."""
        return self._publication.path

    @property
    def file_state(self) -> FileState:
        """What is saved where."""
        publication = self._publication
        return FileState(
            path=publication.path,
            unpublished=publication.unpublished,
            busy=publication.busy,
            trouble=publication.trouble,
            unkept=self._copy.trouble,
            caution=publication.caution,
            theirs=publication.theirs,
            conflicts=len(self.versions.conflicts()),
            met=self.attendance.met_last,
            trying=self.trial.active,
        )

    def new(self, assessment: Assessment) -> None:
        """Begin with an assessment that has no file yet; it is safe from this moment."""
        self.close()
        self._copy.begin(assessment, assessment)
        self._begin(assessment, None, Caution.NONE)

    def open(
        self, path: Path, early: EarlyReading | None = None, password: str | None = None
    ) -> None:
        """Open an officer's file, or what of it was not published when it was last left.

        `early` is the file on its way through the gate, if somebody has sent it there already.
        A password is used and not kept. Raises `db.errors.Trouble`, and `Stopped` when the officer
        would not wait; whatever was open then stays open.
        """
        path = path.absolute()
        if self.is_open and path == self.path:
            return
        said = _("Reading {file} …").format(file=path.name)
        for left in () if self.leftovers.none else beside(self.leftovers.unfinished, said):
            if left.source is not None and left.source.absolute() == path:
                self.resume(left)
                return
        from db import gate

        read = partial(gate.read, path, password) if early is None else early.result
        reading = beside(read, said, may_stop=True)
        self.close()
        source = (path, reading.stamp) if reading.writable else None  # else nothing can go there
        self._copy.begin(reading.document, reading.assessment, source)
        value = reading.assessment
        caution = self._chosen_files.caution(
            path, value.decision.id, writable=reading.writable, sealed=reading.sealed
        )
        self._begin(value, path, caution)
        self._publication.format = reading.format

    def resume(self, left: Unfinished) -> None:
        """Go on with a working copy that was left unfinished. Raises `db.errors.Trouble`."""
        said = _("Reading {file} …").format(file=left.title)
        store, value = beside(lambda: self._copy.leftovers.open(left), said)
        self.close()
        self._copy.take_up(store, value)
        path = store.source
        caution = Caution.NONE
        if path is not None and path.exists():
            caution = self._chosen_files.caution(path, value.decision.id)
        self._begin(value, path, caution)
        self._restore_steps(store.document())
        self.resumed.emit(left.unpublished)
        self._publication.schedule()

    def close(self) -> None:
        """Publish what is not published yet and let go of the assessment."""
        if self._value is None:
            return
        self.trial.forget()
        self.versions.leave()
        self._publication.finish()
        self._copy.let_go(for_good=not self._publication.unpublished and not self._copy.trouble)
        self._publication.attach(None, Caution.NONE)
        self._value = self._preview = None
        self.undo_stack.clear()
        self.closed.emit()

    def _begin(self, value: Assessment, path: Path | None, caution: Caution) -> None:
        self._value, self._preview = value, None
        self.undo_stack.clear()
        self._publication.attach(path, caution)
        self.versions.watch.follow(path)
        self.opened.emit()
        self._announce_state()

    def _restore_steps(self, document: Document) -> None:
        if document.revisions and not self.undo_stack.count():
            from app.desktop.workspace.past_steps import restore_steps

            restore_steps(self.undo_stack, document, self.author, self._commit)

    # --- editing

    def apply(self, label: str, edit: Edit, *args: object, **kwargs: object) -> bool:
        """Commit `edit(value, *args, **kwargs)` as one named step; False if it was refused.

        A field that is left late, when nothing is open any more, has nothing to change.
        """
        if not self.is_open:
            return False
        before = self.value
        after = self._computed(edit, args, kwargs)
        if after is None or after == before:
            self.drop_preview()
            return after is not None
        revision = self._commit(after, label, None)
        self.undo_stack.push(Step(before, after, label, revision, self._commit))
        return True

    def preview(self, edit: Edit, *args: object, **kwargs: object) -> bool:
        """Show what an edit would give without committing it; False if it would be refused."""
        shown = self._computed(edit, args, kwargs) if self.is_open else None
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

    def _commit(self, value: Assessment, label: str, undoes: int | None) -> int | None:
        """Make `value` the committed assessment, keep it, and tell everybody what differs."""
        before, tried = self.value, self.trial.active
        self._value, self._preview = value, None
        revision = None if tried else self._copy.keep(label, value, self.author, undoes)
        self.changed.emit(Change(before, value, differing(before, value), label))
        if not tried:
            self._publication.schedule()
        return revision

    def take(self, label: str, commit: Callable[[], tuple[Assessment, int]]) -> None:
        """Make what `commit` gives (a value and its revision) the committed one, as one step.

        Raises what `commit` raises; nothing has changed then.
        """
        self.drop_preview()
        self.trial.keep(_("What was tried"))  # what comes from elsewhere builds on what is kept
        before = self.value
        after, revision = commit()
        self._value = after
        if after != before:
            self.undo_stack.push(Step(before, after, label, revision, self._commit))
        self.changed.emit(Change(before, after, differing(before, after), label))
        self._publication.schedule()

    # --- the officer's file

    @property
    def publish_after_ms(self) -> int:
        """How long after the last edit the officer's file follows."""
        return self._publication.after_ms

    @publish_after_ms.setter
    def publish_after_ms(self, pause: int) -> None:
        self._publication.after_ms = pause

    def publish(self) -> None:
        """Write the officer's file on a worker thread, if there is anything new for it."""
        self._publication.publish()

    def allow_publishing(self) -> None:
        """Write to the file from now on, although it lies in a place for passing files."""
        if self.path is not None:
            self._chosen_files.choose(self.path, self.value.decision.id)
        self._publication.allow()

    def save_as(self, path: Path) -> None:
        """Make `path` the officer's file and write it now. Raises `db.errors.Trouble`."""
        self._publication.write(path.absolute(), adopt=True)
        self.versions.watch.follow(self.path)
        if self._chosen_files.choose(path.absolute(), self.value.decision.id):
            self.doubted.emit()

    def save_copy(self, path: Path) -> None:
        """Write a copy to another file, over whatever is there. Raises `db.errors.Trouble`."""
        self._publication.write(path.absolute(), adopt=False)

    def _announce_state(self) -> None:
        if self.is_open:
            self.attendance.follow(self.path if self._publication.allowed else None)
            self.file_state_changed.emit(self.file_state)
