"""What each option is worth in each scenario, and how far it falls short of the best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.desktop.pages.layout import card
from app.desktop.pages.tabbed_page import Overview
from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.empty_state import EmptyState
from app.desktop.widgets.first_name import FirstName
from app.desktop.widgets.number_field import NumberField
from app.desktop.widgets.plain_table import PlainTable, TableRow
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel
from app.wording import _
from app.wording.futures import MARGIN
from app.wording.lists import series

if TYPE_CHECKING:
    from app.analysis.outcome import Outcome
    from app.analysis.policy.scenarios import ScenarioTable
    from app.analysis.policy.vulnerabilities import Vulnerability
    from db.model import Assessment

MARGIN_WIDTH = 64
TALLEST = 12
"""So many rows of the table are in sight at once."""


class ScenarioValues(Overview):
    """Values and regrets by scenario, and what follows, each in a sentence."""

    scenarios_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first_name = FirstName(
            _(
                "No scenario has been described yet. Say what could happen and which scores "
                "would then differ, and see which option bears it best."
            ),
            _("New scenario"),
        )
        self.unranked = EmptyState(self.scenarios_wanted.emit)
        self.unranked.say(
            _("There is nothing to rank yet: add at least one option and one criterion."),
            _("Show the scenarios"),
        )
        self.values, self.regrets = ChartView(), ChartView()
        self.said = Sentences()
        frame, inside = card(_("What follows"))
        inside.addWidget(self.said)
        inside.addLayout(self._make_margin())
        self._vulnerable, inside = card(_("Which assumptions break"))
        self.broken = PlainTable(
            _("Options that lose an assumption in a scenario"),
            (_("Option"), _("Fails where"), _("It rests on")),
            (4, 4, 6),
        )
        inside.addWidget(self.broken)
        self._content = (
            _carded(_("Value now and in each scenario"), self.values),
            frame,
            _carded(_("Regret: points below the best of the scenario"), self.regrets),
            self._vulnerable,
        )
        self.column.addWidget(self.first_name)
        self.column.addWidget(self.unranked)
        for widget in self._content:
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _make_margin(self) -> QVBoxLayout:
        self._close = MARGIN
        self._table: ScenarioTable | None = None
        self._assessment: Assessment | None = None
        self.margin = NumberField(_("How far below the best still counts as close, in points"))
        self.margin.setFixedWidth(MARGIN_WIDTH)
        self.margin.lowest, self.margin.highest = 0.0, 100.0
        self.margin.load_number(MARGIN)
        self.margin.committed.connect(self._keep_close)
        self.margin.stepped.connect(self._say_close)
        self.close_ones = Sentences(bullets=False)
        row = QHBoxLayout()
        row.addWidget(PlainLabel(_("Close to the best, in points:"), "muted"))
        row.addWidget(self.margin)
        row.addStretch(1)
        column = QVBoxLayout()
        column.addLayout(row)
        column.addWidget(self.close_ones)
        return column

    def show_value(self, assessment: Assessment) -> None:
        """Rank the options in every scenario."""
        from app.analysis.policy.scenarios import find_scenarios

        table = find_scenarios(assessment)
        for widget in self._content:
            widget.setVisible(table is not None)
        self.first_name.setVisible(not assessment.scenarios)
        self.unranked.setVisible(table is None and bool(assessment.scenarios))
        self._assessment, self._table = assessment, table
        if table is None:
            return
        from app.analysis.outcome import find_outcome
        from app.charts.heat_pictures import heat_text, regret_picture, scenario_picture

        outcome = find_outcome(assessment)
        values = scenario_picture(assessment, table, outcome)
        regrets = regret_picture(assessment, table)
        self.values.show_chart(values, heat_text(values))
        self.regrets.show_chart(regrets, heat_text(regrets))
        self._say(assessment, table, outcome)

    def _say(self, assessment: Assessment, table: ScenarioTable, outcome: Outcome | None) -> None:
        from app.analysis.policy.likelihoods import find_expected
        from app.analysis.policy.vulnerabilities import find_vulnerabilities
        from app.wording import futures as words

        said = []
        if outcome is not None:
            said.append(words.lead_sentence(assessment, table, outcome.ranked[0]))
        said.append(words.regret_sentence(assessment, table))
        said.append(words.worst_value_sentence(assessment, table))
        said.append(words.hurwicz_sentence(assessment, table))
        expected = find_expected(assessment, table)
        if expected is not None:
            said.append(words.expected_sentence(assessment, table, expected.tolist()))
        self.said.say(said)
        vulnerable = [_broken(assessment, found) for found in find_vulnerabilities(assessment)]
        self.broken.show_rows(vulnerable, TALLEST)
        self._vulnerable.setVisible(bool(vulnerable))
        self._say_close(self._close)

    def _keep_close(self, margin: float | None) -> None:
        """An emptied field asks with the usual distance again."""
        self._say_close(MARGIN if margin is None else margin)
        self.margin.load_number(self._close)

    def _say_close(self, margin: float) -> None:
        """Which options are never far from the best."""
        from app.wording.futures import margin_sentence

        self._close = min(max(margin, 0.0), 100.0)
        if self._assessment is not None and self._table is not None:
            self.close_ones.say([margin_sentence(self._assessment, self._table, self._close)])


def _carded(heading: str, picture: ChartView) -> QFrame:
    frame, inside = card(heading)
    inside.addWidget(picture)
    return frame


def _broken(assessment: Assessment, found: Vulnerability) -> TableRow:
    from app.wording.futures import vulnerability_sentence

    scenarios = {row.id: row.name for row in assessment.scenarios}
    assumptions = {row.id: row.name for row in assessment.assumptions}
    return TableRow(
        (found.option, found.scenario),
        (
            assessment.option_by_id[found.option].name,
            scenarios[found.scenario],
            series(assumptions[key] for key in found.assumptions),
        ),
        vulnerability_sentence(assessment, found),
    )
