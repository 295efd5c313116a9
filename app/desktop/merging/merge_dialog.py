"""The dialog in which an officer sees what a merge comes to, and decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desktop.merging.cases import decisions_of
from app.desktop.merging.conflict_card import ConflictCard
from app.desktop.merging.report import change_lines, effect_lines, lead_sentence, report_of
from app.desktop.pages.layout import card
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from db.difference import apply

if TYPE_CHECKING:
    from app.desktop.workspace.arrivals import Arrival
    from db.difference import Difference

SIZE = (900, 680)
MOST_CHANGES = 200


class MergeDialog(QDialog):
    """Takes an arrival and returns decisions; nothing is chosen that would discard anything."""

    report_wanted = Signal(str)
    """The report of the merge as it is chosen now, to be written to a file."""

    def __init__(self, arrival: Arrival, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arrival = arrival
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Review and merge"))
        self.resize(*SIZE)
        self.cards = [ConflictCard(case) for case in arrival.cases]
        self.effect = Sentences("lead", bullets=False, spoken=True)
        self.changes = Sentences()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        self._area = self._make_content()
        column.addWidget(self._area, 1)
        column.addLayout(self._make_foot())
        for conflict_card in self.cards:
            conflict_card.chosen.connect(self._follow)
            conflict_card.chosen.connect(self._keep_in_sight)
        self._follow()
        first = self.cards[0].chosen_button if self.cards else self.merge_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def decisions(self) -> Difference:
        """What must be written with the merge so that the choices hold."""
        chosen = ((conflict_card.case, conflict_card.choice) for conflict_card in self.cards)
        return decisions_of(self.arrival.merged.assessment, chosen)

    def _make_content(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(12)
        title = _("{file} and your version").format(file=self.arrival.path.name)
        column.addWidget(PlainLabel(title, "title", wrap=True))
        column.addWidget(PlainLabel(lead_sentence(self.arrival), "lead", wrap=True))
        if self.cards:
            column.addWidget(PlainLabel(_("What needs a decision"), "heading"))
        for conflict_card in self.cards:
            column.addWidget(conflict_card)
        column.addWidget(self._make_changes())
        column.addStretch(1)
        area.setWidget(sheet)
        return area

    def _make_changes(self) -> QFrame:
        frame, inside = card(_("What changes in your version"))
        inside.addWidget(self.changes)
        return frame

    def _make_foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(PlainLabel(_("With your choices"), "caption"))
        foot.addWidget(self.effect)
        row = QHBoxLayout()
        row.addWidget(button(_("Save the report…"), self._want_report))
        row.addStretch(1)
        row.addWidget(button(_("Not now"), self.reject))
        self.merge_button = button(_("Merge"), self.accept, "primary")
        self.merge_button.setDefault(True)
        row.addWidget(self.merge_button)
        foot.addLayout(row)
        return foot

    def _follow(self, _choice: int = 0) -> None:
        after = apply(self.decisions(), self.arrival.merged.assessment)
        self.effect.say(effect_lines(self.arrival, after))
        lines = change_lines(self.arrival, after)
        more = len(lines) - MOST_CHANGES
        if more > 0:
            rest = _("… and {count} more; the report has all of them.").format(count=more)
            lines = (*lines[:MOST_CHANGES], rest)
        self.changes.say(lines or (_("Nothing."),))

    def _keep_in_sight(self, _choice: int) -> None:
        decided = self.sender()
        assert isinstance(decided, ConflictCard)
        self._area.ensureWidgetVisible(decided.chosen_button)

    def _want_report(self) -> None:
        chosen = tuple((c.case, c.choice) for c in self.cards)
        self.report_wanted.emit(report_of(self.arrival, chosen))
