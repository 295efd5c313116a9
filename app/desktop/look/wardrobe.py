"""Colours for a whole window, put on part by part so that it goes on answering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from app.desktop.look.theme import Appearance


class Wardrobe(QObject):
    """Gives each part of a window its sheet: one in a turn, what can be seen before the rest.

    Qt works a sheet out for every widget below the one that has it. A sheet on the window would
    make a change of colours wait for all pages that are out of sight, and the window for all of it.
    """

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._parts: list[QWidget] = []
        self._seen: list[QWidget] = []
        self._waiting: list[QWidget] = []
        self._held: list[QWidget] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._dress_next)
        appearance.changed.connect(self._change)
        appearance.resized.connect(self._dress_seen)

    def add(self, part: QWidget) -> None:
        """Dress a part from now on; one that is not seen yet is dressed when it is shown.

        A dialog is dressed at once: it takes its size before it is shown.
        """
        self._parts = [known for known in self._parts if isValid(known)]
        self._parts.append(part)
        part.installEventFilter(self)
        if part.isVisible() or part.isWindow():
            self._appearance.dress(part)
        else:
            self._waiting.append(part)

    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        """Dress what comes into sight."""
        if event.type() is QEvent.Type.Show and part in self._waiting:
            self._waiting.remove(part)
            self._appearance.dress(part)
        return False

    def _change(self) -> None:
        """Dress everything part by part; nothing is painted until all that is seen is dressed."""
        self._parts = [part for part in self._parts if isValid(part)]
        self._seen = [part for part in self._parts if part.isVisible()]
        self._waiting = [part for part in self._parts if not part.isVisible()]
        for part in self._seen:
            window = part.window()
            if window.updatesEnabled():
                window.setUpdatesEnabled(False)
                self._held.append(window)
        self._turn.start()

    def _dress_seen(self) -> None:
        """Dress at once what can be seen: its sizes hang together."""
        self._change()
        while self._held:
            self._dress_next()

    def _dress_next(self) -> None:
        if self._held and not self._seen:
            self._paint_again()  # in a turn of its own: that takes as long as dressing
        elif turn := self._seen or self._waiting:
            part = turn.pop(0)
            if isValid(part):
                self._appearance.dress(part)
        if self._held or self._seen or self._waiting:
            self._turn.start()

    def _paint_again(self) -> None:
        for window in self._held:
            if isValid(window):
                window.setUpdatesEnabled(True)
                window.repaint()  # a request that came meanwhile would stand for any later one
        self._held.clear()
