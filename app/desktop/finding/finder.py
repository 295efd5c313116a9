"""A field to type in over a list of what fits; the same for names and for texts."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.desktop.look.speech import Speech, announce
from app.desktop.look.theme import current_theme
from app.desktop.widgets.text import PlainLabel, plain_tip

WIDTH, HEIGHT = 660, 440
_SMALL = 0.9
_PADDING = 8
_MOVES: frozenset[int] = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)


class Hit(NamedTuple):
    """One thing that fits: its name, a line below it, a word at the end, and what it stands for."""

    title: str
    detail: str
    kind: str
    key: object


class Source(Protocol):
    """Where a finder looks."""

    name: str
    hint: str

    def hits(self, typed: str) -> list[Hit]:
        """What fits, the best first."""

    def verdict(self, typed: str, count: int) -> str:
        """What is said below the list."""


class HitModel(QAbstractListModel):
    """The hits for Qt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def show_hits(self, hits: list[Hit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (hit.title, hit.kind, hit.detail) if part)
        return plain_tip(hit.title) if role == Qt.ItemDataRole.ToolTipRole else None


class HitDelegate(QStyledItemDelegate):
    """Draws the name over its detail, and at the end what kind of thing it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        lines = 2 if index.data(Qt.ItemDataRole.UserRole).detail else 1
        return QSize(200, lines * option.fontMetrics.lineSpacing() + _PADDING + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        theme = current_theme()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        area = QRectF(option.rect).adjusted(_PADDING, 4, -_PADDING, -4)
        large, small = QFont(option.font), QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * _SMALL)
        above = Qt.AlignmentFlag.AlignTop
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        painter.drawText(area, above | Qt.AlignmentFlag.AlignRight, hit.kind)
        room = area.width() - painter.fontMetrics().horizontalAdvance(hit.kind) - 2 * _PADDING
        elide = Qt.TextElideMode.ElideRight
        if hit.detail:
            said = painter.fontMetrics().elidedText(hit.detail, elide, round(area.width()))
            below = Qt.AlignmentFlag.AlignBottom
            painter.drawText(area, below | Qt.AlignmentFlag.AlignLeft, said)
        painter.setFont(large)
        painter.setPen(theme.colour("text"))
        title = painter.fontMetrics().elidedText(hit.title, elide, round(room))
        painter.drawText(area, above | Qt.AlignmentFlag.AlignLeft, title)
        painter.restore()


class Finder(QDialog):
    """Takes what is typed and returns the hit that was chosen with Enter or a click."""

    def __init__(self, source: Source, typed: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.chosen: Hit | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(source.name)
        self.resize(WIDTH, HEIGHT)
        self.field = QLineEdit(typed)
        self.field.setAccessibleName(source.name)
        self.field.setAccessibleDescription(source.hint)
        self.field.setPlaceholderText(source.hint)
        self.field.setClearButtonEnabled(True)
        self.field.selectAll()
        self.model = HitModel(self)
        self.list = self._make_list()
        self.verdict = PlainLabel(role="muted", wrap=True)
        self._speech = Speech(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.verdict)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._choose_current)
        self.list.clicked.connect(self._choose)
        self._look(typed)
        self._speech.stop()  # what stands there first is read with the field

    def _make_list(self) -> QListView:
        made = QListView()
        made.setAccessibleName(self.source.name)
        made.setModel(self.model)
        made.setItemDelegate(HitDelegate(made))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows reach it from the field
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() in _MOVES:
            self._move(event.key())
            return True
        return super().eventFilter(watched, event)

    @property
    def hits(self) -> list[Hit]:
        """What is on show."""
        return self.model.hits

    def _look(self, typed: str) -> None:
        hits = self.source.hits(typed)
        self.model.show_hits(hits)
        self.verdict.setText(self.source.verdict(typed, len(hits)))
        said = self._turn_to(0)
        self._speech.say(f"{said} {self.verdict.text()}".strip())  # not at every letter

    def _move(self, key: int) -> None:
        page = max(1, self.list.height() // max(1, self.list.sizeHintForRow(0)) - 1)
        by: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page}
        self._speech.stop()
        announce(self, self._turn_to(self.list.currentIndex().row() + by.get(key, page)))

    def _turn_to(self, row: int) -> str:
        """Mark a hit, and return how it is read aloud; the keyboard stays in the field."""
        if not self.hits:
            self.field.setAccessibleDescription(self.source.hint)
            return ""
        at = self.model.index(max(0, min(row, len(self.hits) - 1)))
        self.list.setCurrentIndex(at)
        said = str(at.data(Qt.ItemDataRole.AccessibleTextRole))
        self.field.setAccessibleDescription(said)  # to be read again with the field
        return said

    def _choose_current(self) -> None:
        if self.list.currentIndex().isValid():
            self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        self.chosen = self.hits[index.row()]
        self.accept()
