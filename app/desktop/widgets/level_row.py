"""One described level of a scale."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.wording import _
from app.wording.numbers import score as in_words

from .fields import ProseField
from .number_field import NumberField
from .text import PlainLabel, plain_tip

NUMBER_WIDTH = 84
"""What a number of any size takes."""
SHORT_WIDTH = 60
"""What a number from 0 to 100 takes."""
REMOVE_WIDTH = 26
_TEXT_INSET = 10
"""So far from the edge of its field stands a number that can be typed."""


class LevelRow(QWidget):
    """A number, what it means, and on a numeric scale what it is worth.

    At an end of the scale, for which `end` asks, the number and what it is worth are fixed.
    """

    moved = Signal(float, object)
    described = Signal(float, str)
    valued = Signal(float, object)
    removed = Signal(float)
    refused = Signal(str)

    def __init__(
        self, at: float, end: str, worth: str, *, has_value: bool, beside_removable: bool
    ) -> None:
        super().__init__()
        self.at = at
        number = in_words(at)
        self.number = NumberField(_("Number of the level at {number}").format(number=number))
        self.number.load_number(at)
        self.words = ProseField(_("What {number} means").format(number=number), lines=2)
        self.words.setPlaceholderText(end or _("What does this level mean?"))
        self.value = NumberField(_("Value of {number}, 0 to 100").format(number=number))
        self.remove = QToolButton()
        self.remove.setText("×")
        name = _("Remove the level at {number}").format(number=number)
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(plain_tip(name))
        self.remove.setFixedWidth(REMOVE_WIDTH)
        self.number.setFixedWidth(NUMBER_WIDTH if has_value else SHORT_WIDTH)
        self.value.setFixedWidth(SHORT_WIDTH)
        self._lay_out(end, worth, has_value=has_value)
        keep = self.remove.sizePolicy()
        keep.setRetainSizeWhenHidden(beside_removable)
        self.remove.setSizePolicy(keep)
        self.remove.setVisible(not end)
        self._connect()

    def show_level(self, words: str, value: float | None) -> None:
        """Show a level's words and value; what is being typed stays."""
        self.words.show_text(words)
        self.value.show_number(value)

    def _lay_out(self, end: str, worth: str, *, has_value: bool) -> None:
        number = in_words(self.at)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_fixed(number, self.number.width()) if end else self.number)
        row.addWidget(self.words, 1)
        if has_value:
            row.addWidget(_fixed(worth, self.value.width()) if end else self.value)
        row.addWidget(self.remove)

    def _connect(self) -> None:
        self.number.committed.connect(self._move)
        self.words.committed.connect(self._describe)
        self.value.committed.connect(self._set_value)
        self.remove.clicked.connect(self._remove)
        for field in (self.number, self.value):
            field.refused.connect(self.refused)

    def _move(self, to: float | None) -> None:
        self.moved.emit(self.at, to)

    def _describe(self, words: str) -> None:
        self.described.emit(self.at, words)

    def _set_value(self, value: float | None) -> None:
        self.valued.emit(self.at, value)

    def _remove(self) -> None:
        self.removed.emit(self.at)


def _fixed(text: str, width: int) -> PlainLabel:
    label = PlainLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    label.setContentsMargins(0, 0, _TEXT_INSET, 0)
    label.setFixedWidth(width)
    return label
