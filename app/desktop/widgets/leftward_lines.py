"""Lines of a text that runs leftwards, broken and painted evenly.

Qt's labels shift each line that ends in a space by that space to the left, ask for too little
height where two typefaces meet in a line, and stand lines of one closer than lines of both.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

_LINE_END = "\u2028"
_RIGHT = Qt.AlignmentFlag.AlignRight


class LeftwardLines:
    """A text in a font, laid out in a width in pixels; every line is as high as the highest."""

    def __init__(
        self, text: str, font: QFont, width: int, alignment: Qt.AlignmentFlag = _RIGHT
    ) -> None:
        """Lay the text out; `alignment` says the side that is seen, the right unless it does."""
        self._layout = QTextLayout(text.replace("\n", _LINE_END), font)
        option = QTextOption(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask or _RIGHT)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
        self._layout.endLayout()
        lines = [self._layout.lineAt(number) for number in range(self._layout.lineCount())]
        self.pitch = max((line.height() for line in lines), default=0.0)
        for number, line in enumerate(lines):
            line.setPosition(QPointF(0.0, number * self.pitch))
        self.height = round(self.pitch * len(lines) + 0.5)

    def paint(self, painter: QPainter, room: QRect, alignment: Qt.AlignmentFlag) -> None:
        """Paint the lines in a room, which has the width that they were laid out in."""
        spare = room.height() - self.height
        if alignment & Qt.AlignmentFlag.AlignTop:
            spare = 0
        elif not alignment & Qt.AlignmentFlag.AlignBottom:
            spare //= 2
        self._layout.draw(painter, QPointF(room.left(), room.top() + max(spare, 0)))
