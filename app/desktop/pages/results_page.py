"""The ranking explained: why it is so, and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.desktop.pages.effort_card import EffortCard
from app.desktop.pages.layout import card, scrolling_layout
from app.desktop.pages.page import Page
from app.desktop.widgets.bullets import Bullets
from app.desktop.widgets.chart_rest import ChartRest
from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from db.model.tree import walk

if TYPE_CHECKING:
    from app.analysis.outcome import Outcome
    from app.desktop.workspace import Workspace
    from db.model import Assessment

INDENT = "\u2003"
MOST_FLIPS = 6


class ResultsPage(Page):
    """Verdict, ranking with contributions, reasons, sensitivity to weights, dominance."""

    step: ClassVar[str] = "results"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._outcome: Outcome | None = None
        layout = scrolling_layout(self, self.title())
        self._verdict = PlainLabel(role="lead", wrap=True)
        layout.addWidget(self._verdict)
        self._empty = QFrame()
        row = QHBoxLayout(self._empty)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button(_("Go to the options"), self._want_options))
        row.addWidget(button(_("Go to the criteria"), self._want_criteria))
        row.addStretch(1)
        layout.addWidget(self._empty)
        self._effort = EffortCard()
        self._cards = (self._make_ranking(), self._make_reasons(), self._make_sensitivity())
        for frame in self._cards:
            layout.addWidget(frame)
        layout.addWidget(self._effort.frame)
        layout.addStretch(1)

    def title(self) -> str:
        return _("Results")

    def _make_ranking(self) -> QFrame:
        frame, inside = card(_("How the values come about"))
        self._chart = ChartView()
        self._chart.row_clicked.connect(self._explain_row)
        inside.addWidget(self._chart)
        self._provisional = PlainLabel(role="muted", wrap=True)
        inside.addWidget(self._provisional)
        return frame

    def _make_reasons(self) -> QFrame:
        frame, inside = card(_("Why an option stands where it does"))
        row = QHBoxLayout()
        self._option = Choice(_("Option to explain"))
        self._rival = Choice(_("Option to compare it with"))
        self._option.chosen.connect(self.explain)
        self._rival.chosen.connect(self._show_reasons)
        row.addWidget(self._option, 1)
        row.addWidget(PlainLabel(_("against")))
        row.addWidget(self._rival, 1)
        inside.addLayout(row)
        self._reasons = _sentences(inside)
        self._lead = ChartView(title=_("Where the lead comes from"))
        inside.addWidget(self._lead)
        title = _("How the two do on each criterion")
        self._profile_caption = PlainLabel(title, "caption")
        inside.addWidget(self._profile_caption)
        self._profile = ChartView(title=title)
        inside.addWidget(self._profile)
        self._dominance = PlainLabel(role="muted", wrap=True)
        inside.addWidget(self._dominance)
        return frame

    def _make_sensitivity(self) -> QFrame:
        frame, inside = card(_("What would change the first place"))
        self._flips = Bullets()
        inside.addWidget(self._flips)
        self._criterion = Choice(_("Criterion whose weight moves"))
        self._criterion.chosen.connect(self._show_sensitivity)
        inside.addSpacing(8)
        title = _("If the weight of one criterion moves")
        inside.addWidget(PlainLabel(title, "caption"))
        inside.addWidget(self._criterion)
        self._lines = ChartView(title=title)
        self._lines_rest = ChartRest()
        inside.addWidget(self._lines)
        inside.addWidget(self._lines_rest)
        self._lines_caption = PlainLabel(role="muted", wrap=True)
        inside.addWidget(self._lines_caption)
        return frame

    # --- showing

    def show_value(self, assessment: Assessment, tables: frozenset[str] | None) -> None:
        from app.analysis.outcome import find_outcome

        self._outcome = find_outcome(assessment, before=self._outcome)
        ranked = self._outcome is not None
        self._empty.setVisible(not ranked)
        for frame in self._cards:
            frame.setVisible(ranked)
        self._effort.show_outcome(self._outcome)
        if self._outcome is None:
            self._verdict.setText(
                _("There is nothing to rank yet: add at least one option and one criterion.")
            )
            return
        self._show_ranking(self._outcome)
        self._show_choices(self._outcome)
        self._show_reasons()
        self._show_flips(self._outcome)
        self._show_sensitivity()

    def go_to(self, place: object) -> None:
        self.explain(str(place))

    def explain(self, option: str) -> None:
        """Say why an option stands where it does."""
        from app.wording.reasons import rival_of

        if self._outcome is None or option not in self._outcome.problem.options:
            return
        self._option.show_choice(option)
        self._rival.show_choice(rival_of(self._outcome, option))
        self._show_reasons()
        self._option.setFocus()

    def _show_ranking(self, outcome: Outcome) -> None:
        from app.analysis.verdict import find_verdict
        from app.charts.pictures import ranking_picture, ranking_text
        from app.wording.verdicts import provisional_sentence, verdict_sentence

        self._verdict.setText(verdict_sentence(outcome, find_verdict(outcome)))
        self._chart.show_chart(ranking_picture(outcome), ranking_text(outcome))
        note = provisional_sentence(outcome)
        self._provisional.setText(note)
        self._provisional.setVisible(bool(note))

    def _show_choices(self, outcome: Outcome) -> None:
        from app.analysis.flips import find_flips
        from app.wording.reasons import rival_of

        names = outcome.assessment.option_by_id
        options = tuple((option, names[option].name) for option in outcome.ranked)
        for choice in (self._option, self._rival):
            choice.show_choices(options)
        if self._option.key is None:
            self._option.show_choice(outcome.ranked[0])
            self._rival.show_choice(rival_of(outcome, outcome.ranked[0]))
        nodes = tuple(
            (row.id, INDENT * depth + row.name) for depth, row in walk(outcome.assessment)
        )
        self._criterion.show_choices(nodes)
        if self._criterion.key is None:
            flips = find_flips(outcome)
            self._criterion.show_choice(flips[0].node if flips else outcome.problem.nodes[0])

    def _show_reasons(self) -> None:
        from app.wording.reasons import dominance_sentences, reason_sentences

        option, rival = self._option.key, self._rival.key
        if self._outcome is None:
            return
        two = option is not None and rival is not None and option != rival
        for part in (self._lead, self._profile_caption, self._profile):
            part.setVisible(two)
        if two:
            said = reason_sentences(self._outcome, str(option), str(rival))
            self._reasons.setText("\n".join(said))
            self._show_beside(self._outcome, str(option), str(rival))
        else:
            self._reasons.setText(_("Choose two different options."))
        dominated = "\n".join(dominance_sentences(self._outcome)[:MOST_FLIPS])
        self._dominance.setText(dominated)
        self._dominance.setVisible(bool(dominated))

    def _show_beside(self, outcome: Outcome, option: str, rival: str) -> None:
        from app.charts import comparison_pictures as pictures

        lead = pictures.lead_picture(outcome, option, rival)
        self._lead.show_chart(lead, pictures.lead_text(outcome, option, rival))
        profile = pictures.profile_picture(outcome, option, rival)
        self._profile.show_chart(profile, pictures.profile_text(outcome, option, rival))

    def _show_flips(self, outcome: Outcome) -> None:
        from app.analysis.flips import find_flips
        from app.wording.verdicts import flip_sentence, no_flip_sentence

        winner, flips = outcome.ranked[0], find_flips(outcome)[:MOST_FLIPS]
        said = [flip_sentence(outcome.assessment, winner, flip) for flip in flips]
        if not said and len(outcome.leaders) == 1:
            said = [no_flip_sentence(outcome.assessment, winner)]
        self._flips.say(said)

    def _show_sensitivity(self) -> None:
        from app.analysis.flips import weight_line
        from app.charts.pictures import weight_picture
        from app.wording.reasons import crossover_sentence

        node = self._criterion.key
        if self._outcome is None or node is None:
            return
        line = weight_line(self._outcome, str(node))
        sentence = crossover_sentence(self._outcome, str(node), line)
        picture = weight_picture(self._outcome, str(node))
        self._lines.show_chart(picture, sentence)
        self._lines_rest.stand_under(picture)
        self._lines_caption.setText(sentence)

    # --- asking

    def _explain_row(self, row: int) -> None:
        if self._outcome is not None:
            self.explain(self._outcome.ranked[row])

    def _want_options(self) -> None:
        self.step_wanted.emit("options")

    def _want_criteria(self) -> None:
        self.step_wanted.emit("criteria")


def _sentences(layout: QVBoxLayout) -> PlainLabel:
    label = PlainLabel(wrap=True)
    layout.addWidget(label)
    return label
