"""The rail: the steps of the work with what each still lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desktop.look.theme import current_theme
from app.desktop.look.typeface import POINTS
from app.desktop.steps import STEPS, step_title
from app.desktop.widgets.elided_text import shorten_name
from app.desktop.widgets.text import plain_tip
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.completeness import Completeness

WIDTH = 176
ROW_HEIGHT = 46
RING = 16.0
CAPTION_SIZE = 0.85  # of the step's name
FULL_CIRCLE = 360 * 16  # QPainter counts angles in sixteenths of a degree
TOP = 90 * 16

TICK = (QPointF(-3.6, 0.2), QPointF(-1.0, 2.8), QPointF(3.8, -2.8))

STEP_ROLE = Qt.ItemDataRole.UserRole
STATE_ROLE = Qt.ItemDataRole.UserRole + 1


class RailModel(QAbstractListModel):
    """The steps with their completeness."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: dict[str, Completeness] = {}

    def show_states(self, states: dict[str, Completeness]) -> None:
        """Show how far each step has got."""
        for row, spec in enumerate(STEPS):
            if self._states.get(spec.id) != states[spec.id]:
                self._states[spec.id] = states[spec.id]
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(STEPS)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        step = STEPS[index.row()].id
        state = self._states.get(step)
        known = {
            Qt.ItemDataRole.DisplayRole: step_title(step),
            STEP_ROLE: step,
            STATE_ROLE: state,
        }
        if role in known or state is None:
            return known.get(role)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(state.missing or progress_text(state))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{step_title(step)}. {progress_text(state)}. {state.missing}".strip()
        return None


def progress_text(state: Completeness) -> str:
    """How far a step has got, in a few words."""
    if state.said:
        return state.said
    if state.complete:
        return _("complete")
    if state.total == 1:
        return _("to do")
    return _("{done} of {total}").format(done=state.done, total=state.total)


class RailDelegate(QStyledItemDelegate):
    """Draws a step: a ring that fills, the name, and how far it has got."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_height, self.has_captions = ROW_HEIGHT, True

    def share_height(self, room: int, metrics: QFontMetrics) -> None:
        """Let all steps be in sight: closer together, or at last without the second line."""
        line = metrics.lineSpacing()
        heights = (max(ROW_HEIGHT, 2 * line + 10), round((1 + CAPTION_SIZE) * line) + 8, line + 8)
        fitting = [height for height in heights if height * len(STEPS) <= room]
        self.row_height = fitting[0] if fitting else heights[-1]
        self.has_captions = self.row_height > heights[-1]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(WIDTH - 14, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        theme = current_theme()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        area = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(area, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 6, 6)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        self._draw_ring(painter, _ring(area, mirrored=mirrored), index.data(STATE_ROLE))
        inset = 3 if self.row_height >= ROW_HEIGHT else 1
        words = area.adjusted(RING + 22, inset, -4, -inset)
        if mirrored:
            words = area.adjusted(4, inset, -RING - 22, -inset)
        self._draw_words(painter, words, option.font, index, bold=chosen)
        painter.restore()

    def _draw_words(
        self, painter: QPainter, area: QRectF, font: QFont, index: QModelIndex, *, bold: bool
    ) -> None:
        theme = current_theme()
        start = Qt.AlignmentFlag.AlignLeft
        large, small = QFont(font), QFont(font)
        large.setBold(bold)
        small.setPointSizeF(font.pointSizeF() * CAPTION_SIZE)
        painter.setFont(large)
        painter.setPen(theme.colour("text"))
        title = index.data(Qt.ItemDataRole.DisplayRole)
        title = shorten_name(title, painter.fontMetrics(), area.width())
        if not self.has_captions:
            painter.drawText(area, start | Qt.AlignmentFlag.AlignVCenter, title)
            return
        painter.drawText(area, start | Qt.AlignmentFlag.AlignTop, title)
        state = index.data(STATE_ROLE)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        caption = progress_text(state) if state is not None else ""
        caption = shorten_name(caption, painter.fontMetrics(), area.width())
        painter.drawText(area, start | Qt.AlignmentFlag.AlignBottom, caption)

    def _draw_ring(self, painter: QPainter, ring: QRectF, state: Completeness | None) -> None:
        theme = current_theme()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("control_line"), 1.6))
        painter.drawEllipse(ring)
        if state is None or not state.total:
            return
        painter.setPen(QPen(theme.colour("accent"), 2.6))
        part = min(1.0, state.done / state.total)
        painter.drawArc(ring, TOP, -round(FULL_CIRCLE * part))
        if state.complete:
            painter.setPen(QPen(theme.colour("accent"), 1.8))
            painter.drawPolyline([ring.center() + point for point in TICK])


def _ring(area: QRectF, *, mirrored: bool) -> QRectF:
    """Where the ring of a step stands: at the side from which its row is read."""
    left = area.right() - 11 - RING if mirrored else area.left() + 11
    return QRectF(left, area.center().y() - RING / 2, RING, RING)


class Rail(QListView):
    """Lets the user choose a step."""

    step_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(_("Steps"))
        self.setModel(RailModel(self))
        self._delegate = RailDelegate(self)
        self.setItemDelegate(self._delegate)
        self._fit()
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._announce)

    def keyboardSearch(self, search: str) -> None:
        """Let no letter jump to another step: whoever types means the page."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _fit(self) -> None:
        """Be as wide as the names need in type of this size."""
        self.setFixedWidth(round(WIDTH * max(1.0, self.font().pointSizeF() / POINTS)))
        self._share_height()

    def _share_height(self) -> None:
        before = self._delegate.row_height
        self._delegate.share_height(self.viewport().height(), self.fontMetrics())
        if self._delegate.row_height != before:
            self.scheduleDelayedItemsLayout()

    def show_states(self, states: dict[str, Completeness]) -> None:
        """Show how far each step has got."""
        self.model().show_states(states)

    def show_step(self, step: str) -> None:
        """Mark the step whose page is shown."""
        row = [spec.id for spec in STEPS].index(step)
        self.setCurrentIndex(self.model().index(row))

    def _announce(self, current: QModelIndex) -> None:
        self.step_chosen.emit(current.data(STEP_ROLE))
