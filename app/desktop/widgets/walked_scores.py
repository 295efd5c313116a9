"""The score matrix as the keys lead through it."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.desktop.models.scores_model import Index, ScoresModel

from .score_delegate import MOVES
from .score_keys import leaps
from .score_walk import Place, edge, next_within

Key = Qt.Key
Modifier = Qt.KeyboardModifier
Flag = QItemSelectionModel.SelectionFlag
_ARROWS = {
    QAbstractItemView.CursorAction.MoveUp: (-1, 0),
    QAbstractItemView.CursorAction.MoveDown: (1, 0),
    QAbstractItemView.CursorAction.MoveLeft: (0, -1),
    QAbstractItemView.CursorAction.MoveRight: (0, 1),
}


class WalkedScores(QTableView):
    """Enter goes down, Tab across, Ctrl with an arrow to the edge of what is scored."""

    def __init__(self, model: ScoresModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores = model
        self._tabbed: Place | None = None
        self._begun = 0
        self._command: Flag | None = None

    def places(self) -> list[Place]:
        """Rows and columns of the selected scores."""
        return [(index.row(), index.column()) for index in self.selectedIndexes()]

    def select(self, row: int, column: int) -> None:
        """Make a score the current one, alone."""
        place = self._scores.index(row, column)
        if place.isValid():
            # By Qt's own measure a Ctrl key that happens to be down would count.
            self._command = Flag.ClearAndSelect
            self.setCurrentIndex(place)
            self._command = None
            self.scrollTo(place)

    def step(self, rows: int, columns: int) -> None:
        """Move by rows or columns; past an edge go on in the next column or row, or stay.

        Staying below the last row would let the next number typed replace this one. Where several
        scores are selected, move among them. Down after Tab leads to where the row was begun.
        """
        place, chosen = self.currentIndex(), self.places()
        if not place.isValid():
            return
        at = place.row(), place.column()
        if len(chosen) > 1:
            to = next_within(chosen, at, rows, columns)
            self.selectionModel().setCurrentIndex(self._scores.index(*to), Flag.NoUpdate)
        elif columns:
            begun = self._begun if at == self._tabbed else at[1]
            self._step_across(at, columns)
            place = self.currentIndex()
            self._begun, self._tabbed = begun, (place.row(), place.column())
        else:
            self._step_down((at[0], self._begun) if rows > 0 and at == self._tabbed else at, rows)

    def go(self, rows: int, columns: int) -> None:
        """Move by rows or columns as the arrows do, which stay at the edges."""
        place = self.currentIndex()
        row, column = place.row() + rows, place.column() + columns
        last, end = self._scores.rowCount() - 1, self._scores.columnCount() - 1
        self.select(max(0, min(row, last)), max(0, min(column, end)))

    def _step_across(self, at: Place, by: int) -> None:
        across = self._scores.columnCount()
        to = at[0] * across + at[1] + by
        if 0 <= to < self._scores.rowCount() * across:
            self.select(*divmod(to, across))

    def _step_down(self, at: Place, by: int) -> None:
        down, across = self._scores.rowCount(), self._scores.columnCount()
        to = at[1] * down + at[0] + by
        while 0 <= to < down * across and self._takes_nothing(to % down):
            to += by
        if 0 <= to < down * across:
            self.select(to % down, to // down)

    def walk(self, event: QKeyEvent) -> bool:
        """Enter goes down, Tab right; Tab leaves the matrix at its ends."""
        if event.key() not in MOVES or event.key() in (Key.Key_Up, Key.Key_Down):
            return False
        if event.modifiers() & Modifier.ControlModifier:
            return False
        rows, columns = MOVES[event.key()]
        if rows and event.modifiers() & Modifier.ShiftModifier:
            rows = -1
        place, across = self.currentIndex(), self._scores.columnCount()
        to = place.row() * across + place.column() + columns
        alone = len(self.places()) <= 1
        if columns and alone and not 0 <= to < self._scores.rowCount() * across:
            self.focusNextPrevChild(columns > 0)
        else:
            self.step(rows, columns)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._tabbed = None

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QWidget.focusNextPrevChild(self, forward)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        grid, place = self._scores.grid, self.currentIndex()
        if grid is None or not place.isValid() or action not in _ARROWS:
            return super().moveCursor(action, modifiers)
        if not modifiers & Modifier.ControlModifier:
            return super().moveCursor(action, modifiers)
        row, column = place.row(), place.column()
        down, across = _ARROWS[action]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            across = -across
        if down:
            filled = [line[column].likely is not None for line in grid.cells]
            row = edge(row, down, len(filled), filled.__getitem__)
        else:
            filled = [cell.likely is not None for cell in grid.cells[row]]
            column = edge(column, across, len(filled), filled.__getitem__)
        return self._scores.index(row, column)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> Flag:
        if self._command is not None:
            return self._command
        return super().selectionCommand(index, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if leaps(event):
            # Qt would leave the old cell selected, so that Delete clears a score out of sight.
            extends = event.modifiers() & Modifier.ShiftModifier
            self._command = Flag.SelectCurrent if extends else Flag.ClearAndSelect
        super().keyPressEvent(event)
        self._command = None

    def _takes_nothing(self, row: int) -> bool:
        grid = self._scores.grid
        return grid is not None and grid.is_screened_out(row)
