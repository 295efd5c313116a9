"""A table of texts to read, whose rows lead somewhere."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QTableView, QWidget

from app.desktop.widgets.elided_text import fit_lines
from app.desktop.widgets.text import in_reading_direction, plain_tip
from app.desktop.widgets.text_columns import (
    head_font,
    in_lines,
    least_widths,
    share_width,
    stand_under_heads,
    whole_widths,
    widest_word,
)
from app.wording import _
from app.wording.lists import series

Headers = tuple[str, ...]
SIDES = 14
"""What a cell takes beside its text."""
CELL_LINES = 6
"""So many lines a cell may have."""
MEASURED = 100
"""So many rows are measured one by one; of more, all are alike, which takes no time."""
SAID_OF_HEADS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class TableRow(NamedTuple):
    """What a row stands for, its cells, and the same as a sentence, if there is one."""

    key: Hashable
    cells: tuple[str, ...]
    said: str = ""


class PlainTableModel(QAbstractTableModel):
    """Rows of texts for Qt."""

    def __init__(self, headers: Headers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headers = headers
        self.headers_in_lines = headers
        self.rows: tuple[TableRow, ...] = ()

    def show_rows(self, rows: tuple[TableRow, ...]) -> None:
        """Show other rows."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.headers)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        text = row.cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.said or (self._in_words(row) if index.column() == 0 else "")
        return plain_tip(row.said or text) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role in SAID_OF_HEADS:
            tip = role == Qt.ItemDataRole.ToolTipRole
            return plain_tip(self.headers[section]) if tip else self.headers_in_lines[section]
        if role == Qt.ItemDataRole.AccessibleTextRole and orientation == Qt.Orientation.Horizontal:
            return self.headers[section]
        if role == Qt.ItemDataRole.AccessibleTextRole and orientation == Qt.Orientation.Vertical:
            return self.rows[section].cells[0]
        return None

    def break_heads(self, lines: Headers) -> None:
        """Write the heads in these lines."""
        if lines != self.headers_in_lines:
            self.headers_in_lines = lines
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(lines) - 1)

    def _in_words(self, row: TableRow) -> str:
        """A row as it is read aloud to whoever walks down the first column."""
        cells = zip(self.headers, row.cells, strict=True)
        told = _("{name}: {words}")
        return series(told.format(name=head, words=cell) for head, cell in cells if cell)


class PlainDelegate(QStyledItemDelegate):
    """Lets every text run in its own direction, so that dots stand at its own end."""

    def displayText(self, value: object, locale: object) -> str:
        return in_reading_direction(str(value))


class PlainTable(QTableView):
    """Shows rows of texts; Enter or a click says which one was chosen."""

    row_chosen = Signal(object)

    def __init__(
        self,
        name: str,
        headers: Headers,
        shares: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = PlainTableModel(headers, self)
        self._shares = shares
        self._tallest: int | None = None
        self._breaks_lines = False
        self._needs: list[int] = []
        self._words: list[int] = []
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(PlainDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 12)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        stand_under_heads(self)
        self.activated.connect(self._announce)
        self.clicked.connect(self._announce)

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """What is shown."""
        return self._model.rows

    @property
    def heads(self) -> Headers:
        """What stands above the columns."""
        return self._model.headers

    def show_heads(self, heads: Headers) -> None:
        """Call the columns something else."""
        if heads != self._model.headers:
            self._model.headers = heads
            self._share_width()

    def show_rows(self, rows: Sequence[TableRow], tallest: int | None = None) -> None:
        """Show other rows; with `tallest` the table is as tall as its rows, up to so many.

        Such a table gives each row the lines that its texts take, and no word of them is cut.
        """
        self._model.show_rows(tuple(rows))
        self._tallest = tallest
        self._needs = []
        self._share_width()

    def break_lines(self) -> None:
        """Give the rows a second line where a text would be cut otherwise, at any height."""
        self._breaks_lines = True
        self._fit_height()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._needs = []
            self._share_width()

    def _share_width(self) -> None:
        """Let no column be cut while another stands half empty, and no head be cut at all."""
        heads, font = self._model.headers, head_font(self.horizontalHeader())
        if not self._needs:
            self._needs, self._words = self._measure(), self._measure_words()
        needs = [max(pair) for pair in zip(whole_widths(heads, font), self._needs, strict=True)]
        whole = self.viewport().width()
        widths = share_width(
            whole, needs, self._least(whole, least_widths(heads, font)), self._shares
        )
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._model.break_heads(in_lines(heads, font, widths))
        self.updateGeometries()  # the heads may have another height
        self._fit_height()

    def _measure(self) -> list[int]:
        """How wide the widest cell of each column is."""
        width = self.fontMetrics().horizontalAdvance
        columns = range(len(self._model.headers))
        return [
            max((width(row.cells[column]) + SIDES for row in self.rows), default=0)
            for column in columns
        ]

    def _measure_words(self) -> list[int]:
        """How wide the widest word of each column is; 0 where rows are not measured."""
        if self._tallest is None or len(self.rows) > MEASURED:
            return [0 for _head in self._model.headers]
        metrics = self.fontMetrics()
        return [
            max((widest_word(row.cells[column], metrics) for row in self.rows), default=0) + SIDES
            for column in range(len(self._model.headers))
        ]

    def _least(self, whole: int, heads: list[int]) -> list[int]:
        """The widths at which no word is cut; where not all have room, none of the heads."""
        words = [max(pair) for pair in zip(heads, self._words, strict=True)]
        return words if sum(words) <= whole else heads

    def _fit_height(self) -> None:
        if self._tallest is None and not self._breaks_lines:
            return
        narrow = self._cuts()
        lines = 2 if narrow else 1
        self.setWordWrap(narrow)
        self.verticalHeader().setDefaultSectionSize(lines * self.fontMetrics().lineSpacing() + 12)
        if self._tallest is None:
            return
        if narrow and len(self.rows) <= MEASURED:
            self._fit_rows()
        heights = [self.rowHeight(row) for row in range(min(len(self.rows), self._tallest))]
        self.setFixedHeight(sum(heights) + self.horizontalHeader().sizeHint().height() + 4)

    def _fit_rows(self) -> None:
        """Give each row the lines that its texts take."""
        spacing = self.fontMetrics().lineSpacing()
        for at, row in enumerate(self.rows):
            lines = (
                len(fit_lines(cell, self.font(), self.columnWidth(column) - SIDES, CELL_LINES))
                for column, cell in enumerate(row.cells)
            )
            self.setRowHeight(at, max((1, *lines)) * spacing + 12)

    def _cuts(self) -> bool:
        """Whether a text is wider than its column."""
        return any(need > self.columnWidth(column) for column, need in enumerate(self._needs))

    def _announce(self, index: QModelIndex) -> None:
        self.row_chosen.emit(self._model.rows[index.row()].key)
