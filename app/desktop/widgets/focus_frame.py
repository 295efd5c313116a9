"""A frame around the control that has the keyboard, for controls drawn up to their very edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.desktop.look.theme import current_theme

GAP = 8
"""So far around the control the frame stands, as far as there is room in its parent."""


class FocusFrame(QWidget):
    """Stands around a control, in front of its neighbours, while the control has the keyboard."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control.parentWidget())
        self._control = control
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        control.installEventFilter(self)
        self.parentWidget().installEventFilter(self)  # its room may change later than the control
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
        around = self._control.geometry().adjusted(-GAP, -GAP, GAP, GAP)
        room = self.parentWidget().rect()
        self.setGeometry(around.intersected(room))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current_theme().colour("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
