"""A slider for a swing weight from 0 to the reference, which is the largest swing, and beyond."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from app.desktop.look.theme import current_theme
from app.edits.weights import REFERENCE

HIGHEST = 2.0
"""How many times the reference a drag can reach."""
_KNEE = 0.8
"""The part of the track that the swings up to the reference take."""
_KEY_STEPS, _DRAG_STEPS = 20, 50
"""At least so many steps lead to the reference, by the keyboard and in a drag."""
_RADIUS = 8
_DIGITS = 9
_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}


class WeightSlider(QAbstractSlider):
    """Announces every place that a drag or a held key passes, and once where it ends."""

    moved = Signal(float)
    """The swing while the drag goes on."""
    settled = Signal(float)
    """The swing where the drag ended."""
    abandoned = Signal()
    """Escape was pressed during a drag: nothing shall change."""
    focused = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(0, round(HIGHEST * 100))
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._swing = 0.0
        self._reference = REFERENCE
        self._in_hand = False

    @property
    def in_hand(self) -> bool:
        """Whether the user is moving it right now."""
        return self._in_hand

    def show_swing(self, swing: float, reference: float = REFERENCE) -> None:
        """Show a swing beside the largest one, unless the user is moving the slider.

        What a screen reader hears is the hundredths of the reference.
        """
        if not self._in_hand and (swing, reference) != (self._swing, self._reference):
            self._reference = reference
            self._put(swing)

    def sizeHint(self) -> QSize:
        return QSize(200, 2 * _RADIUS + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, 2 * _RADIUS + 12)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._move(self._swing_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._in_hand and event.buttons() & Qt.MouseButton.LeftButton:
            self._move(self._swing_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the page; a weight is never changed in passing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        forwards = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        sideways: dict[int, int] = {
            Qt.Key.Key_Right: 1 if forwards else -1,
            Qt.Key.Key_Left: -1 if forwards else 1,
        }
        step = {**_STEPS, **sideways}.get(key)
        if step is not None:
            self._move(self._swing + step * self._grain(_KEY_STEPS))
        elif key == Qt.Key.Key_Home:
            self._move(0.0)
        elif key == Qt.Key.Key_End:
            self._move(self._reference)
        elif key == Qt.Key.Key_Escape and self._in_hand:
            self._in_hand = False
            self.abandoned.emit()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.height() / 2
            start, knee, end, at = (self._place(x) for x in self._stops)
            painter.setPen(QPen(theme.colour("control_line"), 2, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(knee, middle), QPointF(end, middle))
            painter.setPen(QPen(theme.colour("line"), 5, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(start, middle), QPointF(knee, middle))
            painter.setPen(QPen(theme.colour("accent"), 5, c=Qt.PenCapStyle.RoundCap))
            if self._swing > 0:
                painter.drawLine(QPointF(start, middle), QPointF(at, middle))
            painter.setPen(QPen(theme.colour("control_line"), 1.5))
            painter.drawLine(QPointF(knee, middle - _RADIUS), QPointF(knee, middle + _RADIUS))
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(at, middle), _RADIUS + 3, _RADIUS + 3)
            painter.setPen(QPen(theme.colour("surface"), 2))
            painter.setBrush(theme.colour("focus" if self.underMouse() else "accent"))
            painter.drawEllipse(QRectF(at - _RADIUS, middle - _RADIUS, 2 * _RADIUS, 2 * _RADIUS))

    def _grain(self, steps: int) -> float:
        """The largest power of ten of which at least so many lead to the reference."""
        return float(10.0 ** math.floor(math.log10(self._reference / steps)))

    @property
    def _stops(self) -> tuple[float, float, float, float]:
        """The swings at the start, the mark and the end of the track, and the one shown."""
        return 0.0, self._reference, HIGHEST * self._reference, self._swing

    def _move(self, swing: float) -> None:
        self._in_hand = True
        self._put(max(0.0, min(HIGHEST * self._reference, swing)))
        self.moved.emit(self._swing)

    def _settle(self) -> None:
        if self._in_hand:
            self._in_hand = False
            self.settled.emit(self._swing)

    def _put(self, swing: float) -> None:
        self._swing = swing
        self.setValue(round(100 * min(swing / self._reference, HIGHEST)))
        self.update()

    def _track(self) -> tuple[float, float]:
        margin = _RADIUS + 4
        return margin, max(1.0, self.width() - 2.0 * margin)

    def _place(self, swing: float) -> float:
        """Where on the widget a swing stands, in pixels."""
        beside = min(swing / self._reference, HIGHEST)
        part = _KNEE * beside if beside <= 1 else _KNEE + (1 - _KNEE) * (beside - 1)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            part = 1 - part
        left, width = self._track()
        return left + width * part

    def _swing_at(self, x: float) -> float:
        left, width = self._track()
        part = max(0.0, min(1.0, (x - left) / width))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            part = 1 - part
        beside = part / _KNEE if part <= _KNEE else 1 + (part - _KNEE) / (1 - _KNEE)
        grain = self._grain(_DRAG_STEPS)
        return round(round(beside * self._reference / grain) * grain, _DIGITS)
