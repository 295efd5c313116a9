"""The weight triangle with the choice of its three corners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.text import PlainLabel
from app.wording import _
from db.model.tree import walk

if TYPE_CHECKING:
    from app.analysis.outcome import Outcome

INDENT = "\u2003"
CORNERS = 3


class TriangleCard(QWidget):
    """Shows who leads as three parts of the tree share their weight in all ways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(8)
        title = _("If three branches shared their weight otherwise")
        layout.addWidget(PlainLabel(title, "caption"))
        row = QHBoxLayout()
        self.corners = tuple(
            Choice(_("Corner {number} of the triangle").format(number=number + 1))
            for number in range(CORNERS)
        )
        for corner in self.corners:
            corner.chosen.connect(self._show)
            row.addWidget(corner, 1)
        layout.addLayout(row)
        self.chart = ChartView(title=title)
        self.said = PlainLabel(role="muted", wrap=True)
        layout.addWidget(self.chart)
        layout.addWidget(self.said)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show another ranking; hidden while there are no three parts to choose."""
        self._outcome = outcome
        problem = outcome.problem
        enough = len(problem.criteria) >= CORNERS and len(problem.options) > 1
        self.setVisible(enough)
        if not enough:
            return
        nodes = tuple(
            (row.id, INDENT * depth + row.name) for depth, row in walk(outcome.assessment)
        )
        for corner in self.corners:
            corner.show_choices(nodes)
        if any(corner.key is None for corner in self.corners):
            from app.analysis.content import heaviest

            for corner, node in zip(self.corners, heaviest(outcome, CORNERS), strict=True):
                corner.show_choice(node)
        self._show()

    def _show(self) -> None:
        from app.analysis.triangle import find_triangle
        from app.charts.robustness_pictures import triangle_picture
        from app.wording.robustness.triangle import triangle_sentence

        outcome = self._outcome
        if outcome is None:
            return
        first, second, third = (str(corner.key) for corner in self.corners)
        nodes = (first, second, third)
        problem = outcome.problem
        a, b, c = (problem.below[problem.nodes.index(node)] for node in nodes)
        apart = not ((a & b) | (a & c) | (b & c)).any()
        self.chart.setVisible(apart)
        if not apart:
            self.said.setText(
                _("Choose three parts of the value tree that have no criterion in common.")
            )
            return
        found = find_triangle(outcome.prepared, problem.shares, (a, b, c))
        sentence = triangle_sentence(outcome, found, nodes)
        self.chart.show_chart(triangle_picture(outcome, found, nodes), sentence)
        self.said.setText(sentence)
