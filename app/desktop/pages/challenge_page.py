"""The strongest case against the advice, dissent, and later what came of the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from app.desktop.pages.dissents import Dissents
from app.desktop.pages.layout import READABLE_WIDTH, card
from app.desktop.pages.tabbed_page import Overview, Tab, TabbedPage
from app.desktop.widgets.record_form import Field, Kind, RecordForm
from app.desktop.widgets.text import PlainLabel
from app.edits.decision import change_decision
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment


class DecisionForm(Overview):
    """Some fields of the decision under a line of guidance."""

    def __init__(
        self, workspace: Workspace, guidance: str, label: str, fields: tuple[Field, ...]
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._label = label
        self.form = RecordForm(fields)
        self.form.edited.connect(self._change)
        self.form.refused.connect(workspace.refused)
        self._leading = PlainLabel(wrap=True)
        self._offers_options = any(field.name == "taken" for field in fields)
        frame, inside = card()
        frame.setMaximumWidth(READABLE_WIDTH)
        inside.addWidget(self._leading)
        inside.addWidget(PlainLabel(guidance, "muted", wrap=True))
        inside.addWidget(self.form)
        self.column.addWidget(frame)
        self.column.addStretch(1)

    def show_value(self, assessment: Assessment) -> None:
        """Show the decision's fields."""
        from app.analysis.outcome import find_outcome

        outcome = find_outcome(assessment)
        if outcome is not None:
            names = (assessment.option_by_id[option].name for option in outcome.leaders)
            leading = _("Leading now: {options}.").format(options=", ".join(names))
            self._leading.setText(leading)
        self._leading.setVisible(outcome is not None and not self._offers_options)
        if self._offers_options:
            options = ((row.id, row.name) for row in assessment.options)
            self.form.offer("taken", ((None, _("not decided yet")), *options))
        self.form.show_row(assessment.decision.id, assessment.decision)

    def _change(self, name: str, content: object) -> None:
        self._workspace.apply(self._label, change_decision, **{name: content})


class ChallengePage(TabbedPage):
    """What speaks against the advice before the decision, and what came of it after."""

    step: ClassVar[str] = "challenge"

    def title(self) -> str:
        return _("Challenge")

    def hint(self) -> str:
        return _("Put the advice to the test before somebody else does.")

    def tabs(self) -> tuple[Tab, ...]:
        return (
            Tab("red_team", _("Case against"), self._make_red_team),
            Tab("dissent", _("Dissent"), self._make_dissent),
            Tab("outcome", _("What came of it"), self._make_outcome),
        )

    def _make_red_team(self) -> QWidget:
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
        return DecisionForm(self.workspace, guidance, _("Case against"), fields)

    def _make_dissent(self) -> QWidget:
        return Dissents(self.workspace)

    def _make_outcome(self) -> QWidget:
        fields = (
            Field("taken", _("What was decided"), Kind.CHOICE),
            Field("taken_on", _("On"), Kind.DATE, beside=True),
            Field("taken_because", _("Why"), Kind.PROSE, lines=3),
            Field("happened", _("What happened then"), Kind.PROSE, lines=3),
            Field("happened_by", _("As seen on"), Kind.DATE),
        )
        guidance = _("Fill this in when it is known, so that judgements can be learned from.")
        return DecisionForm(self.workspace, guidance, _("What came of the decision"), fields)
