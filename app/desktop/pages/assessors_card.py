"""Colleagues who judged too: each one's ranking, the mean and the consensus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.desktop.models.value_grid import Cell, Grid
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel
from app.desktop.widgets.value_grid import ValueGrid
from app.wording import _
from app.wording.numbers import points

if TYPE_CHECKING:
    from app.analysis.policy.assessors import AssessorTable
    from db.model import Assessment


class AssessorsCard(QFrame):
    """Shows nothing until a second assessor has judged."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.grid = ValueGrid(_("Options by assessors: value and first place"))
        self.said = Sentences()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 14, 16, 16)
        inside.setSpacing(8)
        inside.addWidget(PlainLabel(_("Colleagues who judged"), "heading"))
        inside.addWidget(self.grid)
        inside.addWidget(self.said)

    def show_value(self, assessment: Assessment) -> None:
        """Ask every assessor."""
        from app.analysis.policy.assessors import find_assessors
        from app.wording.assessors import table_sentences

        table = find_assessors(assessment)
        self.setVisible(table is not None)
        if table is not None:
            self.grid.show_grid(grid_of(assessment, table))
            self.said.say(table_sentences(assessment, table))


def grid_of(assessment: Assessment, table: AssessorTable) -> Grid:
    """Each assessor's values, then their mean and the sum of their ranks."""
    judges = [assessment.perspective_by_id[key].name for key in table.assessors]
    first = [outcome.leaders for outcome in table.outcomes]
    values, mean = table.values.tolist(), table.mean.tolist()
    rows = []
    for i, key in enumerate(table.options):
        name = assessment.option_by_id[key].name
        cells = [
            Cell(
                points(values[i][j]),
                values[i][j],
                key in first[j],
                said=_("{option} for {assessor}: {value}").format(
                    option=name, assessor=judge, value=points(values[i][j])
                ),
            )
            for j, judge in enumerate(judges)
        ]
        cells.append(
            Cell(
                points(mean[i]),
                mean[i],
                key in table.best_mean,
                said=_("{option} in the mean: {value}").format(option=name, value=points(mean[i])),
            )
        )
        total = points(float(table.rank_sums[i]), 1)
        cells.append(
            Cell(
                total,
                None,
                key in table.consensus,
                said=_("{option}, sum of ranks: {value}").format(option=name, value=total),
            )
        )
        rows.append(tuple(cells))
    return Grid(
        columns=(*judges, _("Mean"), _("Sum of ranks")),
        rows=tuple(assessment.option_by_id[key].name for key in table.options),
        cells=tuple(rows),
        corner=_("Option"),
        legend=_("The more it is worth, the deeper the colour. Framed: first."),
    )
