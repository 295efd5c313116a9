"""Which scores rest on nothing, on one document, or on weak or contradicting sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.pages.widening_row import WideningRow
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.empty_state import EmptyState
from app.desktop.widgets.full_width_area import FullWidthArea
from app.desktop.widgets.plain_table import PlainTable, TableRow
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel
from app.wording import _
from app.wording.lists import in_a_row, listed

if TYPE_CHECKING:
    from app.analysis.policy.coverage import Coverage
    from app.desktop.workspace import Workspace
    from db.model import Assessment

DOUBTFUL, SINGLE, ALL = "doubtful", "single", "all"
NAMED_AT_MOST = 8
LEAST_HEIGHT = 240
"""So much of the table is in sight at once; in a low window the page scrolls."""


class CoverageView(QWidget):
    """The scores with what they rest on; choosing one leads to it."""

    score_wanted = Signal(object)
    """Option and criterion of a score."""
    register_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.widening = WideningRow(workspace)
        self._coverage: tuple[Coverage, ...] = ()
        self._assessment: Assessment | None = None
        self._said = Sentences()
        self._which = Choice(_("Which scores are shown"))
        self._which.show_choices(
            (
                (DOUBTFUL, _("Without a source, weak or contradicted")),
                (SINGLE, _("Resting on one document alone")),
                (ALL, _("All scores")),
            )
        )
        self._which.show_choice(DOUBTFUL)
        self._which.setMinimumContentsLength(18)
        self._which.chosen.connect(self._fill)
        self.table = PlainTable(
            _("Scores and what they rest on; Enter shows the score"),
            (_("Option"), _("Criterion"), _("Rests on"), _("Remark")),
            (4, 4, 3, 6),
        )
        self.table.break_lines()
        self.table.row_chosen.connect(self.score_wanted)
        self._nothing = PlainLabel(role="muted", wrap=True)
        self._empty = EmptyState(self.register_wanted.emit)
        self._empty.say(
            _(
                "No extract is linked to a score yet. Once some are, this says which scores rest "
                "on one document, on weak sources or on none."
            ),
            _("Go to the sources"),
        )
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self._which, 1)
        row.addStretch(1)
        self._content = QWidget()
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._said)
        inside.addWidget(self.widening)
        inside.addLayout(row)
        inside.addWidget(self._nothing)
        inside.addWidget(self.table, 1)
        self.table.setMinimumHeight(LEAST_HEIGHT)
        self._area = FullWidthArea(self._content)
        column.addWidget(self._area, 1)
        column.addWidget(self._empty, 1)

    def show_value(self, assessment: Assessment) -> None:
        """Look at the scores of the assessor of record."""
        from app.analysis.policy.coverage import find_coverage

        used = bool(assessment.score_evidence)
        self._area.setVisible(used)
        self._empty.setVisible(not used)
        if not used:
            return
        self._assessment = assessment
        self._coverage = find_coverage(assessment)
        self.widening.show_value(assessment)
        self._say(assessment)
        self._fill()

    def _say(self, assessment: Assessment) -> None:
        from app.analysis.outcome import find_outcome
        from app.analysis.policy.coverage import lead_on_strong_evidence
        from app.analysis.policy.reaches import count_widened
        from app.wording import coverage as words

        said = [words.counts_sentence(self._coverage)]
        weak = [row for row in self._coverage if row.single and row.weak]
        if len(weak) <= NAMED_AT_MOST:
            said.append(words.weak_sentence(assessment, weak))
        outcome = find_outcome(assessment)
        if outcome is not None:
            said.append(words.widened_sentence(assessment, count_widened(outcome)))
        if outcome is not None and len(outcome.ranked) > 1:
            first, second = outcome.ranked[:2]
            share = lead_on_strong_evidence(outcome, first, second)
            if share is not None:
                said.append(words.lead_sentence(assessment, first, second, share))
        self._said.say(said)

    def _fill(self, _key: object = None) -> None:
        assessment = self._assessment
        if assessment is None:
            return
        chosen = {
            DOUBTFUL: [row for row in self._coverage if _doubtful(row)],
            SINGLE: [row for row in self._coverage if row.single],
            ALL: list(self._coverage),
        }[str(self._which.key)]
        names = {row.id: row.name for row in assessment.sources}
        self.table.show_rows([_row(assessment, names, row) for row in sorted(chosen, key=_order)])
        self.table.setVisible(bool(chosen))
        self._nothing.setText(_("There is no such score."))
        self._nothing.setVisible(not chosen)


def remark(row: Coverage) -> str:
    """What is to be said against resting on this evidence; empty when nothing."""
    said = []
    if row.unsupported:
        said.append(_("no source supports it"))
    if row.single and row.weak:
        said.append(_("one document, graded C or below"))
    elif row.weak:
        said.append(_("no document graded A or B"))
    elif row.single:
        said.append(_("one document alone"))
    if row.contradicting:
        said.append(_("contradicted"))
    return in_a_row(said)


def _doubtful(row: Coverage) -> bool:
    return row.unsupported or row.weak or bool(row.contradicting)


def _order(row: Coverage) -> tuple[bool, bool, bool]:
    return not row.unsupported, not (row.single and row.weak), not row.contradicting


def _row(assessment: Assessment, names: dict[str, str], row: Coverage) -> TableRow:
    score = row.score
    return TableRow(
        (score.option, score.criterion),
        (
            assessment.option_by_id[score.option].name,
            assessment.criterion_by_id[score.criterion].name,
            listed(sorted(names[source] for source in row.sources)) or "–",
            remark(row),
        ),
    )
