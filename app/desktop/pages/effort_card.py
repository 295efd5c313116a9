"""What value costs: shown as soon as two options say what they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.pages.layout import card
from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.sentences import Sentences
from app.wording import _

if TYPE_CHECKING:
    from app.analysis.outcome import Outcome


class EffortCard:
    """Value against effort, and what each further point of value takes."""

    def __init__(self) -> None:
        self.frame, inside = card(_("What value costs"))
        self.sentences = Sentences()
        self.chart = ChartView()
        inside.addWidget(self.sentences)
        inside.addWidget(self.chart)
        self.frame.hide()

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show a ranking's values against what the options take; nothing where that is unsaid."""
        from app.analysis.frontier import effort_frontier
        from app.charts.comparison_pictures import effort_picture
        from app.wording.frontier import frontier_sentences

        found = None if outcome is None else effort_frontier(outcome)
        self.frame.setVisible(found is not None)
        if outcome is None or found is None:
            return
        options, frontier = found
        said = frontier_sentences(outcome, options, frontier)
        self.sentences.say(said)
        self.chart.show_chart(effort_picture(outcome, options, frontier), " ".join(said))
