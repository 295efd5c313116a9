"""Evidence against options: what tells them apart, and what says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop.widgets.empty_state import EmptyState
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel
from app.desktop.widgets.value_grid import Cell, Grid, ValueGrid
from app.wording import _, ngettext
from app.wording.lists import in_a_row
from app.wording.numbers import percent

if TYPE_CHECKING:
    from app.analysis.policy.competing_views import EvidenceGrid
    from db.model import Assessment

NAMED_AT_MOST = 5
"""Of more options than these only their number is said."""
SPEAKS_FOR, SPEAKS_AGAINST = 80.0, 0.0


class CompetingView(QWidget):
    """A grid of extracts by options, the most telling extract first."""

    register_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lead = PlainLabel(
            _(
                "Evidence that fits every option alike says nothing about which is best. Each "
                "extract speaks for an option whose score it supports above the middle of the "
                "options, or contradicts below it; otherwise it speaks against."
            ),
            "muted",
            wrap=True,
        )
        self._said = Sentences()
        self.grid = ValueGrid(_("Extracts by options, the most telling first"), full=False)
        self._none = EmptyState(self.register_wanted.emit)
        self._none.say(
            _(
                "No extract is linked to a score yet. Once some are, this says which of them tell "
                "the options apart, and which fit every option alike."
            ),
            _("Go to the sources"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(self._lead)
        column.addWidget(self._said)
        column.addWidget(self.grid, 100)
        column.addWidget(self._none, 100)

    def show_value(self, assessment: Assessment) -> None:
        """Rate the evidence of the assessor of record against every option."""
        from app.analysis.outcome import find_outcome
        from app.analysis.policy.competing_views import find_grid

        outcome = find_outcome(assessment)
        found = None if outcome is None else find_grid(outcome)
        for widget in (self._lead, self._said, self.grid):
            widget.setVisible(found is not None)
        self._none.setVisible(found is None)
        if found is not None:
            self.grid.show_grid(grid_of(assessment, found))
            self._said.say(_against(assessment, found))


def grid_of(assessment: Assessment, found: EvidenceGrid) -> Grid:
    """The ratings in words, the most telling extract first."""
    claims = {row.id: " ".join(row.claim.split()) for row in assessment.extracts}
    options = [assessment.option_by_id[option] for option in found.options]
    order = sorted(range(len(found.extracts)), key=lambda i: -found.diagnosticity[i])
    ratings = found.ratings.tolist()
    return Grid(
        columns=(_("Tells the options apart"), *(row.code or row.name for row in options)),
        rows=tuple(claims[found.extracts[i]] for i in order),
        cells=tuple(
            (
                Cell(percent(float(found.diagnosticity[i]), 0)),
                *(_cell(row.name, rating) for row, rating in zip(options, ratings[i], strict=True)),
            )
            for i in order
        ),
    )


def _cell(option: str, rating: float) -> Cell:
    if not rating:
        return Cell("–", said=_("says nothing about {option}").format(option=option))
    if rating > 0:
        return Cell(_("pro"), SPEAKS_FOR, said=_("speaks for {option}").format(option=option))
    return Cell(_("con"), SPEAKS_AGAINST, said=_("speaks against {option}").format(option=option))


def _against(assessment: Assessment, found: EvidenceGrid) -> list[str]:
    counts = found.against.tolist()
    fewest = min(counts)
    names = [
        assessment.option_by_id[option].name
        for option, count in zip(found.options, counts, strict=True)
        if count == fewest
    ]
    if len(names) > NAMED_AT_MOST:
        text = ngettext("{count} option", "{count} options", len(names))
        names = [text.format(count=len(names))]
    if not fewest:
        text = _("Nothing in the register speaks against {options}.")
        return [text.format(options=in_a_row(names))]
    return [
        ngettext(
            "Least evidence speaks against {options}: {count} extract.",
            "Least evidence speaks against {options}: {count} extracts.",
            fewest,
        ).format(options=in_a_row(names), count=fewest)
    ]
