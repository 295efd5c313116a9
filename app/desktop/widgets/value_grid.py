"""Values in a grid with shades: options by actors, or options by scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.desktop.look.theme import current_theme
from app.desktop.models.value_grid import CELL_ROLE, Cell, Grid, GridModel
from app.desktop.widgets.column_heads import (
    HEAD_PAD,
    Heads,
    fit_heads,
    scaled,
    share_columns,
    smallest,
    widths_for_words,
)
from app.desktop.widgets.elided_text import draw_lines, write_lines
from app.desktop.widgets.heat import Heat, frame_focus, heat_of
from app.desktop.widgets.picture_actions import PictureActions

if TYPE_CHECKING:
    from app.charts.specs import Direction, HeatMap

PAD = 6
LINES = 5
ROW_HEIGHT, ROW_AIR = 36, 6
"""Pixels: the least height of a row, and what two lines of a name leave free in one."""
NARROWEST, WIDEST = 58, 150
FRAME_ROOM, TICK_ROOM = 18, 14
PAPER_WIDTH = 480.0
BOTTOM = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TICK = (QPointF(-4.0, 0.2), QPointF(-1.2, 3.0), QPointF(4.2, -3.2))


class GridDelegate(QStyledItemDelegate):
    """Draws a cell: its shade, its number, a frame for the first, a tick for what is ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heat: tuple[str, Heat] | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        cell: Cell = index.data(CELL_ROLE)
        theme = current_theme()
        if self._heat is None or self._heat[0] != theme.name:
            self._heat = (theme.name, heat_of(theme))
        heat = self._heat[1]
        rect: QRect = option.rect
        painter.save()
        shade = heat.shades[round(cell.shade or 0.0)]
        painter.fillRect(rect.adjusted(0, 0, -1, -1), shade)
        font = option.font
        font.setBold(cell.first)
        painter.setFont(font)
        painter.setPen(heat.text)
        room = rect.adjusted(4, 0, -18 if cell.ticked else -4, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, cell.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.ticked:
            painter.setPen(QPen(heat.text, 1.8))
            centre = QPointF(rect.right() - 13, rect.center().y() + 1)
            painter.drawPolyline([centre + point for point in TICK])
        if cell.first:
            painter.setPen(QPen(heat.text, 2))
            painter.drawRect(rect.adjusted(2, 2, -4, -4))
        if option.state & QStyle.StateFlag.State_HasFocus:
            frame_focus(painter, rect.adjusted(2, 2, -3, -3), heat)
        painter.restore()


class NamesHeader(QHeaderView):
    """Names in as many lines as they need, over the columns in smaller type if that helps."""

    def sizeHint(self) -> QSize:
        if self.orientation() == Qt.Orientation.Vertical:
            return super().sizeHint()
        heads = self._heads()
        line = QFontMetrics(self._head_font(heads.scale)).lineSpacing()
        return QSize(super().sizeHint().width(), heads.tallest * line + 2 * PAD)

    def share_width(self, room: int) -> None:
        """Let the columns take so many pixels together, wide enough for their longest words."""
        needs = widths_for_words(self._names(), smallest(self.font()))
        least = max(NARROWEST, self._widest_cell())
        shared = share_columns(needs, room, least, max(WIDEST, least))
        for column, width in enumerate(shared):
            self.resizeSection(column, width)

    def _widest_cell(self) -> int:
        """What the longest number needs in bold, with its frame or its tick."""
        model: GridModel = self.model()  # type: ignore[assignment]
        font = QFont(self.font())
        font.setBold(True)
        said = {(cell.text, cell.ticked) for row in model.grid.cells for cell in row}
        longest = max((len(text) for text, _ticked in said), default=0)
        width = QFontMetrics(font).horizontalAdvance
        return (
            max(
                (
                    width(text) + (TICK_ROOM if ticked else 0)
                    for text, ticked in said
                    if len(text) >= longest - 1
                ),
                default=0,
            )
            + FRAME_ROOM
        )

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if not rect.isValid():
            return
        theme = current_theme()
        name = self._names()[section]
        painter.save()
        painter.fillRect(rect, theme.colour("window"))
        painter.setPen(theme.colour("text"))
        inner = rect.adjusted(PAD, 2, -3, -4)
        if self.orientation() == Qt.Orientation.Horizontal:
            heads = self._heads()
            painter.setFont(self._head_font(heads.scale))
            inner = rect.adjusted(HEAD_PAD // 2, 2, -HEAD_PAD // 2, -4)
            write_lines(painter, inner, heads.lines[section], name, BOTTOM)
        else:
            draw_lines(painter, inner, name, START, 2)
        painter.restore()

    def _names(self) -> tuple[str, ...]:
        model: GridModel = self.model()  # type: ignore[assignment]
        across = self.orientation() == Qt.Orientation.Horizontal
        return model.grid.columns if across else model.grid.rows

    def _heads(self) -> Heads:
        names = self._names()
        widths = tuple(self.sectionSize(column) for column in range(len(names)))
        return fit_heads(names, ("",) * len(names), self.font(), widths, LINES)

    def _head_font(self, scale: float) -> QFont:
        return scaled(self.font().toString(), scale)


class ValueGrid(QTableView):
    """Shows a grid, at its full height if wanted; the arrow keys go from cell to cell."""

    cell_chosen = Signal(int, int)

    def __init__(
        self,
        name: str,
        *,
        full: bool = True,
        tallest: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show no more than `tallest` rows at once, if it is given; else all, if `full`."""
        super().__init__(parent)
        self.pictured = PictureActions(self)
        self._full, self._tallest = full, tallest
        self._model = GridModel(self)
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(GridDelegate(self))
        self._heads = NamesHeader(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(self._heads)
        self.setVerticalHeader(NamesHeader(Qt.Orientation.Vertical, self))
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        if full:
            if tallest is None:
                self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.activated.connect(self._announce)

    @property
    def grid(self) -> Grid:
        """What is shown."""
        return self._model.grid

    @property
    def chart(self) -> HeatMap | None:
        """The same as a picture, for paper and slides."""
        from app.charts.specs import HeatCell, HeatMap

        grid = self.grid
        if not grid.columns:
            return None
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        cells = tuple(tuple(HeatCell(*cell) for cell in row) for row in grid.cells)
        direction: Direction = "rtl" if mirrored else "ltr"
        return HeatMap(grid.corner, grid.columns, grid.rows, cells, grid.legend, direction)

    @property
    def title(self) -> str:
        """What the grid is called."""
        return self.accessibleName()

    @property
    def in_words(self) -> str:
        """All numbers, where they are not seen."""
        from app.charts.heat_pictures import heat_text

        chart = self.chart
        return "" if chart is None else f"{self.accessibleName()}. {heat_text(chart)}"

    @property
    def picture_width(self) -> float:
        """As wide as the text of a brief, in points."""
        return PAPER_WIDTH

    def show_grid(self, grid: Grid) -> None:
        """Show another grid."""
        self._model.show_grid(grid)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the width among the columns and be as tall as the rows."""
        count = len(self.grid.columns)
        if not count:
            return
        row = max(ROW_HEIGHT, 2 * self.fontMetrics().lineSpacing() + ROW_AIR)
        if row != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(row)
        names = max(130, min(row * 6, self.width() // 4))
        if names != self.verticalHeader().width():
            self.verticalHeader().setFixedWidth(names)
            self.updateGeometries()
        self._heads.share_width(self.viewport().width() - 1)
        header = self._heads.sizeHint().height()
        if header != self.horizontalHeader().height():
            self.horizontalHeader().setFixedHeight(header)
            self.updateGeometries()
        if not self._full:
            return
        bar = self.horizontalScrollBar()
        bar_height = bar.sizeHint().height() if bar.maximum() > 0 else 0
        rows = min(len(self.grid.rows), self._tallest or len(self.grid.rows))
        height = header + row * rows + bar_height + 4
        if height != self.height():
            self.setFixedHeight(height)
            # A layout that is at work when its part changes forgets to tell those around it.
            QTimer.singleShot(0, self, self.updateGeometry)

    def _announce(self, index: QModelIndex) -> None:
        self.cell_chosen.emit(index.row(), index.column())
