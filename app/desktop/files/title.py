"""The title of the window: the decision and the file it is kept in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from app.desktop.workspace import Workspace

PROGRAM = "Counterpoise"


class WindowTitle(QObject):
    """Follows the workspace, so that two copies of one decision can be told apart."""

    def __init__(self, workspace: Workspace, window: QMainWindow) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        for signal in (workspace.opened, workspace.closed):
            signal.connect(self.show)
        workspace.changed.connect(self.show)
        workspace.file_state_changed.connect(self.show)
        self.show()

    def show(self, _what: object = None) -> None:
        """Put the title on the window."""
        self._window.setWindowTitle(self._text())

    def _text(self) -> str:
        if not self._workspace.is_open:
            return PROGRAM
        path = self._workspace.file_state.path
        parts = [self._workspace.value.decision.title, "" if path is None else path.name, PROGRAM]
        return " — ".join(part for part in parts if part)
