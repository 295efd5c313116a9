"""What is said of the mark that has the keyboard, beside it, for as long as it has it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.desktop.look.theme import current_theme
from app.desktop.widgets.text import PlainLabel

GAP = 8
WIDEST = 340
SIDES = 7


class MarkTip(PlainLabel):
    """A note within a picture; unlike a tip at the pointer it stays until the mark is left."""

    def __init__(self, shown: QWidget) -> None:
        super().__init__(parent=shown)
        self._picture = shown
        self.setContentsMargins(SIDES, SIDES - 3, SIDES, SIDES - 3)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def say(self, text: str, place: QRect) -> None:
        """Stand below a mark, or above it where there is no room."""
        room = self._picture.rect()
        self.setWordWrap(False)
        self.setText(text)
        widest = min(WIDEST, room.width())
        if self.sizeHint().width() > widest:
            self.setWordWrap(True)
            self.resize(widest, self.heightForWidth(widest))
        else:
            self.resize(self.sizeHint())
        left = min(max(place.center().x() - self.width() // 2, 0), room.right() - self.width())
        below, above = place.bottom() + GAP, place.top() - GAP - self.height()
        top = below if below + self.height() <= room.bottom() or above < 0 else above
        self.move(QPoint(left, max(0, min(top, room.bottom() - self.height()))))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("control_line"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        super().paintEvent(event)
