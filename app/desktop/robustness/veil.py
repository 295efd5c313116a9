"""A veil over what is out of date: it can still be read, and looks as if it waited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.desktop.look.theme import current_theme

_THICKNESS = 140  # of 255


class Veil(QWidget):
    """Covers its parent with a thin layer of the ground; the mouse goes through it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
        return False

    def draw_over(self) -> None:
        """Cover the parent."""
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colour = current_theme().colour("window")
            colour.setAlpha(_THICKNESS)
            painter.fillRect(event.rect(), colour)
