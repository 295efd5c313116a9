"""One card for each question about the robustness of a ranking."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop.pages.layout import card
from app.desktop.robustness.answers import Answers
from app.desktop.robustness.finding_table import FindingTable
from app.desktop.robustness.lesson_table import LessonTable
from app.desktop.robustness.triangle_card import TriangleCard
from app.desktop.widgets.chart_rest import ChartRest
from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.text import PlainLabel
from app.desktop.widgets.value_grid import ValueGrid
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.robustness.report import Report

    Step = Callable[[Report], None]

MOST_ROWS = 12


class QuestionCard(QWidget):
    """A question and its answers in words; subclasses add pictures and tables."""

    place_wanted = Signal(object)
    """A `Place` that a row leads to."""

    def __init__(self, key: str, question: str, *, alone: bool = False) -> None:
        super().__init__()
        self.key = key
        self.for_one_option = alone
        frame, self.inside = card(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        self.answers = Answers()
        self.inside.addWidget(self.answers)

    def steps(self) -> tuple[Step, ...]:
        """What shows a report, in steps that are short enough for one turn of the event loop."""
        return (self.say,)

    def say(self, report: Report) -> None:
        """Show the answers in words."""
        parts = next(section.parts for section in report.sections if section.id == self.key)
        self.answers.say(parts)


class FirstPlaceCard(QuestionCard):
    """Shares of weightings, and how far each weight can move."""

    def __init__(self) -> None:
        super().__init__("first_place", _("How firm is the first place?"), alone=True)
        self._pictures, column = _group(self.inside)
        self.ranks = _add_chart(column, _("How often each option takes each rank"))
        self.other_ranks, self.other_spans = ChartRest(), ChartRest()
        column.addWidget(self.other_ranks)
        column.addSpacing(6)
        self.spans = _add_chart(
            column, _("How far each weight can move before the first place changes")
        )
        column.addWidget(self.other_spans)

    def steps(self) -> tuple[Step, ...]:
        return (self.say, self._show_ranks, self._show_spans)

    def say(self, report: Report) -> None:
        parts = next(section.parts for section in report.sections if section.id == self.key)
        self.answers.say(parts, skipped=1)  # the verdict stands at the top of the page

    def _show_ranks(self, report: Report) -> None:
        self._pictures.setVisible(not report.alone)
        if not report.alone:
            self.ranks.show_chart(report.ranks, report.ranks_text)
            self.other_ranks.stand_under(report.ranks)

    def _show_spans(self, report: Report) -> None:
        if not report.alone:
            self.spans.show_chart(report.spans, report.spans_text)
            self.other_spans.stand_under(report.spans)


class ChangeCard(QuestionCard):
    """Flips of weights and scores, the map of all scores, and the weight triangle."""

    def __init__(self) -> None:
        super().__init__("change", _("What would change your mind?"))
        caption = _("Each score, and the score at which the first place would change")
        self._report: Report | None = None
        self.flips = ValueGrid(caption, tallest=MOST_ROWS)
        self.triangle = TriangleCard()
        self.inside.addSpacing(6)
        self.legend = PlainLabel(role="muted", wrap=True)
        heading = PlainLabel(caption, "caption", wrap=True)
        for widget in (heading, self.flips, self.legend, self.triangle):
            self.inside.addWidget(widget)
        self.flips.cell_chosen.connect(self._choose)

    def steps(self) -> tuple[Step, ...]:
        return (self.say, self._show_flips, self._show_triangle)

    def _show_flips(self, report: Report) -> None:
        self._report = report
        self.flips.show_grid(report.flips)
        self.legend.setText(report.flips.legend)

    def _show_triangle(self, report: Report) -> None:
        self.triangle.show_outcome(report.examination.outcome)

    def _choose(self, row: int, column: int) -> None:
        if self._report is not None:
            outcome = self._report.examination.outcome
            cell = (outcome.ranked[row], outcome.problem.criteria[column])
            self.place_wanted.emit(("scores", cell))


class ScoresCard(QuestionCard):
    """What the ranges of scores do."""

    def __init__(self) -> None:
        super().__init__("scores", _("How sure are the scores?"))
        self._picture, column = _group(self.inside)
        self.tornado = _add_chart(column, _("The scores whose range matters most"))

    def steps(self) -> tuple[Step, ...]:
        return (self.say, self._show_tornado)

    def _show_tornado(self, report: Report) -> None:
        self._picture.setVisible(bool(report.tornado.bars))
        self.tornado.show_chart(report.tornado, report.tornado_text)


class LearningCard(QuestionCard):
    """What to find out next; a row leads to the score or the weights."""

    def __init__(self) -> None:
        super().__init__("learning", _("What should we find out next?"))
        self.table = LessonTable()
        self.inside.addWidget(self.table)
        self.table.row_chosen.connect(self.place_wanted)

    def say(self, report: Report) -> None:
        super().say(report)
        self.answers.setVisible(not report.lessons)
        self.table.setVisible(bool(report.lessons))
        self.table.show_lessons(report.lessons, report.worths)


class ModelCard(QuestionCard):
    """What the model checks found; a row leads to the place."""

    def __init__(self) -> None:
        super().__init__("model", _("Does the model say what we meant?"), alone=True)
        self.table = FindingTable()
        self.inside.addWidget(self.table)
        self.table.row_chosen.connect(self.place_wanted)

    def say(self, report: Report) -> None:
        if not report.findings:
            super().say(report)
        self.answers.setVisible(not report.findings)
        self.table.setVisible(bool(report.findings))
        self.table.show_rows(report.findings)


def _group(inside: QVBoxLayout) -> tuple[QWidget, QVBoxLayout]:
    """What is shown and hidden together."""
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 6, 0, 0)
    column.setSpacing(8)
    inside.addWidget(group)
    return group, column


def _add_chart(column: QVBoxLayout, caption: str) -> ChartView:
    chart = ChartView(title=caption)
    column.addWidget(PlainLabel(caption, "caption", wrap=True))
    column.addWidget(chart)
    return chart
