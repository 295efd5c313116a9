"""What is stated about one condition in a past case."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.widgets.choice import Choice
from app.desktop.widgets.fields import LineField, ProseField
from app.desktop.widgets.text import PlainLabel
from app.wording import _
from app.wording.terms import term
from db.model import Condition, Holds, PrecedentCondition


class ConditionThere(QWidget):
    """Whether a condition held in a past case, why that is said, and where it is written."""

    rated = Signal(str, object)
    """The condition and its rating; None when nothing is to be stated."""
    explained = Signal(str, str)
    placed = Signal(str, str)

    def __init__(self, condition: Condition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._condition = condition.id
        name = condition.name
        self.rating = Choice(_("Did it hold there: {condition}").format(condition=name))
        ratings = tuple((rating, term(rating)) for rating in Holds)
        self.rating.show_choices(((None, _("not stated")), *ratings))
        self.rating.setMinimumContentsLength(14)
        self.reason = ProseField(_("Why, for {condition}").format(condition=name), 1)
        self.reason.setPlaceholderText(_("Why, in a sentence"))
        self.place = LineField(_("Where that is written, for {condition}").format(condition=name))
        self.place.setPlaceholderText(_("Where that is written"))
        self.here = PlainLabel("", "muted", wrap=True)
        self.rating.chosen.connect(self._announce_rating)
        self.reason.committed.connect(self._announce_reason)
        self.place.committed.connect(self._announce_place)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.reason)
        said.addWidget(self.place)
        row = QHBoxLayout()
        row.addWidget(self.rating, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(PlainLabel(name, wrap=True))
        column.addLayout(row)
        column.addWidget(self.here)

    def show_rating(
        self, condition: Condition, stated: PrecedentCondition | None, *, anew: bool
    ) -> None:
        """Show what is stated; `anew` when it is about another past case than before."""
        self.rating.show_choice(None if stated is None else stated.rating)
        reason = "" if stated is None else stated.reason
        place = "" if stated is None else stated.locator
        self.reason.load_text(reason) if anew else self.reason.show_text(reason)
        self.place.load_text(place) if anew else self.place.show_text(place)
        for field in (self.reason, self.place):
            field.setEnabled(stated is not None)
        self.here.setText(_("Here: {rating}").format(rating=term(condition.rating)))

    def _announce_rating(self, rating: object) -> None:
        self.rated.emit(self._condition, rating)

    def _announce_reason(self, reason: str) -> None:
        self.explained.emit(self._condition, reason)

    def _announce_place(self, place: str) -> None:
        self.placed.emit(self._condition, place)
