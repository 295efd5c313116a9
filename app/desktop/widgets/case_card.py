"""One mechanism of an option, with the conditions that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.widgets.choice import Choice
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from app.wording.terms import term
from db.model import Condition, Holds

if TYPE_CHECKING:
    from app.analysis.policy.conditions import Case


class ConditionRow(QWidget):
    """A condition with its rating, and why it is rated so."""

    rated = Signal(str, object)

    def __init__(self, condition: Condition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._condition = condition.id
        self.rating = Choice(_("Does it hold: {condition}").format(condition=condition.name))
        self.rating.show_choices(tuple((rating, term(rating)) for rating in Holds))
        self.rating.setMinimumContentsLength(9)
        self.rating.chosen.connect(self._announce)
        self.before = PlainLabel("", "muted", wrap=True)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(PlainLabel(condition.name, wrap=True))
        for text in (condition.reason, condition.locator):
            if text:
                said.addWidget(PlainLabel(text, "muted", wrap=True))
        said.addWidget(self.before)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        column = QVBoxLayout()
        column.addWidget(self.rating)
        column.addStretch(1)
        row.addLayout(column)
        row.addLayout(said, 1)

    def show_before(self, words: str) -> None:
        """Say how the condition stood in past cases; nothing where there are none."""
        self.before.setText(_("In past cases: {words}").format(words=words) if words else "")
        self.before.setVisible(bool(words))

    def _announce(self, rating: Holds) -> None:
        self.rated.emit(self._condition, rating)


class CaseCard(QFrame):
    """A mechanism towards an aim; its conditions are rated in place."""

    rated = Signal(str, object)
    """A condition and its rating."""
    dropped = Signal(str, str)
    """A mechanism and an aim on which the option shall not rely."""

    def __init__(self, case: Case, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.setProperty("role", "card")
        self.rows: dict[str, ConditionRow] = {}
        above = QHBoxLayout()
        above.addWidget(PlainLabel(heading, "heading", wrap=True), 1)
        drop = button(_("Remove"), self._announce_drop, "link")
        drop.setAccessibleName(_("The option does not rely on: {how}").format(how=heading))
        above.addWidget(drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(above)
        self.sentence = PlainLabel(wrap=True)
        column.addWidget(self.sentence)
        for condition in case.conditions:
            row = ConditionRow(condition)
            row.rated.connect(self.rated)
            self.rows[condition.id] = row
            column.addWidget(row)

    def show_case(self, case: Case, sentence: str, before: Mapping[str, str]) -> None:
        """Show the ratings of the same conditions, and how these stood in past cases (by id)."""
        self.sentence.setText(sentence)
        for condition in case.conditions:
            row = self.rows[condition.id]
            row.rating.show_choice(condition.rating)
            row.show_before(before.get(condition.id, ""))

    def _announce_drop(self) -> None:
        self.dropped.emit(self._case.mechanism, self._case.aim)
