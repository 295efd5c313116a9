"""A chart on screen: the brief's drawing, painted by Qt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QHelpEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from app.desktop.files.documents import documents_folder
from app.desktop.look.painter import BOLD, PLAIN, POINTS_PER_INCH, measure, paint_drawing
from app.desktop.look.theme import current_theme
from app.desktop.telling.messages import desk
from app.desktop.telling.trouble import sentence_of
from app.desktop.widgets.focus_frame import FocusFrame
from app.desktop.widgets.text import plain_tip
from app.wording import _

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
        self._zoom = 1.0
        self._frame: FocusFrame | None = None
        self._chart: Chart | None = None
        self._drawing: Drawing | None = None
        self._drawn_for: tuple[object, ...] = ()
        self._told: tuple[tuple[object, ...], Drawing] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(280)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.copy_action = QAction(_("&Copy the picture"), self)
        self.copy_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_action.triggered.connect(self.copy_picture)
        self.save_action = QAction(_("&Save the picture…"), self)
        self.save_action.triggered.connect(self._ask_file)
        self.table_action = QAction(_("Show the &numbers as a table"), self)
        self.table_action.setShortcut(QKeySequence(Qt.Key.Key_Return))
        self.table_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.table_action.triggered.connect(self.show_table)
        self.addActions([self.table_action, self.copy_action, self.save_action])

    @property
    def chart(self) -> Chart | None:
        """What is shown; None before anything was."""
        return self._chart

    def show_chart(self, chart: Chart, alternative: str) -> None:
        """Show another chart."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            chart = replace(chart, direction="rtl")
        if chart != self._chart:
            self._chart = chart
            self._fit()
        self.setAccessibleName(alternative)
        self.setAccessibleDescription(_("A picture; Enter shows its numbers as a table."))

    def show_table(self) -> None:
        """Show the chart's numbers as a table, which can be heard row by row."""
        if self._chart is not None:
            from app.desktop.widgets.chart_table import ChartTableDialog

            ChartTableDialog(self._chart, self.accessibleName(), self).show()

    def fit_into(self, width: int, height: int, zooms: tuple[float, ...]) -> None:
        """Take the first of some sizes of type in which the picture is no taller than `height`."""
        self.setFixedWidth(width)
        for zoom in zooms:
            self._zoom = zoom
            drawing = self._current()
            if drawing is None or drawing.height * self._scale() <= height:
                break
        self._fit()

    def copy_picture(self) -> None:
        """Put the picture on the clipboard, for documents and slides."""
        if self._chart is not None:
            from app.desktop.widgets.chart_picture import as_clipboard

            width = self.width() / self._scale()
            QApplication.clipboard().setMimeData(
                as_clipboard(self._chart, width, self.accessibleName())
            )

    def save_picture(self, path: Path) -> None:
        """Write the picture as SVG or PNG, as the file's name says. Raises OSError."""
        if self._chart is not None:
            from app.desktop.widgets.chart_picture import as_png, as_svg

            width = self.width() / self._scale()
            if path.suffix.lower() == ".svg":
                path.write_bytes(as_svg(self._chart, width, self.accessibleName()))
            else:
                path.write_bytes(as_png(self._chart, width))

    def _ask_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        place = str(documents_folder() / _("picture"))
        kinds = f"{_('Picture')} (*.png);;{_('Drawing')} (*.svg)"
        chosen, kind = QFileDialog.getSaveFileName(self, _("Save the picture"), place, kinds)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in (".png", ".svg"):
            path = path.with_name(path.name + (".svg" if "svg" in kind else ".png"))
        try:
            self.save_picture(path)
        except OSError as error:
            desk().inform(self, _("The picture could not be saved"), sentence_of(error))

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
        for tip in reversed(drawing.tips):
            if 0 <= x - tip.left <= tip.width and 0 <= y - tip.bottom <= tip.height:
                return str(tip.text)
        return ""

    def sizeHint(self) -> QSize:
        return QSize(FIRST_WIDTH, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self._current()
        if drawing is not None:
            with QPainter(self) as painter:
                paint_drawing(painter, drawing, self._scale())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._frame is None:  # made late: only then the picture stands in its page
            self._frame = FocusFrame(self)
        self._frame.stand()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.row_clicked.emit(row)

    def _scale(self) -> float:
        return self._zoom * self.logicalDpiX() / POINTS_PER_INCH

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
