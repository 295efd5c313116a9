"""A label that never shows half a line: what does not fit ends in dots and stands in the tip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)

from app.desktop.widgets.text import RIGHT_TO_LEFT_MARK, PlainLabel, plain_tip


class WholeLinesLabel(PlainLabel):
    """Shows as many lines as its height holds; its text, also when read aloud, is all of it.

    Whoever places it gives it a height: `lines_in` says how many lines a text takes in a width.
    """

    def __init__(self, role: str = "") -> None:
        super().__init__("", role, wrap=True)
        self._brief = ""
        self._broken: dict[tuple[str, int], tuple[str, ...]] = {}

    def say(self, text: str, brief: str = "") -> bool:
        """Show a text, or where it does not fit a briefer one; False if nothing is new."""
        if (text, brief) == (self.text(), self._brief):
            return False
        self._brief = brief
        self._broken.clear()
        self.setText(text)
        self._tell_in_tip()
        self.update()
        return True

    def shown_lines(self) -> tuple[str, ...]:
        """The lines that are seen, whole, with dots at the end when there would be more."""
        room = self.height() // self.line_height
        whole = self._break(self.text(), self.width())
        if len(whole) > room and self._brief:
            whole = self._break(self._brief, self.width())
        if len(whole) <= room:
            return whole
        if room < 1:
            return ()
        last = " ".join(whole[room - 1 :])
        dotted = QFontMetricsF(self.font()).elidedText(
            last, Qt.TextElideMode.ElideRight, self.width()
        )
        return (*whole[: room - 1], dotted)

    def lines_in(self, width: int, *, brief: bool = False) -> int:
        """How many lines the text, or the briefer one if there is any, takes in a width."""
        return len(self._break((brief and self._brief) or self.text(), width))

    @property
    def line_height(self) -> int:
        """The height of a line, in pixels."""
        return max(1, self.fontMetrics().lineSpacing())

    def sizeHint(self) -> QSize:
        return QSize(0, self.line_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        return self.lines_in(width) * self.line_height

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._broken.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_in_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            for number, line in enumerate(self.shown_lines()):
                drawn = self._lay_out(line, self.width())
                drawn.draw(painter, QPointF(0.0, number * self.line_height))

    def _tell_in_tip(self) -> None:
        """Offer the whole text to the mouse where not all of it is seen."""
        whole = self._break(self.text(), self.width())
        self.setToolTip("" if self.shown_lines() == whole else plain_tip(self.text()))

    def _break(self, text: str, width: int) -> tuple[str, ...]:
        key = (text, width)
        if key not in self._broken:
            lines: list[str] = []
            for paragraph in text.split("\n") if text else ():
                starts = _line_starts(paragraph, self.font(), width)
                ends = [*starts[1:], len(paragraph)]
                lines += [paragraph[a:b].strip(" ") for a, b in zip(starts, ends, strict=True)]
            self._broken[key] = tuple(lines)
        return self._broken[key]

    def _lay_out(self, line: str, width: int) -> QTextLayout:
        """One line, on the side and in the direction in which the window is read."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        layout = QTextLayout(f"{RIGHT_TO_LEFT_MARK}{line}" if mirrored else line, self.font())
        option = QTextOption(
            Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        )
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        layout.createLine().setLineWidth(width)
        layout.endLayout()
        return layout


def _line_starts(text: str, font: QFont, width: int) -> list[int]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    return starts
