"""A chart on screen: the brief's drawing, painted by Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.desktop.painter import BOLD, PLAIN, POINTS_PER_INCH, measure, paint_drawing
from app.desktop.theme import current_theme

if TYPE_CHECKING:
    from app.charts import Chart
    from app.charts.shapes import Drawing

FIRST_WIDTH = 600


class ChartView(QWidget):
    """Shows one chart as wide as there is room; its alternative text is its accessible name."""

    row_clicked = Signal(int)
    """The number of the bar, counted from above, that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._drawing: Drawing | None = None
        self._drawn_for: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(280)

    def show_chart(self, chart: Chart, alternative: str) -> None:
        """Show another chart."""
        if chart != self._chart:
            self._chart = chart
            self._fit()
        self.setAccessibleName(alternative)

    def sizeHint(self) -> QSize:
        return QSize(FIRST_WIDTH, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self._current()
        if drawing is not None:
            painter = QPainter(self)
            paint_drawing(painter, drawing, self._scale())
            painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.row_clicked.emit(row)

    def _scale(self) -> float:
        return self.logicalDpiX() / POINTS_PER_INCH

    def _fit(self) -> None:
        drawing = self._current()
        if drawing is not None:
            self.setFixedHeight(round(drawing.height * self._scale()) + 1)
        self.update()

    def _current(self) -> Drawing | None:
        """The drawing for today's width and colours."""
        if self._chart is None:
            return None
        theme = current_theme()
        wanted = (self._chart, self.width(), theme.name, self._scale())
        if wanted != self._drawn_for:
            from app.charts import draw, make_theme

            look = make_theme(measure, PLAIN, BOLD, dark=theme.dark)
            self._drawing = draw(self._chart, look, self.width() / self._scale())
            self._drawn_for = wanted
        return self._drawing

    def _row_at(self, y: float) -> int | None:
        """Which bar lies at a height, if the chart has bars."""
        from app.charts import Ranking

        drawing = self._current()
        if drawing is None or not isinstance(self._chart, Ranking):
            return None
        at = drawing.height - y / self._scale()
        rects = [shape for shape in drawing.contents if type(shape).__name__ == "Rect"]
        tallest = max((rect.height for rect in rects), default=0.0)
        rows = sorted({rect.y for rect in rects if rect.height == tallest}, reverse=True)
        if len(rows) != len(self._chart.bars):
            return None
        pitch = (rows[0] - rows[-1]) / (len(rows) - 1) if len(rows) > 1 else 2 * tallest
        for number, bottom in enumerate(rows):
            if abs(at - bottom - tallest / 2) <= pitch / 2:
                return number
        return None
