"""Values in a grid: options by actors, by colleagues, or by criteria."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from app.desktop.widgets.text import plain_tip

CELL_ROLE = Qt.ItemDataRole.UserRole


class Cell(NamedTuple):
    """A number in words, its shade 0 to 100 (None: no shade), and its marks."""

    text: str
    shade: float | None = None
    first: bool = False
    ticked: bool = False
    said: str = ""
    """The same as it is read aloud."""


class Grid(NamedTuple):
    """Names of columns and rows, and the cells row by row.

    corner: what the rows are; legend: what shades and frames mean. Both stand in its picture.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    cells: tuple[tuple[Cell, ...], ...] = ()
    corner: str = ""
    legend: str = ""


class GridModel(QAbstractTableModel):
    """A grid for Qt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid()

    def show_grid(self, grid: Grid) -> None:
        """Show another grid."""
        if grid[:2] != self.grid[:2]:
            self.beginResetModel()
            self.grid = grid
            self.endResetModel()
        elif grid != self.grid and grid.cells:
            self.grid = grid
            last = self.index(len(grid.rows) - 1, len(grid.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.grid.columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.grid.cells[index.row()][index.column()]
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.said
        return plain_tip(cell.said) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        names = self.grid.columns if orientation == Qt.Orientation.Horizontal else self.grid.rows
        if not 0 <= section < len(names):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return names[section]
        return plain_tip(names[section]) if role == Qt.ItemDataRole.ToolTipRole else None
