"""The words of a slide, as large as their room allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.desktop.widgets.text import runs_leftwards

if TYPE_CHECKING:
    from app.desktop.presenting.slides import Point

STEPS = 16
"""So many sizes of type are tried between the largest and the smallest."""
_GAP = 0.55
"""Between points, as a part of the size of the type."""


class SlideWords(QWidget):
    """Paints points one below the other; text is plain, whatever stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[Point, ...] = ()
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self.pixels = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, points: tuple[Point, ...]) -> None:
        """Show these points; nothing is seen of them before `fit`."""
        self._points = points
        self.pixels = 0
        self.setAccessibleName(self.text())
        self.setVisible(bool(points))

    def text(self) -> str:
        """What is said, a point a line."""
        return "\n".join(point.whole for point in self._points)

    def fit(self, room: QSize, largest: int, smallest: int) -> None:
        """Take the largest size of type, in pixels, at which all points have room.

        At the smallest they take the height that they need.
        """
        step = max(1, (largest - smallest) // STEPS)
        for pixels in (*range(largest, smallest, -step), smallest):
            self._write(pixels, room.width())
            if self._document.size().height() <= room.height():
                break
        self.setFixedHeight(round(self._document.size().height()) + 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = QPalette(self.palette())
        context.palette.setColor(QPalette.ColorRole.Text, self.palette().windowText().color())
        with QPainter(self) as painter:
            self._document.documentLayout().draw(painter, context)

    def _write(self, pixels: int, width: int) -> None:
        self.pixels = pixels
        font = QFont(self.font())
        font.setPixelSize(pixels)
        self._document.clear()
        self._document.setDefaultFont(font)
        cursor = QTextCursor(self._document)
        for number, point in enumerate(self._points):
            gap = round(_GAP * pixels) if number else 0
            for name, text in _lines(point):
                if not self._document.isEmpty():
                    cursor.insertBlock()
                cursor.setBlockFormat(self._stand(f"{name}{text}", gap))
                cursor.insertText(name, _face(QFont.Weight.Bold))
                cursor.insertText(text, _face(QFont.Weight.Normal))
                gap = 0
        self._document.setTextWidth(max(width, 1))

    def _stand(self, text: str, gap: int) -> QTextBlockFormat:
        """Words stand where the window is read from, and run as their own letters do."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        leftwards = runs_leftwards(text)
        made = QTextBlockFormat()
        made.setTopMargin(gap)
        made.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
        )
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        return made


def _lines(point: Point) -> list[tuple[str, str]]:
    """What stands in bold and what after it, line by line.

    Where scripts of both directions meet, a name has a line of its own: else it would be drawn into
    the words after it.
    """
    if not (point.name and point.text):
        return [(point.name, point.text)]
    if runs_leftwards(point.whole):
        return [(point.name, ""), ("", point.text)]
    return [(f"{point.name}  ", point.text)]


def _face(weight: QFont.Weight) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(weight)
    return made
