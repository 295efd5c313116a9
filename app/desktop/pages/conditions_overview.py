"""What stands behind each option and what it crosses, in sentences and one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.desktop.pages.benchmark_list import today
from app.desktop.pages.layout import card
from app.desktop.pages.tabbed_page import Overview
from app.desktop.widgets.first_name import FirstName
from app.desktop.widgets.plain_table import PlainTable, TableRow
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel
from app.wording import _, ngettext
from app.wording.conditions import overdue_sentence
from db.model import RedLineTest

if TYPE_CHECKING:
    from app.analysis.policy.conditions import Case
    from app.analysis.policy.red_lines import Finding
    from db.model import Assessment, Benchmark

NAMED_AT_MOST = 4
TALLEST = 14
"""So many rows of the table are in sight at once."""


class ConditionsOverview(Overview):
    """A finding for every option; choosing a crossing leads to the red line."""

    option_wanted = Signal(object)
    """An option whose mechanisms shall be shown; None for any."""
    line_wanted = Signal(object)
    """A red line that shall be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.first_name = FirstName(
            _(
                "Nothing is said yet of how the options are meant to work, what they wait for or "
                "what they must not cross."
            ),
            _("New red line"),
        )
        self.first_name.offer(_("Say how the options work"), self._want_options)
        self.overdue = PlainLabel(role="problem", wrap=True)
        self._works, inside = card(_("What the case for each option rests on"))
        self.cases = PlainTable(
            _("Options with what they rest on; Enter shows the option"),
            (_("Option"), _("Works by"), _("Towards"), _("Conditions")),
            (5, 4, 5, 5),
        )
        self.cases.row_chosen.connect(self.option_wanted)
        self.unreached = Sentences()
        inside.addWidget(self.cases)
        inside.addWidget(self.unreached)
        self._waits, inside = card(_("What options wait for"))
        self.benchmarks = Sentences()
        inside.addWidget(self.benchmarks)
        self._lines = self._make_lines()
        for widget in (self.first_name, self.overdue, self._lines, self._works, self._waits):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _make_lines(self) -> QWidget:
        frame, inside = card(_("Who crosses a red line"))
        self.crossings = Sentences()
        self.table = PlainTable(
            _("Options that do not clearly keep a red line; Enter shows the red line"),
            (_("Red line"), _("Option"), _("Where"), _("How"), _("Kept")),
            (5, 5, 3, 5, 4),
        )
        self.table.row_chosen.connect(self.line_wanted)
        inside.addWidget(self.crossings)
        inside.addWidget(self.table)
        return frame

    def show_value(self, assessment: Assessment) -> None:
        """Look at every option."""
        from app.analysis.policy.conditions import cases_of_all
        from app.analysis.policy.reviews import overdue_reviews
        from app.wording import conditions as words

        late = _overdue(overdue_reviews(assessment, today()))
        self.overdue.setText(late)
        self.overdue.setVisible(bool(late))
        names = _Names(assessment)
        cases = [names.case(case) for case in cases_of_all(assessment)]
        self.cases.show_rows(cases, TALLEST)
        self.unreached.say(unreached_sentences(assessment))
        self._works.setVisible(bool(cases))
        waits = [words.benchmark_sentence(assessment, row.id) for row in assessment.options]
        self.benchmarks.say(waits)
        self._waits.setVisible(any(waits))
        self._lines.setVisible(bool(assessment.red_lines))
        if assessment.red_lines:
            self._show_lines(assessment)
        self.first_name.setVisible(not (cases or any(waits) or assessment.red_lines or late))

    def _show_lines(self, assessment: Assessment) -> None:
        from app.analysis.outcome import find_outcome
        from app.analysis.policy.red_lines import (
            crossing_options,
            find_breaches,
            tried,
            untried_lines,
        )
        from app.analysis.policy.waivers import undecided
        from app.wording.red_lines import untried_sentence, without_sentence
        from app.wording.waivers import undecided_sentence

        found = find_breaches(assessment)
        untried = untried_lines(assessment, found)
        waiting = [untried_sentence(line) for line in assessment.red_lines if line.id in untried]
        findings = tried(assessment, found)
        outcome = find_outcome(assessment)
        said = "" if outcome is None else without_sentence(outcome, crossing_options(findings))
        if not findings and not waiting:
            said = _("Every option keeps every red line.")
        open_crossings = [
            undecided_sentence(assessment, row) for row in undecided(assessment, findings)
        ]
        self.crossings.say([*waiting, *open_crossings, said])
        names = _Names(assessment)
        self.table.show_rows([names.crossing(finding) for finding in findings], TALLEST)
        self.table.setVisible(bool(findings))

    def _want_options(self) -> None:
        self.option_wanted.emit(None)


class _Names:
    """The names with which findings are told."""

    def __init__(self, assessment: Assessment) -> None:
        self._lines = {row.id: row.name for row in assessment.red_lines}
        self._tests = {row.id: row.test for row in assessment.red_lines}
        self._scenarios = {row.id: row.name for row in assessment.scenarios}
        self._mechanisms = {row.id: row.name for row in assessment.mechanisms}
        self._options = assessment.option_by_id
        self._assessment = assessment

    def case(self, case: Case) -> TableRow:
        """An option's mechanism, its aim, and how its conditions are rated."""
        from app.wording.conditions import case_sentence, ratings_phrase

        return TableRow(
            case.option,
            (
                self._options[case.option].name,
                self._mechanisms[case.mechanism],
                self._assessment.criterion_by_id[case.aim].name,
                ratings_phrase(case) if case.conditions else _("none named yet"),
            ),
            case_sentence(self._assessment, case),
        )

    def crossing(self, finding: Finding) -> TableRow:
        """How an option stands to a red line, and where."""
        from app.wording.red_lines import breach_sentence
        from app.wording.waivers import choice_phrase

        where = _("now") if finding.scenario is None else self._scenarios[finding.scenario]
        return TableRow(
            finding.red_line,
            (
                self._lines[finding.red_line],
                self._options[finding.option].name,
                where,
                self._how(finding),
                choice_phrase(self._assessment, [finding]) or "–",
            ),
            breach_sentence(self._assessment, finding),
        )

    def _how(self, finding: Finding) -> str:
        """How an option stands to a red line, by a sign and in words."""
        from app.analysis.policy.red_lines import Breach
        from app.desktop.standing.breaches import Flag, sign_of
        from app.wording.red_lines import breach_term

        sign = sign_of(finding.breach)
        assert sign is not None  # what is kept is not found
        if finding.breach is not Breach.UNKNOWN:
            return str(Flag(sign, breach_term(finding.breach)))
        judged = self._tests[finding.red_line] is RedLineTest.JUDGED
        return str(Flag(sign, _("not judged yet") if judged else _("not scored yet")))


def _overdue(late: tuple[Benchmark, ...]) -> str:
    """The overdue reviews by name, or how many there are."""
    if len(late) <= NAMED_AT_MOST:
        return overdue_sentence(late)
    text = ngettext(
        "{count} review of a benchmark is overdue.",
        "{count} reviews of benchmarks are overdue.",
        len(late),
    )
    return text.format(count=len(late))


def unreached_sentences(assessment: Assessment, option: str | None = None) -> list[str]:
    """High values that no mechanism explains: those of an option, or of all (None)."""
    from app.analysis.outcome import find_outcome
    from app.analysis.policy.reach import find_unreached
    from app.wording.conditions import unreached_sentence

    outcome = find_outcome(assessment)
    if outcome is None:
        return []
    return [
        unreached_sentence(assessment, found)
        for found in find_unreached(outcome)
        if option in (None, found.option)
    ]
