"""A sentence beside the place where something wrong was typed."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.desktop.look.speech import announce
from app.desktop.look.theme import current_theme

from .text import PlainLabel

_WIDTH = 340


class EntryNote(PlainLabel):
    """Floats over its parent, under the place it speaks of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(wrap=True, parent=parent)
        self._over = parent
        self.setContentsMargins(10, 7, 10, 7)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, place: QRect, sentence: str) -> None:
        """Show a sentence below a place in the parent, or above it where there is no room."""
        ground = self._over.rect()
        width = min(_WIDTH, ground.width())
        self.setText(sentence)
        self.setAccessibleName(sentence)
        height = self.heightForWidth(width)
        top = place.bottom() + 3
        if top + height > ground.bottom():
            top = max(ground.top(), place.top() - height - 3)
        left = max(ground.left(), min(place.left(), ground.right() - width))
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()
        announce(self._over, sentence, urgent=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("bad"), 1))
            painter.setBrush(theme.colour("bad_soft"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
        super().paintEvent(event)
