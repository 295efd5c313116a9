"""Drawing and editing one score of the matrix."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.desktop.look.theme import current_theme
from app.desktop.models.score_grid import Cell
from app.desktop.models.scores_model import ScoresModel
from app.wording import _

from .heat import frame_focus, heat_of

Index = QModelIndex | QPersistentModelIndex
Steps = tuple[int, int]

MOVES: dict[int, Steps] = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
"""Where the keys that end an entry lead: rows and columns."""
_SIDEWAYS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

# Numbers: combining Qt's flags costs more than drawing the cell.
_HAS_FOCUS = QStyle.StateFlag.State_HasFocus.value
_IS_SELECTED = QStyle.StateFlag.State_Selected.value
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFTWARDS = Qt.LayoutDirection.RightToLeft
_INSET = 5
_BAR = 3


class ScoreDelegate(QStyledItemDelegate):
    """Draws a score straight from the grid; asking the model role by role is far slower."""

    finished = Signal(int, int)
    """An entry was taken over; rows and columns to move on."""
    left = Signal(int, int)
    """The same, by an arrow."""
    spread_wanted = Signal(str)
    """What is typed shall be entered into every selected score."""
    _typed = Signal(str)

    def __init__(self, model: ScoresModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._heat = heat_of(current_theme())
        self._edited = (-1, -1)
        self._is_taken = False
        self.types_over = False
        """Whether an entry was begun by typing: the arrows then end it, as in spreadsheets."""
        self._typed.connect(self._take)

    def follow_theme(self) -> None:
        """Take over the colours of the theme in use."""
        self._heat = heat_of(current_theme())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid = self._model.grid
        if grid is None:
            return
        place = index.row(), index.column()
        rect = option.rect.adjusted(0, 0, -1, -1)
        draft = self._model.drafts.get(place) if self._model.drafts else None
        if draft is not None:
            painter.fillRect(rect, self._heat.wrong)
            painter.setPen(self._heat.wrong_text)
            painter.drawText(rect, _CENTRE, f"! {draft.text[:20]}")
        else:
            mirrored = option.direction == _LEFTWARDS
            self._draw(painter, rect, grid.cells[place[0]][place[1]], mirrored=mirrored)
        state = option.state.value
        if state & _HAS_FOCUS:
            frame_focus(painter, rect.adjusted(2, 2, -1, -1), self._heat)
        elif state & _IS_SELECTED:
            painter.fillRect(rect, self._heat.selected)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        self._edited = index.row(), index.column()
        editor = QLineEdit(parent)
        editor.setAlignment(_CENTRE)
        editor.setMinimumWidth(max(option.rect.width(), 110))
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.setAccessibleDescription(_("Type a number, or a range such as 40-60 or 40 50 60."))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Called again whenever the model speaks of this cell: what is being typed stays.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self.take_over(editor)

    def take_over(self, editor: QLineEdit) -> bool:
        """Enter what was typed; False if it was refused and stays as the cell's draft."""
        self._is_taken = False
        self._typed.emit(editor.text())
        return self._is_taken

    def _take(self, text: str) -> None:
        # A slot: an error in it is reported and done with. One that left eventFilter() would stay
        # pending in PySide and fail whatever Qt asks of Python next.
        self._model.setData(self._model.index(*self._edited), text)
        self._is_taken = self._edited not in self._model.drafts

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect = QRect(option.rect)
        rect.setWidth(max(rect.width(), editor.minimumWidth()))
        ground = editor.parentWidget()
        limit = rect if ground is None else ground.rect()
        rect.moveLeft(max(0, min(rect.left(), limit.right() - rect.width())))
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QLineEdit):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            if self.take_over(watched) or self._edited in self._model.drafts:
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._heed(watched, event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _heed(self, editor: QLineEdit, event: QKeyEvent) -> bool:
        """Do what a key asks for while a score is typed; False where the editor knows best."""
        key, beside = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_F2:
            self.types_over = False
        elif key in _SIDEWAYS and self.types_over and not beside:
            mirrored = editor.layoutDirection() == _LEFTWARDS
            by = -_SIDEWAYS[key] if mirrored else _SIDEWAYS[key]
            self._finish(editor, self.left, 0, by)
        elif key in _ENTERS and beside == Qt.KeyboardModifier.ControlModifier:
            self.spread_wanted.emit(editor.text())
        elif key in MOVES:
            rows, columns = MOVES[key]
            back = rows > 0 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            on = self.left if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) else self.finished
            self._finish(editor, on, -rows if back else rows, columns)
        else:
            return False
        return True

    def _finish(self, editor: QLineEdit, on: SignalInstance, rows: int, columns: int) -> None:
        """Take the entry over and move on; a refused one stays in its editor."""
        if self.take_over(editor):
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            on.emit(rows, columns)

    def _draw(self, painter: QPainter, rect: QRect, cell: Cell, *, mirrored: bool) -> None:
        heat = self._heat
        if cell.is_screened_out:
            painter.fillRect(rect, heat.screened_out)
            painter.setPen(heat.muted)
        elif cell.value is None:
            painter.fillRect(rect, heat.missing)
            painter.setPen(heat.muted)
        else:
            painter.fillRect(rect, heat.shades[int(cell.value + 0.5)])
            painter.setPen(heat.text)
        painter.drawText(rect, _CENTRE, cell.text)
        if cell.low is not None and cell.high is not None and cell.value is not None:
            ends = (cell.low, cell.value, cell.high)
            self._draw_range(painter, rect, tuple(100 - x for x in ends) if mirrored else ends)

    def _draw_range(self, painter: QPainter, rect: QRect, values: tuple[float, ...]) -> None:
        """A bar from low to high on the common scale, with a tick at likely."""
        width = rect.width() - 2 * _INSET
        low, likely, high = (rect.left() + _INSET + int(width * x / 100) for x in values)
        top = rect.bottom() - _BAR - 2
        painter.fillRect(min(low, high), top, abs(high - low) + 1, _BAR, self._heat.bar)
        painter.fillRect(likely, top - 1, 2, _BAR + 2, self._heat.likely)
