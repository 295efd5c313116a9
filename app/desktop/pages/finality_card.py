"""Whether the brief is final, and what is still to be written before it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel, button
from app.edits.decision import mark_final, take_back_to_draft
from app.wording import _
from db.model import BriefState

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment


class FinalityCard(QFrame):
    """Marks the brief final once somebody has tried to refute it, and takes it back."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setProperty("role", "card")
        self.state = PlainLabel(wrap=True)
        self.missing = Sentences("muted")
        self.mark = button(_("Mark the brief final"), self._mark)
        self.take_back = button(_("Take it back to draft"), self._take_back)
        row = QHBoxLayout()
        row.addWidget(self.mark)
        row.addWidget(self.take_back)
        row.addStretch(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 14, 16, 16)
        inside.setSpacing(8)
        inside.addWidget(PlainLabel(_("The brief"), "heading"))
        inside.addWidget(self.state)
        inside.addWidget(self.missing)
        inside.addLayout(row)

    def show_value(self, assessment: Assessment) -> None:
        """Say how things stand."""
        from app.analysis.policy.red_team import ready_to_be_final
        from app.wording.review import red_team_sentences

        missing = ready_to_be_final(assessment)
        final = assessment.brief.state is BriefState.FINAL
        self.state.setText(
            _("The brief is marked final.")
            if final
            else _("The brief is a draft, and says so on every page until it is marked final.")
        )
        self.missing.say(red_team_sentences(assessment, missing))
        self.mark.setVisible(not final)
        self.mark.setEnabled(not any(row.blocks for row in missing))
        self.take_back.setVisible(final)

    def _mark(self) -> None:
        self._workspace.apply(_("Mark the brief final"), mark_final)

    def _take_back(self) -> None:
        self._workspace.apply(_("Take the brief back to draft"), take_back_to_draft)
