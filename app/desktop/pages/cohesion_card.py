"""Unity among the actors: as it is judged by hand, and as their views have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.desktop.models.bearings import criteria
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.plain_table import PlainTable, TableRow
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel, button
from app.edits.actors import derive_cohesion
from app.edits.decision import change_decision
from app.wording import _
from app.wording.numbers import percent, points

if TYPE_CHECKING:
    from app.analysis.policy.cohesion import CohesionView
    from app.desktop.workspace import Workspace
    from db.model import Assessment

TALLEST = 20


class CohesionCard(QFrame):
    """Says which criterion judges unity, whether by hand, and takes the views over if wanted."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._views: tuple[CohesionView, ...] = ()
        self.setProperty("role", "card")
        self.criterion = Choice(_("Criterion that judges unity among the actors"))
        self.criterion.setMinimumContentsLength(18)
        self.criterion.chosen.connect(self._choose)
        self.said = Sentences()
        self.table = PlainTable(
            _("Unity of each option by hand and by the actors' views"),
            (_("Option"), _("As scored"), _("By their views")),
            (5, 2, 2),
        )
        self.derive = button(_("Take the views over as scores"), self._derive)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 14, 16, 16)
        inside.setSpacing(8)
        inside.addWidget(PlainLabel(_("Unity among them"), "heading"))
        choosing, taking = QHBoxLayout(), QHBoxLayout()
        choosing.addWidget(self.criterion, 2)
        choosing.addStretch(1)
        taking.addWidget(self.derive)
        taking.addStretch(1)
        inside.addLayout(choosing)
        inside.addWidget(self.said)
        inside.addWidget(self.table)
        inside.addLayout(taking)

    def show_value(self, assessment: Assessment, views: tuple[CohesionView, ...]) -> None:
        """Show both sides for every option."""
        from app.analysis.policy.cohesion import is_derived
        from app.wording.review import cohesion_sentences

        self._views = views
        none = (None, _("no criterion is about unity among the actors"))
        self.criterion.show_choices((none, *criteria(assessment)))
        self.criterion.show_choice(assessment.decision.cohesion)
        said = cohesion_sentences(assessment, views)[:1]
        if assessment.decision.cohesion is None:
            said = (
                _(
                    "If a criterion is about unity among the actors, choose it: its scores are "
                    "then held beside what the actors' own views come to."
                ),
            )
        self.said.say(said)
        self.table.show_rows([_row(assessment, view) for view in views], TALLEST)
        self.table.setVisible(bool(views))
        self.derive.setVisible(bool(views) and not is_derived(views))

    def _choose(self, criterion: str | None) -> None:
        label = _("Criterion that judges unity")
        self._workspace.apply(label, change_decision, cohesion=criterion)

    def _derive(self) -> None:
        from app.analysis.natural_scores import score_of

        value = self._workspace.value
        leaf = value.criterion_by_id[value.decision.cohesion or ""]
        numbers = {view.option: score_of(value, leaf, view.from_views) for view in self._views}
        reason = _(
            "Derived from the actors' views: the share of influence held by those who could accept "
            "the option, this criterion left aside."
        )
        label = _("Derive unity from the actors' views")
        self._workspace.apply(label, derive_cohesion, leaf.id, numbers, reason)


def _row(assessment: Assessment, view: CohesionView) -> TableRow:
    by_hand = "–" if view.by_hand is None else points(view.by_hand, 0)
    if view.far:
        by_hand = _("{number}, far apart").format(number=by_hand)
    name = assessment.option_by_id[view.option].name
    return TableRow(view.option, (name, by_hand, percent(view.from_views / 100.0, 0)))
