"""Undo and redo: what they would do now, and whether there is anything to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenu

from app.desktop.actions.menus import step_caption
from app.wording import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.desktop.workspace import Workspace


class UndoActions(QObject):
    """Names the step that each would take, and puts out the one that has none.

    Typing that is not committed yet counts; it is looked for when their menu is shown. Until then a
    field takes the key itself.
    """

    def __init__(self, workspace: Workspace, undo: QAction, redo: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._undo, self._redo = workspace, undo, redo
        for happened in (workspace.undo_stack.indexChanged, workspace.trial.changed):
            happened.connect(self.update)
        for happened in (workspace.opened, workspace.closed):
            happened.connect(self.update)
        for holder in undo.associatedObjects():
            if isinstance(holder, QMenu):
                holder.aboutToShow.connect(self.update)
        self.update()

    def update(self) -> None:
        """Look what there is to take back and to make again."""
        stack = self._workspace.undo_stack
        back, forth = self._typing()
        steps = stack.canUndo() and self._workspace.trial.may_undo
        self._undo.setEnabled(steps or back)
        self._redo.setEnabled(stack.canRedo() or forth)
        self._undo.setText(step_caption(_("&Undo"), stack.undoText()))
        self._redo.setText(step_caption(_("&Redo"), stack.redoText()))

    def _typing(self) -> tuple[bool, bool]:
        """Whether the focused field has typing to take back, and to bring back."""
        field = QApplication.focusWidget()
        if field is None or not self._workspace.is_open:
            return False, False
        from app.desktop.actions.taking_back import typed_redo, typed_undo

        return typed_undo(field), typed_redo(field)
