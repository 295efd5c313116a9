"""The cells of a foreign table, each with what it is taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTableView, QWidget

from app.desktop.look.theme import current_theme
from app.desktop.widgets.plain_table import PlainDelegate
from app.desktop.widgets.text import plain_tip
from app.wording import _

if TYPE_CHECKING:
    from app.exchange.tables import PreviewCell, Taken

COLUMN_WIDTH = 150
_GROUNDS = {"option": "accent_soft", "criterion": "accent_soft", "attribute": "warn_soft"}


def taken_words(taken: Taken) -> str:
    """What a cell is taken for, in words."""
    return {
        "nothing": _("not taken"),
        "option": _("option"),
        "criterion": _("criterion"),
        "score": _("score"),
        "attribute": _("about a criterion or an option"),
    }[taken.value]


class TablePreviewModel(QAbstractTableModel):
    """The first rows of a table as they stand in the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: tuple[tuple[PreviewCell, ...], ...] = ()
        self.row_heads: tuple[str, ...] = ()
        self.column_heads: tuple[str, ...] = ()

    def show_cells(
        self,
        cells: tuple[tuple[PreviewCell, ...], ...],
        row_heads: tuple[str, ...],
        column_heads: tuple[str, ...],
    ) -> None:
        """Show other cells, or the same ones taken for something else."""
        self.beginResetModel()
        self.cells, self.row_heads, self.column_heads = cells, row_heads, column_heads
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cells)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self.cells[0]) if self.cells else 0

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.BackgroundRole:
            meaning = "bad_soft" if cell.problem else _GROUNDS.get(cell.taken.value, "surface")
            return current_theme().colour(meaning)
        if role == Qt.ItemDataRole.ForegroundRole:
            dull = cell.taken.value == "nothing" and not cell.problem
            return current_theme().colour("muted" if dull else "text")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = f"{cell.name}: {cell.text or _('empty')} ({taken_words(cell.taken)})"
            said = f"{said} {cell.problem}".strip()
            return said if role == Qt.ItemDataRole.AccessibleTextRole else plain_tip(said)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        heads = self.column_heads if orientation == Qt.Orientation.Horizontal else self.row_heads
        return heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class TablePreview(QTableView):
    """Shows the cells of a foreign table; arrow keys go from one to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = TablePreviewModel(self)
        self.setModel(self.cells)
        self.setItemDelegate(PlainDelegate(self))
        self.setAccessibleName(_("The table in the file"))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.horizontalHeader().setDefaultSectionSize(COLUMN_WIDTH)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 8)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit_heads()  # only now is it known in which type they are written

    def fit_heads(self) -> None:
        """Let no column be narrower than what it was taken for in words."""
        header = self.horizontalHeader()
        for column in range(self.cells.columnCount()):
            needed = header.sectionSizeHint(column)
            self.setColumnWidth(column, max(COLUMN_WIDTH, needed))
