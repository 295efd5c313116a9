"""A frame around the control that has the keyboard, for controls drawn up to their very edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.desktop.look.theme import current_theme

GAP = 8
"""So far around the control the frame stands, in whatever of its parents has the room."""


class FocusFrame(QWidget):
    """Stands around a control, in front of its neighbours, while the control has the keyboard."""

    def __init__(self, control: QWidget) -> None:
        self._room = _roomy(control)
        super().__init__(self._room)
        self._control = control
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # What stands around the control may move or change its room later than the control.
        around: QWidget | None = control
        while around is not None:
            around.installEventFilter(self)
            around = None if around is self._room else around.parentWidget()
        self.stand()

    def stand(self) -> None:
        """Show the frame where the control is."""
        self._surround()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Show):
            self.setVisible(self._control.hasFocus() and self._control.isVisible())
        elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._surround()
        return super().eventFilter(watched, event)

    def _surround(self) -> None:
        around = _around(self._control, self._room)
        self.setGeometry(around.intersected(self._room.rect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current_theme().colour("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)


def _roomy(control: QWidget) -> QWidget:
    """The nearest parent that has room for a frame on both sides; the nearest if none has."""
    nearest = around = control.parentWidget() or control
    while not isinstance(around.parentWidget(), QAbstractScrollArea):
        wanted = _around(control, around)
        if wanted.left() >= 0 and wanted.right() <= around.rect().right():
            return around
        further = around.parentWidget()
        if further is None:
            break
        around = further
    return nearest


def _around(control: QWidget, parent: QWidget) -> QRect:
    place = QRect(control.mapTo(parent, QPoint(0, 0)), control.size())
    return place.adjusted(-GAP, -GAP, GAP, GAP)
