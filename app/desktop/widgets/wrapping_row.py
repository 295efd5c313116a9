"""Widgets side by side that take a further line where one has no room: none is ever cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

_TURNED = (
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.LayoutDirectionChange,
    QEvent.Type.LayoutRequest,
)
"""After these the widgets may need other places."""


class WrappingRow(QFrame):
    """Gives each widget the size it asks for, in the direction in which the window is read.

    `gap` is between widgets and between lines; `below` is left free under the last line.
    """

    def __init__(self, gap: tuple[int, int], below: int = 0) -> None:
        super().__init__()
        self._gap, self._below = gap, below
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """One more widget."""
        widget.setParent(self)
        self._widgets.append(widget)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        places = [place for _widget, place in self._places(width)]
        return max((place.bottom() + 1 for place in places), default=0) + self._below

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(widget.sizeHint().width() for widget in shown)
        width += self._gap[0] * max(0, len(shown) - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((widget.sizeHint().width() for widget in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(widest, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.heightForWidth(event.oldSize().width()) != self.heightForWidth(self.width()):
            self.updateGeometry()
        self._arrange()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in _TURNED:
            self.updateGeometry()
            self._arrange()
        return done

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _arrange(self) -> None:
        for widget, place in self._places(self.width()):
            widget.setGeometry(place)

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each widget goes that is shown."""
        places = []
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        top = 0
        for line in self._lines(width):
            height = max(size.height() for _widget, size in line)
            at = 0
            for widget, size in line:
                left = width - at - size.width() if mirrored else at
                middle = top + (height - size.height()) // 2
                places.append((widget, QRect(QPoint(left, middle), size)))
                at += size.width() + self._gap[0]
            top += height + self._gap[1]
        return places

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        """Which widgets stand side by side, each with the size that it asks for."""
        lines: list[list[tuple[QWidget, QSize]]] = []
        taken = 0
        for widget in self._shown():
            size = widget.sizeHint()
            taken += self._gap[0] + size.width()
            if not lines or taken > width:
                lines.append([])
                taken = size.width()
            lines[-1].append((widget, size))
        return lines
