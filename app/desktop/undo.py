"""One named step of undo: the assessment before and after."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from db.model import Assessment

Restore = Callable[[Assessment, str], None]


class Step(QUndoCommand):
    """A committed edit; undoing and redoing it goes through the workspace again."""

    def __init__(
        self, before: Assessment, after: Assessment, label: str, restore: Restore
    ) -> None:
        super().__init__(label)
        self._before = before
        self._after = after
        self._restore = restore
        self._done = True  # pushing calls redo() for an edit that is already committed

    def undo(self) -> None:
        self._done = False
        self._restore(self._before, self.text())

    def redo(self) -> None:
        if self._done:
            return
        self._done = True
        self._restore(self._after, self.text())
