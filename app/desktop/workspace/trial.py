"""Trying things out: edits that are shown and can be undone, but are kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.desktop.workspace.session import Workspace
    from db.model import Assessment


class Trial(QObject):
    """While it goes on, neither working copy nor file follows; `base` is how things stood before.

    It ends with all its edits as one step of undo, or with none of them.
    """

    changed = Signal()
    """A trial has begun or ended."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.base: Assessment | None = None
        self._floor = 0

    @property
    def active(self) -> bool:
        """Whether a trial goes on."""
        return self.base is not None

    @property
    def touched(self) -> bool:
        """Whether anything is different from the base."""
        return self.base is not None and self._workspace.value != self.base

    @property
    def may_undo(self) -> bool:
        """Whether the step that undo would take back belongs to what goes on now."""
        return not self.active or self._workspace.undo_stack.index() > self._floor

    def begin(self) -> None:
        """Freeze things as they stand and try from here on."""
        if not self.active:
            self.base = self._workspace.value
            self._floor = self._workspace.undo_stack.index()
            self.changed.emit()

    def keep(self, label: str) -> None:
        """End the trial and make all of it one step."""
        if self.active:
            found = self._workspace.value
            self._rewind()
            self.base = None
            self._workspace.apply(label, _exchange, found)
            self.changed.emit()

    def drop(self) -> None:
        """End the trial as if nothing had been tried."""
        if self.active:
            self._rewind()
            self.base = None
            self.changed.emit()

    def forget(self) -> None:
        """The assessment is being let go of, and the trial with it."""
        if self.active:
            self.base = None
            self.changed.emit()

    def _rewind(self) -> None:
        """Go back to the base and take the steps of the trial off the stack."""
        stack = self._workspace.undo_stack
        steps = range(self._floor, stack.count())
        for number in steps:
            stack.command(number).setObsolete(True)
        stack.setIndex(stack.count())  # those that were undone are thrown away, not done again
        stack.setIndex(self._floor)


def _exchange(_value: Assessment, other: Assessment) -> Assessment:
    return other
