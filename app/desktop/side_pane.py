"""What stands beside every page: the ranking, and below it the inspector when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.desktop.widgets.ranking_panel import RankingPanel

if TYPE_CHECKING:
    from app.desktop.inspector.inspector import Inspector, Selection
    from app.desktop.workspace import Change, Workspace

NARROWEST = 240
RANKING_PART = 0.62
"""So much of the height is enough for the ranking, if its words have room in it."""
RANKING_MOST = 0.8
"""So much of it at most, however much there is to say."""


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
        self._split.splitterMoved.connect(self._take_note)
        self._moved = False
        self.ranking.room_wanted.connect(self._give_room)
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
        if self.inspector.isHidden():
            self.inspector.show()
            self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._share_height()

    def _made_inspector(self) -> Inspector:
        from app.desktop.inspector.inspector import Inspector

        made = Inspector(self._workspace)
        made.hide()
        self._split.addWidget(made)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        made.show_value(self._workspace.value, None)
        return made

    def _share_height(self) -> None:
        """Part the height between ranking and inspector, as an officer has done if that will do."""
        if self.inspector is None or self.inspector.isHidden():
            return
        part = self._split.sizes()[0]
        if not self._moved:
            most = round(self._split.height() * RANKING_PART)
            part = min(self.ranking.sizeHint().height(), most)
        self._give_ranking(max(part, self.ranking.needed_height()))

    def _give_room(self, wanted: int) -> None:
        """Let the ranking have what it lacks of the inspector's height."""
        if self.inspector is not None and self.inspector.isVisible():
            self._give_ranking(max(wanted, self.ranking.height()))

    def _give_ranking(self, height: int) -> None:
        whole = self._split.height() - self._split.handleWidth()
        given = min(height, round(whole * RANKING_MOST))
        self._split.setSizes([given, whole - given])

    def _take_note(self) -> None:
        self._moved = True
