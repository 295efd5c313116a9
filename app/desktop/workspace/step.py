"""One named step of undo: the assessment before and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from db.model import Assessment

Commit = Callable[["Assessment", str, int | None], "int | None"]
"""Makes a value the committed one; takes its label and the revision taken back, gives the new."""


class Step(QUndoCommand):
    """A committed edit; undoing and redoing it goes through the workspace again."""

    def __init__(
        self,
        before: Assessment,
        after: Assessment,
        label: str,
        revision: int | None,
        commit: Commit,
    ) -> None:
        super().__init__(label)
        self._before = before
        self._after = after
        self._revision = revision
        self._commit = commit
        self._done = True  # pushing calls redo() for an edit that is already committed
        self._resting = False

    def rest(self, *, resting: bool) -> None:
        """While resting, undo and redo move in the stack and commit nothing."""
        self._resting = resting

    def undo(self) -> None:
        self._done = False
        if self._resting:
            return
        self._revision = self._commit(self._before, self.text(), self._revision)

    def redo(self) -> None:
        if self._done:
            return
        self._done = True
        self._revision = self._commit(self._after, self.text(), self._revision)
