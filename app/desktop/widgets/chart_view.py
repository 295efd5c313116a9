"""A chart on screen: the brief's drawing, painted by Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.desktop.look.painter import BOLD, PLAIN, POINTS_PER_INCH, measure, paint_drawing
from app.desktop.look.theme import current_theme
from app.desktop.look.typeface import POINTS
from app.desktop.widgets.chart_marks import bring_into_sight, next_mark, row_at, surface, way_of
from app.desktop.widgets.focus_frame import FocusFrame
from app.desktop.widgets.mark_tip import MarkTip
from app.desktop.widgets.picture_actions import PictureActions
from app.desktop.widgets.screen_room import is_out_of_sight
from app.desktop.widgets.text import plain_tip
from app.wording import _

if TYPE_CHECKING:
    from app.charts import Chart
    from app.charts.pen import Tip
    from app.charts.shapes import Drawing

LEAST_WIDTH = 330.0
"""Points: where a picture would have to be drawn narrower, its lettering stops growing."""
FIRST_WIDTH = 600


class ChartView(QWidget):
    """Shows one chart as wide as there is room; its alternative text is its accessible name."""

    row_clicked = Signal(int)
    """The number of the bar, counted from above, that was clicked."""

    def __init__(self, parent: QWidget | None = None, *, title: str = "") -> None:
        super().__init__(parent)
        self.title = title
        self._fixed_zoom: float | None = None
        self._placed = False
        self._at: int | None = None
        self._tip: MarkTip | None = None
        self._frame: FocusFrame | None = None
        self._chart: Chart | None = None
        self._drawing: Drawing | None = None
        self._drawn_for: tuple[object, ...] = ()
        self._told: tuple[tuple[object, ...], Drawing] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(280)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pictured = PictureActions(self)
        self.pictured.table_action.setShortcut(QKeySequence(Qt.Key.Key_Return))

    def show_chart(self, chart: Chart, alternative: str) -> None:
        """Show another chart."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            chart = replace(chart, direction="rtl")
        if chart != self._chart:
            self._chart = chart
            self._leave_marks()
            self._fit()
        self.setAccessibleName(alternative)

    def fit_into(self, width: int, height: int, zooms: tuple[float, ...]) -> None:
        """Take the first of some sizes of type in which the picture is no taller than `height`."""
        self.setFixedWidth(width)
        for zoom in zooms:
            self._fixed_zoom = zoom
            drawing = self._current()
            if drawing is None or drawing.height * self._scale() <= height:
                break
        self._fit()

    @property
    def chart(self) -> Chart | None:
        """What is shown; None before anything was."""
        return self._chart

    @property
    def in_words(self) -> str:
        """What the picture shows, where it is not seen."""
        return self.accessibleName()

    @property
    def picture_width(self) -> float:
        """How wide the picture is on paper, in points, whatever the size of the window's type."""
        return self.width() / (self._fixed_zoom or 1.0) * POINTS_PER_INCH / self.logicalDpiX()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tip_at(QPointF(event.pos()))
            if tip:
                QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def tip_at(self, place: QPointF) -> str:
        """What is said of the part of the picture at a place: a number, or a name in full."""
        drawing = self._drawing_with_tips()
        if drawing is None:
            return ""
        x, y = place.x() / self._scale(), drawing.height - place.y() / self._scale()
        found = [
            tip
            for tip in drawing.tips
            if 0 <= x - tip.left <= tip.width and 0 <= y - tip.bottom <= tip.height
        ]
        return min(found, key=surface).text if found else ""

    def marks(self) -> list[Tip]:
        """The parts of the picture that the arrow keys lead to, in the order of reading."""
        drawing = self._drawing_with_tips()
        return [] if drawing is None else [tip for tip in drawing.tips if tip.is_mark]

    @property
    def at_mark(self) -> str:
        """What is said of the mark that the keyboard stands on; empty if it stands on none."""
        return "" if self._at is None else self.marks()[self._at].text

    def sizeHint(self) -> QSize:
        return QSize(FIRST_WIDTH, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._placed = True
        if event.size().width() != event.oldSize().width():
            self._leave_marks()
            if self._drawing is not None and is_out_of_sight(self):
                QTimer.singleShot(0, self, self._fit)  # a page with many pictures keeps answering
            else:
                self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self._current()
        if drawing is not None:
            with QPainter(self) as painter:
                paint_drawing(painter, drawing, self._scale())
                if self._at is not None:
                    self._paint_mark(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rightwards = self._chart is not None and self._chart.direction == "rtl"
        way = way_of(event.key(), mirrored=rightwards)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if way is not None and plain and self._walks:
            reached = next_mark(self.marks(), self._at, way)
            if reached is None:
                event.ignore()  # beyond the last mark the page goes on
            else:
                self._stand_on(reached)
        elif event.key() == Qt.Key.Key_Escape and self._at is not None:
            self._leave_marks()
        elif event.key() == Qt.Key.Key_Space and self._at is not None:
            self._choose_row()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._frame is None:  # made late: only then the picture stands in its page
            self._frame = FocusFrame(self)
        self._frame.stand()
        QTimer.singleShot(0, self, self.marks)  # made by now, so that no arrow key waits for them

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._leave_marks()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._leave_marks()
            self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.row_clicked.emit(row)

    def _scale(self) -> float:
        """Pixels a point: a picture is drawn as large as the type of the window is."""
        zoom = self._fixed_zoom or self._room_for(self.font().pointSizeF() / POINTS)
        return zoom * self.logicalDpiX() / POINTS_PER_INCH

    def _room_for(self, size: float) -> float:
        """The size of type, or as much of it as a narrow place has room for."""
        room = self.width() * POINTS_PER_INCH / self.logicalDpiX() / LEAST_WIDTH
        return min(size, max(room, 1.0))

    def _stand_on(self, number: int) -> None:
        """Go to a mark, and say and show what it is."""
        self._at = number
        self.setAccessibleDescription(self.at_mark)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.at_mark))
        place = self._place_of(number)
        bring_into_sight(self, place)
        if self._tip is None:
            self._tip = MarkTip(self)
        self._tip.say(self.at_mark, place)
        self.update()

    def _leave_marks(self) -> None:
        if self._tip is not None:
            self._tip.hide()
        self._at = None
        self.setAccessibleDescription(
            _("A picture; the arrow keys lead through it, Enter shows its numbers as a table.")
            if self._walks
            else _("A picture; Enter shows its numbers as a table.")
        )
        self.update()

    @property
    def _walks(self) -> bool:
        return self.focusPolicy() != Qt.FocusPolicy.NoFocus

    def _place_of(self, number: int) -> QRect:
        """Where a mark is drawn, in pixels."""
        mark, scale, drawing = self.marks()[number], self._scale(), self._current()
        top = 0.0 if drawing is None else drawing.height - mark.bottom - mark.height
        place = QRectF(mark.left * scale, top * scale, mark.width * scale, mark.height * scale)
        return place.toAlignedRect().adjusted(-2, -2, 2, 2)

    def _paint_mark(self, painter: QPainter) -> None:
        """Frame the mark that the keyboard stands on, whatever colour is below."""
        theme, place = current_theme(), self._place_of(self._at or 0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, thickness in (("surface", 5.0), ("focus", 2.5)):
            painter.setPen(QPen(theme.colour(colour), thickness))
            painter.drawRect(place)

    def _choose_row(self) -> None:
        row = self._row_at(self._place_of(self._at or 0).center().y())
        if row is not None:
            self.row_clicked.emit(row)

    def _fit(self) -> None:
        """Take the height of the picture, which has none before its width is known."""
        drawing = self._current() if self._placed else None
        if drawing is not None:
            height = round(drawing.height * self._scale()) + 1
            if height != self.height():
                self.setFixedHeight(height)
                # A layout that is at work when its part changes forgets to tell those around it.
                QTimer.singleShot(0, self, self.updateGeometry)
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

    def _drawing_with_tips(self) -> Drawing | None:
        """The same drawing with what is said of its parts, made when somebody asks."""
        if self._chart is None:
            return None
        if self._told is None or self._told[0] != (self._chart, self.width(), self._scale()):
            from app.charts import draw, make_theme

            look = replace(make_theme(measure, PLAIN, BOLD), with_tips=True)
            drawing = draw(self._chart, look, self.width() / self._scale())
            self._told = ((self._chart, self.width(), self._scale()), drawing)
        return self._told[1]

    def _row_at(self, y: float) -> int | None:
        """Which bar lies at a height, if the chart has bars."""
        from app.charts import Ranking

        drawing = self._current()
        if drawing is None or not isinstance(self._chart, Ranking):
            return None
        return row_at(drawing, len(self._chart.bars), drawing.height - y / self._scale())
