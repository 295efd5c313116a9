"""How the assessment came to be what it is, and what others say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.desktop.pages.assessors_view import AssessorsView
from app.desktop.pages.file_panel import FilePanel
from app.desktop.pages.open_conflicts import OpenConflicts
from app.desktop.pages.past_changes import PastChanges
from app.desktop.pages.tabbed_page import Tab, TabbedPage
from app.wording import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.desktop.workspace import Workspace


class HistoryPage(TabbedPage):
    """Past changes, open conflicts, differences between assessors, and the file itself."""

    step: ClassVar[str] = "history"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        workspace.changed.connect(self._follow)
        workspace.versions.renamed.connect(self._follow)
        workspace.file_state_changed.connect(self._follow_file)

    def title(self) -> str:
        return _("History")

    def hint(self) -> str:
        return _("What was changed, by whom and when; how to go back; what others say.")

    def tabs(self) -> tuple[Tab, ...]:
        return (
            Tab("changes", _("Changes"), self._make_changes),
            Tab("conflicts", _("Open conflicts"), self._make_conflicts),
            Tab("assessors", _("Between assessors"), AssessorsView),
            Tab("file", _("This file"), self._make_file),
        )

    def go_to(self, place: object) -> None:
        self.show_tab(str(place))

    def _make_changes(self) -> QWidget:
        return PastChanges(self.workspace)

    def _make_conflicts(self) -> QWidget:
        return OpenConflicts(self.workspace)

    def _make_file(self) -> QWidget:
        return FilePanel(self.workspace)

    def _follow(self, _change: object = None) -> None:
        """A commit may change the history alone, and no table of the assessment."""
        if self.isVisible():
            self.show_value(self.workspace.value, None)

    def _follow_file(self, _state: object) -> None:
        self.outdate("file")
