"""The open assessment and the one door through which it changes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.desktop.undo import Step
from app.edits import EditRefused
from app.wording import _
from db.model import Assessment

Edit = Callable[..., Assessment]


@dataclass(frozen=True)
class Change:
    """What a commit, an undo or a redo changed."""

    before: Assessment
    after: Assessment
    tables: frozenset[str]
    """The fields of the assessment that are not the same object any more."""
    label: str


class Workspace(QObject):
    """Holds the assessment, its undo steps and its file."""

    opened = Signal()
    closed = Signal()
    changed = Signal(object)
    previewed = Signal(object)
    refused = Signal(str)
    file_state_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.path: Path | None = None
        self.author = ""
        self._value: Assessment | None = None
        self._preview: Assessment | None = None

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

    def new(self, assessment: Assessment) -> None:
        """Begin with an assessment that has no file yet."""
        self._value = assessment
        self.undo_stack.clear()
        self.opened.emit()

    def close(self) -> None:
        """Let go of the assessment; everything committed stays in its file."""
        self._value = self._preview = None
        self.path = None
        self.undo_stack.clear()
        self.closed.emit()

    def apply(self, label: str, edit: Edit, *args: object, **kwargs: object) -> bool:
        """Commit `edit(value, *args, **kwargs)` as one named step; False if it was refused."""
        before = self.value
        after = self._computed(edit, args, kwargs)
        self._preview = None
        if after is None or after == before:
            self.previewed.emit(None)
            return after is not None
        self._restore(after, label)
        self.undo_stack.push(Step(before, after, label, self._restore))
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
        try:
            return edit(self.value, *args, **kwargs)
        except EditRefused as refusal:
            self.refused.emit(_(refusal.message).format(**refusal.arguments))
            return None

    def _restore(self, value: Assessment, label: str) -> None:
        """Make `value` the committed assessment and tell everybody what differs."""
        before = self.value
        self._value = value
        self._preview = None
        self.changed.emit(Change(before, value, _differing(before, value), label))


def _differing(before: Assessment, after: Assessment) -> frozenset[str]:
    names = Assessment.__struct_fields__
    return frozenset(
        name for name in names if getattr(before, name) is not getattr(after, name)
    )
