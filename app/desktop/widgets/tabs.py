"""Tabs whose titles take a second line where one has no room for all: none is ever cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

GAP = 2
LINE = 1
"""Of the border under the titles."""


class TabTitle(QPushButton):
    """One of several titles, of which one is chosen: by the pointer, or by walking with arrows."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.pointed_at = False
        """Whether it is the pointer that chooses it just now."""
        self.setProperty("role", "tab")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointed_at = True
        super().mouseReleaseEvent(event)
        self.pointed_at = False


class TabTitles(QFrame):
    """The titles in as many lines as they need."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "tabs")
        self.titles: list[TabTitle] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, text: str) -> TabTitle:
        """One more title; the first is chosen."""
        made = TabTitle(text, self)
        made.setChecked(not self.titles)
        self.titles.append(made)
        self.updateGeometry()
        return made

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return (places[-1].bottom() + 1 if places else 0) + LINE

    def sizeHint(self) -> QSize:
        width = sum(title.sizeHint().width() + GAP for title in self.titles)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((title.sizeHint().width() for title in self.titles), default=0)
        return QSize(widest, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in kinds:
            self.updateGeometry()
            self._arrange()

    def _arrange(self) -> None:
        for title, place in zip(self.titles, self._places(self.width()), strict=True):
            title.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        """Where each title goes, in the direction in which the window is read."""
        places = []
        at = QPoint(0, 0)
        for title in self.titles:
            size = title.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, at.y() + size.height())
            left = width - at.x() - size.width() if self._mirrored else at.x()
            places.append(QRect(QPoint(left, at.y()), size))
            at.setX(at.x() + size.width() + GAP)
        return places

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft


class Tabs(QWidget):
    """Shows one of several contents under their titles."""

    turned = Signal(int)
    """Another content is in sight: its place."""

    def __init__(self) -> None:
        super().__init__()
        self.titles = TabTitles()
        self._contents = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.titles)
        column.addWidget(self._contents, 1)

    def add(self, content: QWidget, title: str) -> None:
        """One more content under its title."""
        self._contents.addWidget(content)
        self.titles.add(title).toggled.connect(self._turn)

    @property
    def place(self) -> int:
        """Which content is in sight."""
        return self._contents.currentIndex()

    @property
    def walking(self) -> bool:
        """Whether somebody goes from title to title by the arrow keys."""
        return any(x.hasFocus() and not self._pointed_at for x in self.titles.titles)

    def content(self, place: int) -> QWidget:
        """The content at a place."""
        return self._contents.widget(place)

    def turn_to(self, place: int) -> None:
        """Bring a content into sight."""
        self.titles.titles[place].setChecked(True)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.titles.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in steps:
            count = len(self.titles.titles)
            self.turn_to((self.place + steps[Qt.Key(event.key())]) % count)
        else:
            super().keyPressEvent(event)

    @property
    def _pointed_at(self) -> bool:
        return any(title.pointed_at for title in self.titles.titles)

    def _turn(self, chosen: bool) -> None:
        if chosen:
            place = self.titles.titles.index(self.sender())
            self._contents.setCurrentIndex(place)
            self.turned.emit(place)
