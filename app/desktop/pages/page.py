"""What every page is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.desktop.widgets.fields import LineField, ProseField

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.desktop.workspace import Workspace
    from db.model import Assessment


class Page(QWidget):
    """One step of the work, shown in the middle of the window.

    The window calls `show_value` when the page becomes visible and when something changed while
    it is; a hidden page is not kept up to date. A page reads the assessment it is given and
    writes through `workspace.apply` alone.
    """

    inspect = Signal(object)
    """A selection that the inspector shall show, such as ("score", assessor, option, criterion)."""
    step_wanted = Signal(str)
    """Another step that the user asked for, such as from an empty page."""
    place_wanted = Signal(str, object)
    """A place on another step that the user asked for; that step's page knows what it means."""
    drafted = Signal(object)
    """The assessment as it would be with what is being typed; the rail counts by it."""
    step: ClassVar[str]
    """The page's name in the rail."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setAccessibleName(self.title())

    def title(self) -> str:
        """The page's heading."""
        raise NotImplementedError

    def show_value(self, assessment: Assessment, tables: frozenset[str] | None) -> None:
        """Show the committed assessment; `tables` names what changed (None: everything)."""
        raise NotImplementedError

    def first_control(self) -> QWidget | None:
        """Where the keyboard begins; None: with the first control that takes it."""
        return None

    def tools(self) -> list[QAction]:
        """What can be done on this page alone, for those who look for it by name."""
        return []

    def go_to(self, place: object) -> None:
        """Show a place on the page; pages without places do nothing."""

    def show_preview(self, assessment: Assessment) -> None:
        """Show a value that a drag passes through; only pages that follow drags do anything."""

    def commit_pending(self) -> None:
        """Commit what has been typed but not left yet; called before anything could lose it."""
        for kind in (LineField, ProseField):
            for field in self.findChildren(kind):
                field.commit()
