"""Undo and redo: of typing in the field that has the keyboard first, then of the last step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.desktop.look.speech import announce
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.window import MainWindow


def undo(window: MainWindow) -> None:
    """Take back typing in the focused field, else the last step; a step is said."""
    field = QApplication.focusWidget()
    if typed_undo(field):
        field.undo()
        return
    window.commit_pending()
    stack = window.workspace.undo_stack
    if window.workspace.trial.may_undo and stack.canUndo():
        said = _("Taken back: {step}").format(step=stack.undoText())
        stack.undo()
        announce(window, said)


def redo(window: MainWindow) -> None:
    """Make the typing or the last step again that was taken back; a step is said."""
    field = QApplication.focusWidget()
    if typed_redo(field):
        field.redo()
        return
    window.commit_pending()
    stack = window.workspace.undo_stack
    if stack.canRedo():
        said = _("Made again: {step}").format(step=stack.redoText())
        stack.redo()
        announce(window, said)


def typed_undo(field: QWidget | None) -> bool:
    """Whether the focused field has typing to take back."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()


def typed_redo(field: QWidget | None) -> bool:
    """Whether the focused field has typing to bring back."""
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isRedoAvailable()
