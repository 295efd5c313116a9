"""The strongest case against the leading option, and how it came to fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.pages.decision_form import DecisionForm
from app.desktop.pages.finality_card import FinalityCard
from app.desktop.widgets.record_form import Field, Kind
from app.wording import _
from app.wording.lists import option_names

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment


class RedTeam(DecisionForm):
    """Both texts, and whether the brief can be final."""

    def __init__(self, workspace: Workspace) -> None:
        fields = (
            Field(
                "strongest_case_against",
                _("The strongest case against the leading option"),
                Kind.PROSE,
                _("As somebody would put it who means it."),
                lines=5,
            ),
            Field(
                "pre_mortem",
                _("A year from now it has failed: what happened?"),
                Kind.PROSE,
                _("Tell it as if it had already happened."),
                lines=5,
            ),
        )
        guidance = _("Let somebody who did not work on the assessment write this, if you can.")
        super().__init__(workspace, guidance, _("Case against"), fields)
        self.finality = FinalityCard(workspace)
        self.add_card(self.finality)
        self.column.addStretch(1)

    def show_value(self, assessment: Assessment) -> None:
        from app.analysis.outcome import find_outcome

        outcome = find_outcome(assessment)
        leading = ""
        if outcome is not None:
            names = option_names(assessment, outcome.leaders)
            leading = _("Leading now: {options}.").format(options=names)
        self.head.setText(leading)
        super().show_value(assessment)
        self.finality.show_value(assessment)
