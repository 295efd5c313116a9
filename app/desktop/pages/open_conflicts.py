"""What was changed on both sides of a merge and waits for a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.desktop.merging.cases import LATER, cases_of, decisions_of
from app.desktop.merging.conflict_card import ConflictCard
from app.desktop.pages.tabbed_page import Overview
from app.desktop.telling.trouble import sentence_of
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from app.wording.counts import open_conflicts

if TYPE_CHECKING:
    from app.desktop.merging.cases import Case
    from app.desktop.workspace import Workspace
    from db.model import Assessment


class OpenConflicts(Overview):
    """One card for each conflict; what is chosen is decided together, as one step."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._lead = PlainLabel(role="lead", wrap=True)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        self.decide_button = button(_("Decide as chosen"), self._decide, "primary")
        row.addWidget(self.decide_button)
        row.addStretch(1)
        self.cards: list[ConflictCard] = []
        self.column.addWidget(self._lead)
        self.column.addWidget(self._foot)
        self.column.addStretch(1)

    def show_value(self, assessment: Assessment) -> None:
        """Show what is open now."""
        from db.errors import Trouble

        try:
            cases = self._cases(assessment)
        except Trouble as trouble:
            self._lead.setText(sentence_of(trouble))
            return
        for old in self.cards:
            self.column.removeWidget(old)
            old.deleteLater()
        self.cards = [ConflictCard(case) for case in cases]
        for at, made in enumerate(self.cards):
            made.chosen.connect(self._enable)
            self.column.insertWidget(1 + at, made)
        self._foot.setVisible(bool(cases))
        self._lead.setText(
            _("{conflicts}. Until somebody decides, what was before holds.").format(
                conflicts=open_conflicts(len(cases))
            )
            if cases
            else _("Nothing waits for a decision.")
        )
        self._enable()

    def _cases(self, assessment: Assessment) -> tuple[Case, ...]:
        document = self._workspace.versions.document()
        names = {session.id: session.author for session in document.sessions}
        return cases_of(assessment, self._workspace.versions.conflicts(), document, names)

    def _enable(self, _choice: int = 0) -> None:
        self.decide_button.setEnabled(any(made.choice != LATER for made in self.cards))

    def _decide(self) -> None:
        chosen = [(made.case, made.choice) for made in self.cards]
        decisions = decisions_of(self._workspace.value, chosen)
        self._workspace.versions.decide(_("Decide after a merge"), decisions)
