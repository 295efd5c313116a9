"""What stands beside every page: the ranking, and below it the inspector when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.desktop.widgets.ranking_panel import RankingPanel

if TYPE_CHECKING:
    from app.desktop.inspector.inspector import Inspector, Selection
    from app.desktop.workspace import Change, Workspace

NARROWEST = 240
RANKING_PART = 0.62
"""So much of the height the ranking takes at most when the inspector opens below it."""


class SidePane(QWidget):
    """The ranking over the inspector, which is made when something is first inspected."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(NARROWEST)
        self._workspace = workspace
        self.ranking = RankingPanel()
        self.inspector: Inspector | None = None
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.ranking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)

    def forget(self) -> None:
        """Inspect nothing: another assessment is open."""
        if self.inspector is not None:
            self.inspector.forget()

    def follow(self, change: Change) -> None:
        """Show what is inspected as it is after a change."""
        if self.inspector is not None:
            self.inspector.show_value(change.after, change.tables)

    def commit_pending(self) -> None:
        """Commit what is typed in the inspector but not left yet."""
        if self.inspector is not None and self.inspector.isVisible():
            self.inspector.commit_pending()

    def inspect(self, selection: Selection | None) -> None:
        """Show the inspector for a selection; None puts it out of sight."""
        if selection is None:
            if self.inspector is not None:
                self.inspector.commit_pending()
                self.inspector.hide()
            return
        if self.inspector is None:
            self.inspector = self._made_inspector()
        self.inspector.inspect(selection)
        self.inspector.show()

    def _made_inspector(self) -> Inspector:
        from app.desktop.inspector.inspector import Inspector

        made = Inspector(self._workspace)
        self._split.addWidget(made)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        wanted = self.ranking.sizeHint().height()
        self._split.setSizes([min(wanted, round(self._split.height() * RANKING_PART)), 10_000])
        made.show_value(self._workspace.value, None)
        return made
