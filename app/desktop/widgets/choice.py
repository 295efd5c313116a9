"""A drop-down list of keys with the words for them."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.desktop.widgets.wheel import leave_wheel_to_page

Choices = tuple[tuple[Hashable, str], ...]


class Choice(QComboBox):
    """Lets the user choose one of several things; `chosen` carries its key."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self._choices: Choices = ()
        leave_wheel_to_page(self)
        self.activated.connect(self._announce)

    def show_choices(self, choices: Choices) -> None:
        """Offer these keys with their words."""
        if choices != self._choices:
            key = self.key
            self._choices = choices
            self.clear()
            self.addItems([words for _key, words in choices])
            self.show_choice(key)

    def show_choice(self, key: Hashable) -> None:
        """Mark a key as chosen; one that is not offered marks none."""
        keys = [offered for offered, _words in self._choices]
        self.setCurrentIndex(keys.index(key) if key in keys else -1)

    @property
    def key(self) -> Hashable:
        """The chosen key; None while there is none."""
        at = self.currentIndex()
        return self._choices[at][0] if 0 <= at < len(self._choices) else None

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hidePopup()  # an open list would go on choosing for a page that is out of sight

    def _announce(self, at: int) -> None:
        self.chosen.emit(self._choices[at][0])
