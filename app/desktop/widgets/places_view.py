"""The places of a ranking one below the other, as tall as there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from app.desktop.widgets.ranking_delegate import RankingDelegate

FEWEST_ROWS = 3
"""So many places are seen whatever else there is."""
FRAME = 4
"""So many pixels the list is higher than its rows."""


class PlacesView(QListView):
    """A list that is as tall as its rows, as far as there is room."""

    painted = Signal()
    width_changed = Signal()
    """Names have another width to stand in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = RankingDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._wanted = 0
        self._long: tuple[int, ...] = ()
        self._painted = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted and self.model().rowCount():
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def fit(self, room: int, spare: int) -> None:
        """Take the height of all rows, or of as many whole ones as there is room for.

        Long names have a second line if all rows are seen even so. spare: the part of the room that
        the words below would like.
        """
        rows = self.model().rowCount()
        tall = self._delegate.row_height(self.fontMetrics(), 2)
        long = self._long_names() if rows * tall + FRAME <= room - spare else ()
        if long != self._long:
            self._long = long
            self._delegate.lines = 2 if long else 1
            self.setUniformItemSizes(not long)
            self.scheduleDelayedItemsLayout()
        line = self._delegate.row_height(self.fontMetrics(), 1)
        whole = rows * line + len(long) * (tall - line) + FRAME
        fewest = min(rows, FEWEST_ROWS)
        seen = max(fewest, min(rows, (room - FRAME) // line)) if rows else 0
        heights = fewest * line + FRAME, whole if long else seen * line + FRAME, whole
        if rows and heights != (self.minimumHeight(), self.maximumHeight(), self._wanted):
            self._wanted = heights[2]
            self.setMinimumHeight(heights[0])
            self.setMaximumHeight(heights[1])
            self.updateGeometry()

    def least_height(self) -> int:
        """The height of the places that are always seen, in pixels."""
        line = self._delegate.row_height(self.fontMetrics(), 1)
        rows = min(self.model().rowCount(), FEWEST_ROWS)
        return rows * line + FRAME if rows else 0

    def _long_names(self) -> tuple[int, ...]:
        """The rows whose names need a second line."""
        width, font = self.viewport().width(), self.font()
        rows = range(self.model().rowCount())
        return tuple(
            row for row in rows if self._delegate.is_long(self.model().index(row, 0), font, width)
        )

    def sizeHint(self) -> QSize:
        return QSize(240, self._wanted)
