"""Everything that the robustness page shows, made ready off the GUI thread."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from app.analysis.content import Content, content_of
from app.analysis.examination import Examination
from app.analysis.model_checks import Check
from app.charts.robustness_pictures import (
    acceptability_picture,
    rank_text,
    stable_weights_picture,
    tornado_picture,
    tornado_text,
    worths_picture,
)
from app.charts.specs import RankAcceptability, StableWeights, Tornado, Worths
from app.desktop.models.value_grid import Grid
from app.desktop.robustness.flip_map import flip_grid
from app.desktop.widgets.plain_table import TableRow
from app.wording import _
from app.wording.robustness import learning, model_findings
from app.wording.robustness.account import Section, give_account
from app.wording.robustness.names import criterion_name, option_name, part
from app.wording.robustness.weight_moves import stretches_sentence
from app.wording.robustness.weightings import simulation_note
from db.model import PerspectiveKind

MOST_LESSONS = 12

Place = tuple[str, object]
"""A step of the rail and a place on its page; None for the page as it is."""


class Report(NamedTuple):
    """An examination in words, pictures and tables, and the content that it is about."""

    content: Content
    examination: Examination
    sections: tuple[Section, ...]
    ranks: RankAcceptability
    ranks_text: str
    spans: StableWeights
    spans_text: str
    tornado: Tornado
    tornado_text: str
    flips: Grid
    lessons: tuple[TableRow, ...]
    worths: Worths
    findings: tuple[TableRow, ...]
    note: str

    @property
    def alone(self) -> bool:
        """Whether there is a single option, which nothing can unseat."""
        return len(self.examination.outcome.problem.options) < 2


def make_report(examination: Examination) -> Report:
    """Put an examination into words, pictures and tables."""
    import_module("app.charts.shapes")  # slow to load and needed next: here it holds nobody up
    outcome, found = examination.outcome, examination.found
    return Report(
        content=content_of(outcome),
        examination=examination,
        sections=give_account(examination),
        ranks=acceptability_picture(outcome, found.any_weights),
        ranks_text=rank_text(outcome, found.any_weights),
        spans=stable_weights_picture(examination),
        spans_text=stretches_sentence(examination),
        tornado=tornado_picture(examination),
        tornado_text=tornado_text(examination),
        flips=flip_grid(outcome, found.flips),
        lessons=_lessons(examination),
        worths=worths_picture(outcome, found.learning, MOST_LESSONS),
        findings=_findings(examination),
        note=simulation_note(found.any_weights),
    )


def _lessons(examination: Examination) -> tuple[TableRow, ...]:
    outcome, problem = examination.outcome, examination.outcome.problem
    rows = []
    for lesson in learning.lessons(examination.found.learning, MOST_LESSONS):
        criterion = problem.criteria[lesson.criterion]
        place: Place = ("weights", None)
        if lesson.option is not None:
            place = ("scores", (problem.options[lesson.option], criterion))
        about = _("(its weight)") if lesson.option is None else option_name(outcome, lesson.option)
        cells = (
            about,
            criterion_name(outcome, lesson.criterion),
            part(lesson.change),
            learning.gain_text(lesson.gain),
        )
        rows.append(TableRow(place, cells, learning.lesson_sentence(outcome, lesson)))
    return tuple(rows)


def _findings(examination: Examination) -> tuple[TableRow, ...]:
    outcome, problem = examination.outcome, examination.outcome.problem
    rows = []
    for found in examination.found.findings:
        said = model_findings.finding_sentence(outcome, found)
        remedy = model_findings.remedy_sentence(found)
        place: Place = (_STEPS[found.check], None)
        if found.check is Check.MISSING_SCORES:
            place = (
                "scores",
                (problem.options[found.options[0]], problem.criteria[found.criteria[0]]),
            )
        elif found.check is Check.DOMINATED:
            place = ("options", problem.options[found.options[0]])
        elif place[0] == "scores" and found.criteria:
            place = ("scores", (problem.options[0], problem.criteria[found.criteria[0]]))
        elif place[0] == "weights" and _weighs_himself(examination):
            place = ("weights", problem.perspective)
        rows.append(TableRow(place, (said, remedy), f"{said} {remedy}"))
    return tuple(rows)


def _weighs_himself(examination: Examination) -> bool:
    problem = examination.outcome.problem
    row = examination.outcome.assessment.perspective_by_id[problem.perspective]
    return row.kind is PerspectiveKind.ASSESSOR


_STEPS = {
    Check.MISSING_SCORES: "scores",
    Check.NOT_DISCRIMINATING: "scores",
    Check.DOMINATED: "options",
    Check.DOUBLE_COUNTING: "criteria",
    Check.SPLITTING: "weights",
    Check.EQUAL_WEIGHTS: "weights",
    Check.RANGE_INSENSITIVE: "weights",
    Check.HALO: "scores",
    Check.OUT_OF_ORDER: "weights",
    Check.WITHOUT_WEIGHT: "weights",
}
