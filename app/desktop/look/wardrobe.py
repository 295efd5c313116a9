"""Colours for a whole window, put on part by part so that it goes on answering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from app.desktop.look.theme import Appearance


class Wardrobe(QObject):
    """Gives each part of a window its sheet: at once while it can be seen, else in its turn.

    Qt works a sheet out for every widget below the one that has it. A sheet on the window would
    make a change of colours wait for all pages that are out of sight.
    """

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._parts: list[QWidget] = []
        self._waiting: list[QWidget] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._dress_next)
        appearance.changed.connect(self._change)

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
        self._parts = [part for part in self._parts if isValid(part)]
        self._waiting = [part for part in self._parts if not part.isVisible()]
        for part in self._parts:
            if part.isVisible():
                self._appearance.dress(part)
        self._turn.start()

    def _dress_next(self) -> None:
        self._waiting = [part for part in self._waiting if isValid(part)]
        if self._waiting:
            self._appearance.dress(self._waiting.pop(0))
            self._turn.start()
