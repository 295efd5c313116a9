"""Whether fields about recognition are shown: most decisions have nothing to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox

from app.analysis.policy.recognition import bears_on_recognition
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment


class RecognitionView(QObject):
    """Remembers for which decision the officer asked for these fields before any was used."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._wanted_for = ""

    def is_shown(self, assessment: Assessment) -> bool:
        """Whether the fields are used, or wanted."""
        return self._wanted_for == assessment.decision.id or bears_on_recognition(assessment)

    def want(self, decision: str) -> None:
        """Show the fields for a decision; an empty id: only where they are used."""
        self._wanted_for = decision


class RecognitionSwitch(QCheckBox):
    """Asks for the fields; it cannot be taken back while one of them is used."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("This decision is about recognising a government or a state"))
        self._workspace = workspace
        self._view = recognition_view(workspace)
        self.clicked.connect(self._want)

    def show_value(self, assessment: Assessment) -> None:
        """Show whether the fields are there, and why they stay."""
        used = bears_on_recognition(assessment)
        self.setChecked(self._view.is_shown(assessment))
        self.setEnabled(not used)
        self.setToolTip(
            _("An option confers recognition, or a red line is about it.")
            if used
            else _("Each option then says what recognition it confers, and red lines can test it.")
        )

    def _want(self, wanted: bool) -> None:
        self._view.want(self._workspace.value.decision.id if wanted else "")


def recognition_view(workspace: Workspace) -> RecognitionView:
    """The one view of a workspace."""
    return workspace.findChild(RecognitionView) or RecognitionView(workspace)
