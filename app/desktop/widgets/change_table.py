"""The scores that a scenario changes, edited in place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.desktop.models.changes import ChangeLine
from app.desktop.widgets.plain_table import PlainDelegate
from app.desktop.widgets.shortcuts import add_shortcut
from app.desktop.widgets.text import plain_tip
from app.desktop.widgets.text_columns import (
    head_font,
    share_width,
    stand_under_heads,
    whole_widths,
)
from app.wording import _

CHANGE, REASON = 3, 5
TEXTS = (0, 1, REASON)
"""Columns that make room for the others; a number is never cut."""
PAD = 24
"""What a cell takes beside its text."""
SHARES = (4, 3, 1, 1, 1, 4)
MOST_REASON = 0.4
"""No more of the table is taken by reasons, however long."""
ROW_HEIGHT = 32
TALLEST = 12
"""So many rows are in sight at once."""


class ChangeModel(QAbstractTableModel):
    """The lines for Qt; what is typed is handed on as text."""

    change_typed = Signal(str, str, str)
    """Option, criterion and the text."""
    reason_typed = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ChangeLine, ...] = ()
        self.heads = (
            _("Option"),
            _("Criterion"),
            _("Now"),
            _("Change"),
            _("Then"),
            _("Reason"),
        )

    def show_lines(self, lines: tuple[ChangeLine, ...]) -> None:
        """Show other lines."""
        cells = [line[:2] for line in lines]
        if cells != [line[:2] for line in self.lines]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
        elif lines != self.lines:
            self.lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, REASON))

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.heads)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        editable = index.column() in (CHANGE, REASON)
        return super().flags(index) | (
            Qt.ItemFlag.ItemIsEditable if editable else Qt.ItemFlag.NoItemFlags
        )

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        text = line[2 + index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return line.typed if index.column() == CHANGE else text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text
        names = (line.option_name, line.criterion_name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(names[index.column()] if index.column() < len(names) else text)
        return None

    def setData(
        self, index: QModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        line = self.lines[index.row()]
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, role):
            return False
        signal = self.change_typed if index.column() == CHANGE else self.reason_typed
        signal.emit(line.option, line.criterion, str(value))
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.heads[section]
        return None


class ChangeTable(QTableView):
    """Typing or F2 edits a change or a reason; Delete takes the change away."""

    clear_wanted = Signal(str, str)
    """Option and criterion of a change that shall go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines_model = ChangeModel(self)
        self.setAccessibleName(_("Scores that the scenario changes"))
        self.setModel(self.lines_model)
        self.setItemDelegate(PlainDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QTableView.EditTrigger.AnyKeyPressed
            | QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.DoubleClicked
        )
        stand_under_heads(self)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        add_shortcut(self, "Del", self._ask_clearing)

    def show_lines(self, lines: tuple[ChangeLine, ...]) -> None:
        """Show these changes."""
        self.lines_model.show_lines(lines)
        self._share_width()
        rows = max(1, min(len(lines), TALLEST))
        self.setFixedHeight(ROW_HEIGHT * rows + self.horizontalHeader().sizeHint().height() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_width()

    def _share_width(self) -> None:
        """Give numbers and heads what they need, and names as long as there is room."""
        whole, font = self.viewport().width(), head_font(self.horizontalHeader())
        heads = whole_widths(self.lines_model.heads, font)
        needs = [max(head, self._need(column)) for column, head in enumerate(heads)]
        needs[REASON] = max(heads[REASON], min(needs[REASON], round(MOST_REASON * whole)))
        least = [
            heads[column] if column in TEXTS else needs[column] for column in range(len(needs))
        ]
        for column, width in enumerate(share_width(whole, needs, least, SHARES)):
            self.setColumnWidth(column, width)

    def _need(self, column: int) -> int:
        """How wide the cells of a column are."""
        texts = [line[2 + column] for line in self.lines_model.lines]
        return PAD + max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)

    def _ask_clearing(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            line = self.lines_model.lines[index.row()]
            self.clear_wanted.emit(line.option, line.criterion)
