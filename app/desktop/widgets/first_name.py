"""What a page shows while there is nothing on it: a sentence, and the field for a first name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop.widgets.fields import LineField
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _

WIDTH = 340


class FirstName(QWidget):
    """Takes the name of the first thing at once; whoever comes to the page can type it."""

    named = Signal(str)

    def __init__(self, sentence: str, new: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = PlainLabel(sentence, "lead", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field = LineField(new, _("{what}, then Enter").format(what=new))
        self.field.setFixedWidth(WIDTH)
        self.field.committed.connect(self.named)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(40, 40, 40, 40)
        self._column.setSpacing(16)
        self._column.addStretch(1)
        self._column.addWidget(said)
        self._column.addWidget(self.field, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(2)

    def offer(self, caption: str, run: Callable[[], object]) -> None:
        """Offer another way to begin, below the field."""
        last = self._column.count() - 1
        made = button(caption, run)
        self._column.insertWidget(last, made, 0, Qt.AlignmentFlag.AlignHCenter)
