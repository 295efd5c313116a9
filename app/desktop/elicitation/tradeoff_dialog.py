"""Weights from trade-offs: how much of one improvement is worth all of another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.elicitation.case import Case, Leaf
from app.desktop.elicitation.dialog import HUNDRED, ElicitationDialog
from app.desktop.pages.layout import card
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.number_field import NumberField
from app.desktop.widgets.text import PlainLabel
from app.wording import _
from app.wording.lists import series
from app.wording.numbers import points, score
from db.model import Elicitation

if TYPE_CHECKING:
    from app.analysis.arrays import FloatArray
    from app.analysis.elicitation.tradeoffs import TradeOffWeights

FIELD_WIDTH = 84
AGREES = 1.005
"""Answers that fit within this factor are said to agree."""


class TradeoffDialog(ElicitationDialog):
    """Asks for indifference: so much of the most important change is worth all of another."""

    kind: ClassVar[Elicitation] = Elicitation.TRADE_OFF

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._found: TradeOffWeights | None = None
        self.given: dict[tuple[str, str], float] = {}
        """By measure and other criterion: how many points of the first are worth all of it."""
        self.fields: dict[tuple[str, str], NumberField] = {}
        self.measure = Choice(_("The change to measure by"))
        self.measure.show_choices(tuple((leaf.key, leaf.name) for leaf in case.leaves))
        self.measure.show_choice(max(case.leaves, key=lambda leaf: leaf.swing).key)
        self.measure.chosen.connect(self._arrange)
        row = QHBoxLayout()
        caption = PlainLabel(_("Measure by the change that matters most"), "caption")
        caption.setBuddy(self.measure)
        row.addWidget(caption)
        row.addWidget(self.measure, 1)
        self.body.addLayout(row)
        self._area = QWidget()
        self._column = QVBoxLayout()
        self._column.addWidget(self._area)
        self.body.addLayout(self._column)
        self._arrange()

    def title(self) -> str:
        return _("Weigh by trade-offs")

    def hint(self) -> str:
        return _(
            "Say how far the first change would have to go, out of 100, to be worth as much to you "
            "as all of the other one: then you would not mind which of the two happens."
        )

    def shares(self) -> FloatArray | None:
        return None if self._found is None else self._found.shares

    def status(self) -> str:
        if self._found is None:
            return _("Answer the questions above; those on checks may stay empty.")
        if self._found.misfit <= AGREES:
            return ""
        return _(
            "The answers do not quite agree: a ratio of weights is out by a factor of {factor}. "
            "The weights are those that fit them best."
        ).format(factor=points(self._found.misfit, 2))

    def summary(self) -> str:
        text = _("{number} of 100 of {measure} is worth all of {other}")
        told = series(
            text.format(
                number=score(number),
                measure=self._leaf(measure).name,
                other=self._leaf(other).name,
            )
            for (measure, other), number in self._asked().items()
        )
        return _("Trade-offs: {list}.").format(list=told)

    def follow(self) -> None:
        self._found = self._solve()
        super().follow()

    def keep_pending(self) -> bool:
        for field in self.fields.values():
            field.commit()
        return not any(field.is_changed() for field in self.fields.values())

    def stops(self) -> list[QWidget]:
        return [self.measure, *self.fields.values()]

    # --- asking

    def _arrange(self, _key: object = None) -> None:
        """Ask about the others anew, measured by the chosen change."""
        self._area.hide()
        self._area.deleteLater()
        self.fields = {}
        self._area = QWidget()
        self._column.addWidget(self._area)
        column = QVBoxLayout(self._area)
        column.setContentsMargins(0, 0, 0, 0)
        measure = self._leaf(self.measure.key)
        others = [leaf for leaf in self.case.leaves if leaf is not measure]
        frame, inside = card(_("What is worth all of the other change?"))
        about = _("100 of 100 of {name} is: {words}")
        words = about.format(name=measure.name, words=measure.words)
        inside.addWidget(PlainLabel(words, "muted", wrap=True))
        inside.addLayout(self._questions([(measure, other) for other in others]))
        column.addWidget(frame)
        if len(others) > 1:
            frame, inside = card(_("Checks, if you like: do the answers agree?"))
            inside.addLayout(self._questions(list(pairwise(others))))
            column.addWidget(frame)
        self._area.show()
        self.arrange_focus()
        self.follow()

    def _questions(self, pairs: list[tuple[Leaf, Leaf]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for row, (first, other) in enumerate(pairs):
            lead = _("{number} of 100 of {first} is worth all of:")
            told = QVBoxLayout()
            told.setSpacing(0)
            told.addWidget(PlainLabel(lead.format(number="…", first=first.name), wrap=True))
            told.addWidget(PlainLabel(other.name, "strong", wrap=True))
            told.addWidget(PlainLabel(other.words, "muted", wrap=True))
            field = NumberField(
                _("How much of {first}, out of 100, is worth all of {other}").format(
                    first=first.name, other=other.name
                )
            )
            field.setFixedWidth(FIELD_WIDTH)
            field.setObjectName(f"{first.key}\n{other.key}")
            field.load_number(self.given.get((first.key, other.key)))
            field.committed.connect(self._hear)
            field.refused.connect(self.state.setText)
            self.fields[first.key, other.key] = field
            grid.addLayout(told, row, 0)
            grid.addWidget(field, row, 1)
        return grid

    def _hear(self, number: float | None) -> None:
        field = self.sender()
        assert isinstance(field, NumberField)
        first, _break, other = field.objectName().partition("\n")
        if number is None:
            self.given.pop((first, other), None)
        elif number > 0.0:
            self.given[first, other] = number
        else:
            self.state.setText(
                _("Give a number above 0; one above 100 means that the other matters more.")
            )
            return
        field.load_number(number)
        self.follow()

    # --- working out

    def _asked(self) -> dict[tuple[str, str], float]:
        """The answers to the questions that are asked now."""
        return {pair: self.given[pair] for pair in self.fields if pair in self.given}

    def _solve(self) -> TradeOffWeights | None:
        from app.analysis.elicitation.tradeoffs import Indifference, weigh_tradeoffs

        measure = self.measure.key
        needed = [pair for pair in self.fields if pair[0] == measure]
        if any(pair not in self.given for pair in needed):
            return None
        place = {leaf.key: number for number, leaf in enumerate(self.case.leaves)}
        answers = [
            Indifference(place[first], number, place[other], HUNDRED)
            for (first, other), number in self._asked().items()
        ]
        return weigh_tradeoffs(len(self.case.leaves), answers)

    def _leaf(self, key: object) -> Leaf:
        return next(leaf for leaf in self.case.leaves if leaf.key == key)
