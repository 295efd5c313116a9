"""What each actor would put first and could accept, and what all could settle on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.desktop.pages.assessors_card import AssessorsCard
from app.desktop.pages.cohesion_card import CohesionCard
from app.desktop.pages.layout import card
from app.desktop.pages.tabbed_page import Overview
from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.empty_state import EmptyState
from app.desktop.widgets.first_name import FirstName
from app.desktop.widgets.sentences import Sentences
from app.wording import _
from db.model import PerspectiveKind

if TYPE_CHECKING:
    from app.analysis.policy.actors import ActorTable
    from app.desktop.workspace import Workspace
    from db.model import Assessment


class ActorViews(Overview):
    """The options by actors, and what follows, each in a sentence."""

    actors_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.colleagues = AssessorsCard()
        self.unity = CohesionCard(workspace)
        self._table: ActorTable | None = None
        self._assessment: Assessment | None = None
        self.first_name = FirstName(
            _(
                "Nobody else's view is modelled yet. Give another state or group its own "
                "weights, and see what it would put first and what all could settle on."
            ),
            _("New actor"),
        )
        self.unweighted = EmptyState(self.actors_wanted.emit)
        self.unweighted.say(
            _(
                "No actor's view can be shown yet: it takes options, criteria and the actor's own "
                "weights."
            ),
            _("Show the actors"),
        )
        self.picture = ChartView()
        pictured, inside = card(_("Value of each option by the actor's own weights"))
        inside.addWidget(self.picture)
        self.leaders = Sentences()
        self.common = Sentences()
        self.agreement = Sentences()
        self._cards = (
            pictured,
            _carded(_("Who leads for whom"), self.leaders),
            _carded(_("What all could settle on"), self.common),
            _carded(_("How far they agree"), self.agreement),
            self._make_partners(),
            self.unity,
        )
        nothing = (self.first_name, self.unweighted)
        for widget in (*nothing, *self._cards, self.colleagues):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _make_partners(self) -> QFrame:
        frame, inside = card(_("Who would accept an option"))
        self.option = Choice(_("Option whose acceptance is asked for"))
        self.option.setMinimumContentsLength(18)
        self.option.chosen.connect(self._show_partners)
        row = QHBoxLayout()
        row.addWidget(self.option, 2)
        row.addStretch(1)
        self.partners = Sentences()
        inside.addLayout(row)
        inside.addWidget(self.partners)
        return frame

    def show_value(self, assessment: Assessment) -> None:
        """Ask every actor."""
        from app.analysis.outcome import find_outcome
        from app.analysis.policy.actors import find_actors
        from app.analysis.policy.cohesion import find_cohesion
        from app.charts.heat_pictures import actor_picture, heat_text

        self._assessment = assessment
        outcome = find_outcome(assessment)
        self._table = table = find_actors(assessment, outcome)
        self.colleagues.show_value(assessment)
        for widget in self._cards:
            widget.setVisible(table is not None)
        named = any(row.kind is PerspectiveKind.ACTOR for row in assessment.perspectives)
        self.first_name.setVisible(table is None and not named)
        self.unweighted.setVisible(table is None and named)
        if table is None:
            return
        picture = actor_picture(assessment, table)
        self.picture.show_chart(picture, heat_text(picture))
        self._say(assessment, table)
        self.unity.show_value(assessment, () if outcome is None else find_cohesion(outcome))
        names = assessment.option_by_id
        self.option.show_choices(tuple((key, names[key].name) for key in table.options))
        if self.option.key is None:
            self.option.show_choice(table.outcomes[0].ranked[0])
        self._show_partners()

    def _say(self, assessment: Assessment, table: ActorTable) -> None:
        from app.analysis.policy.actors import find_common_position
        from app.analysis.policy.alignment import find_pairs
        from app.wording import actors as words

        for joint in self._cards[2:4]:
            joint.setVisible(len(table.actors) > 1)  # nobody to agree with
        self.leaders.say(words.leader_sentences(assessment, table))
        self.common.say(words.common_sentences(assessment, find_common_position(table)))
        self.agreement.say(
            (
                words.agreement_sentence(table),
                words.distance_sentence(assessment, find_pairs(table)),
                words.assumed_weights_sentence(assessment, table),
            )
        )

    def _show_partners(self, _key: object = None) -> None:
        from app.analysis.policy.actors import blocking
        from app.analysis.policy.concessions import find_concession, find_shift
        from app.wording import actors as words

        assessment, table, option = self._assessment, self._table, self.option.key
        if assessment is None or table is None or option is None:
            return
        said = [words.acceptance_sentence(assessment, table, str(option))]
        for actor in blocking(table, str(option)):
            concession = find_concession(table, str(option), actor)
            shift = find_shift(table, str(option), actor)
            if concession is not None:
                said.append(words.concession_sentence(assessment, concession))
            if shift is not None:
                said.append(words.shift_sentence(assessment, shift))
        self.partners.say(said)


def _carded(heading: str, sentences: Sentences) -> QFrame:
    frame, inside = card(heading)
    inside.addWidget(sentences)
    return frame
