"""A small drawing of a value function."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.desktop.look.theme import current_theme
from app.wording import _
from app.wording.lists import series
from app.wording.numbers import score as in_words

_LEFT, _TOP, _RIGHT, _BOTTOM = 38, 12, 16, 26


class ValueCurve(QWidget):
    """Value from 0 to 100 over the numbers of a scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers: list[float] = []
        self._values: list[float] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Value function"))

    def show_points(self, points: tuple[list[float], list[float]], unit: str) -> None:
        """Show a function by its corners: numbers, rising, and their values."""
        self._numbers, self._values = points
        said = [
            _("{number} {unit} is worth {value}").format(
                number=in_words(number), unit=unit, value=in_words(value)
            )
            for number, value in zip(*points, strict=True)
        ]
        self.setAccessibleDescription(series(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 130)

    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self._numbers) < 2:
            return
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)
            painter.setPen(QPen(theme.colour("line"), 1))
            for value in (0, 50, 100):
                height = box.bottom() - box.height() * value / 100
                painter.drawLine(QPointF(box.left(), height), QPointF(box.right(), height))
            painter.setPen(theme.colour("muted"))
            for value in (0, 100):
                height = box.bottom() - box.height() * value / 100
                place = QRectF(0, height - 9, _LEFT - 6, 18)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(value))
            corners = [self._corner(box, at) for at in range(len(self._numbers))]
            self._draw_numbers(painter, box, corners)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawPolyline(QPolygonF(corners))
            painter.setBrush(theme.colour("accent"))
            for corner in corners:
                painter.drawEllipse(corner, 3, 3)

    def _corner(self, box: QRectF, at: int) -> QPointF:
        first, last = self._numbers[0], self._numbers[-1]
        along = (self._numbers[at] - first) / (last - first)
        up = self._values[at] / 100
        return QPointF(box.left() + box.width() * along, box.bottom() - box.height() * up)

    def _draw_numbers(self, painter: QPainter, box: QRectF, corners: list[QPointF]) -> None:
        """The numbers under the corners, as many as do not touch each other."""
        free = -1e9
        for number, corner in zip(self._numbers, corners, strict=True):
            text = in_words(number)
            width = painter.fontMetrics().horizontalAdvance(text)
            left = min(max(corner.x() - width / 2, 0.0), self.width() - width)
            if left > free:
                painter.drawText(QPointF(left, box.bottom() + 18), text)
                free = left + width + 8
