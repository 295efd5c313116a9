"""A share of the weight, as a bar and in figures."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.desktop.look.theme import current_theme
from app.wording.numbers import percent

_WIDTH = 120


class ShareBar(QWidget):
    """Paints itself: a label would lay the whole page out anew at every step of a drag."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._share = -1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_share(0.0)

    @property
    def text(self) -> str:
        """The share as it is shown."""
        return percent(self._share)

    def show_share(self, share: float) -> None:
        """Show a share of 1."""
        if share != self._share:
            self._share = share
            self.setAccessibleName(f"{self._name} {self.text}")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.fontMetrics().height() + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        with QPainter(self) as painter:
            figures = self.fontMetrics().horizontalAdvance("100.0%") + 6
            ground = QRect(0, self.height() - 6, self.width(), 4)
            forwards = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            length = round(ground.width() * self._share)
            left = ground.left() if forwards else ground.right() - length + 1
            painter.fillRect(ground, theme.colour("sunken"))
            painter.fillRect(left, ground.top(), length, ground.height(), theme.colour("accent"))
            painter.setPen(theme.colour("text"))
            text = QRect(self.width() - figures if forwards else 0, 0, figures, self.height() - 6)
            alignment = Qt.AlignmentFlag.AlignVCenter | (
                Qt.AlignmentFlag.AlignRight if forwards else Qt.AlignmentFlag.AlignLeft
            )
            painter.drawText(text, alignment, self.text)
