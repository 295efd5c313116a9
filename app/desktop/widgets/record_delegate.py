"""A row of a register: its name in one or two lines, and below it in smaller letters the rest."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desktop.look.theme import current_theme

from .column_heads import scaled
from .elided_text import draw_lines, fit_lines

Index = QModelIndex | QPersistentModelIndex
MOST_LINES = 2
"""So many lines a name usually has at most, and so many what stands below it."""
SMALLER = 0.92
SIDES, ROOM = 8, 5
"""What a row leaves free beside its text, and above and below it."""
NARROW = 60
"""A width that any list has: the view gives its rows all of its own."""
_TOP = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop


class RecordDelegate(QStyledItemDelegate):
    """Breaks what would be cut, as far as that leaves a list short enough to look over."""

    def __init__(self, view: QListView, most_lines: int = MOST_LINES) -> None:
        super().__init__(view)
        self._view = view
        self._most = most_lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width() - 2 * SIDES
        if self._view.uniformItemSizes():  # of very many rows none is measured
            small = _line_height(scaled(option.font.toString(), SMALLER))
            return QSize(NARROW, self._most * (_line_height(option.font) + small) + 2 * ROOM)
        parts = self._parts(option.font, index, width)
        return QSize(NARROW, sum(height for _text, _font, height in parts) + 2 * ROOM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, self._view)
        room = option.rect.adjusted(SIDES, ROOM, -SIDES, -ROOM)
        colours = current_theme().colour("text"), current_theme().colour("muted")
        painter.save()
        parts = self._parts(option.font, index, room.width())
        for (text, font, height), colour in zip(parts, colours, strict=False):
            painter.setFont(font)
            painter.setPen(colour)
            rect = QRect(room.left(), room.top(), room.width(), height)
            draw_lines(painter, rect, text, _TOP, self._most)
            room.setTop(room.top() + height)
        painter.restore()

    def _parts(self, font: QFont, index: Index, width: int) -> list[tuple[str, QFont, int]]:
        """The texts of a row, each with its letters and the height that it takes."""
        name, *below = str(index.data(Qt.ItemDataRole.DisplayRole)).split("\n")
        letters = [(name, font), *((text, scaled(font.toString(), SMALLER)) for text in below)]
        return [
            (text, face, len(fit_lines(text, face, width, self._most)) * _line_height(face))
            for text, face in letters
        ]


def _line_height(font: QFont) -> int:
    return QFontMetrics(font).lineSpacing()
