"""Tabs whose titles take a second line where one has no room for all: none is ever cut."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.desktop.widgets.stops import lead_to
from app.desktop.widgets.wrapping_row import WrappingRow

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
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointed_at = True
        super().mouseReleaseEvent(event)
        self.pointed_at = False


class TabTitles(WrappingRow):
    """The titles in as many lines as they need."""

    def __init__(self) -> None:
        super().__init__((GAP, 0), LINE)
        self.setProperty("role", "tabs")
        self.titles: list[TabTitle] = []

    def add_title(self, text: str) -> TabTitle:
        """One more title; the first is chosen."""
        made = TabTitle(text, self)
        made.setChecked(not self.titles)
        if self.titles:
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.titles.append(made)
        self.add(made)
        return made


class Tabs(QWidget):
    """Shows one of several contents under their titles."""

    turned = Signal(int)
    """Another content is in sight: its place."""

    def __init__(self) -> None:
        super().__init__()
        self.walking = False
        """Whether somebody goes from title to title by the arrow keys."""
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
        self.titles.add_title(title).toggled.connect(self._turn)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        lead_to(self.titles.titles[self.place], self.content(self.place))  # whatever came first

    @property
    def place(self) -> int:
        """Which content is in sight."""
        return self._contents.currentIndex()

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
            title = self.sender()
            place = self.titles.titles.index(title)
            on_titles = any(each.hasFocus() for each in self.titles.titles)
            self.walking = on_titles and not self._pointed_at
            focus = self.window().focusWidget()
            if self.walking or (focus is not None and self._contents.isAncestorOf(focus)):
                title.setFocus()  # the keyboard leaves what is left or goes out of sight
            for each in self.titles.titles:  # Tab stops at the one that is chosen
                stops = Qt.FocusPolicy.TabFocus if each is title else Qt.FocusPolicy.NoFocus
                each.setFocusPolicy(stops)
            lead_to(title, self.content(place))
            self._contents.setCurrentIndex(place)
            self.turned.emit(place)
