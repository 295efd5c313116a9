"""One comparison of two changes, from “nine times less” to “nine times more”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSlider, QWidget

from app.desktop.widgets.text import PlainLabel, button
from app.desktop.widgets.wheel import leave_wheel_to_page
from app.wording import _
from app.wording.numbers import score

if TYPE_CHECKING:
    from app.desktop.elicitation.case import Leaf

STRONGEST = 9


class PairRow(QFrame):
    """Two changes with a slider between them; nothing is judged until it is moved."""

    judged = Signal()

    def __init__(self, first: Leaf, second: Leaf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.second = first, second
        self.ratio: float | None = None
        """How many times as much the first matters; None while it is not judged."""
        self.setProperty("role", "card")
        self.slider = _PairSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1 - STRONGEST, STRONGEST - 1)
        self.slider.setPageStep(2)
        self.slider.setAccessibleName(
            _("{first} against {second}").format(first=first.name, second=second.name)
        )
        leave_wheel_to_page(self.slider)
        self.said = PlainLabel(role="muted", wrap=True)
        self.clear_button = button(_("Clear"), self.clear)
        self.clear_button.setProperty("role", "link")
        self.clear_button.setAccessibleName(
            _("Clear {first} against {second}").format(first=first.name, second=second.name)
        )
        self._lay_out()
        self.slider.valueChanged.connect(self._judge)
        self.slider.confirmed.connect(self._judge)
        self._show()

    def set_ratio(self, ratio: float | None) -> None:
        """Judge the pair by a number, or take the judgement back."""
        self.ratio = ratio
        self.slider.blockSignals(True)
        self.slider.setValue(0 if ratio is None else _place(ratio))
        self.slider.blockSignals(False)
        self._show()
        self.judged.emit()

    def clear(self) -> None:
        """Take the judgement back."""
        self.set_ratio(None)
        self.slider.setFocus()

    def words(self) -> str:
        """The judgement as a sentence."""
        return judgement_words(self.first.name, self.second.name, self.ratio)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 8, 14, 8)
        grid.setVerticalSpacing(2)
        names = (self.first.name, self.second.name)
        left, right = (PlainLabel(name, "strong", wrap=True) for name in names)
        sides = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        asked = zip((self.first, self.second), (left, right), sides, strict=True)
        for column, (leaf, label, side) in enumerate(asked):
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            words = PlainLabel(leaf.words, "muted", wrap=True)
            words.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, 0, column * 2)
            grid.addWidget(words, 1, column * 2)
        grid.addWidget(self.slider, 0, 1)
        grid.addWidget(self.said, 2, 0, 1, 2)
        grid.addWidget(self.clear_button, 2, 2, Qt.AlignmentFlag.AlignTrailing)
        for column in range(3):
            grid.setColumnStretch(column, 1)

    def _judge(self, _value: int = 0) -> None:
        # The first change stands on the leading side, so moving towards it favours it.
        place = -self.slider.value()
        self.ratio = float(1 + place) if place >= 0 else 1.0 / (1 - place)
        self._show()
        self.judged.emit()

    def _show(self) -> None:
        self.said.setText(self.words())
        self.slider.setAccessibleDescription(self.words())
        self.clear_button.setVisible(self.ratio is not None)
        if self.slider.property("judged") != (self.ratio is not None):
            self.slider.setProperty("judged", self.ratio is not None)
            self.slider.style().unpolish(self.slider)
            self.slider.style().polish(self.slider)


def judgement_words(first: str, second: str, ratio: float | None) -> str:
    """A comparison as a sentence."""
    if ratio is None:
        return _("not judged yet")
    if abs(ratio - 1.0) < 0.005:
        return _("{first} and {second} matter the same").format(first=first, second=second)
    more, less = (first, second) if ratio > 1.0 else (second, first)
    times = score(float(f"{max(ratio, 1.0 / ratio):.2g}"))
    return _("{more} matters {times} times as much as {less}").format(
        more=more, times=times, less=less
    )


def _place(ratio: float) -> int:
    place = round(ratio) - 1 if ratio >= 1.0 else 1 - round(1.0 / ratio)
    return max(1 - STRONGEST, min(STRONGEST - 1, -place))


class _PairSlider(QSlider):
    """A slider on which Space judges the pair where it stands, and Enter does so and goes on."""

    confirmed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
