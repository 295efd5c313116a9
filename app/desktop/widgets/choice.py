"""A drop-down list of keys with the words for them."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHelpEvent, QHideEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from app.desktop.widgets.elided_text import shorten_name
from app.desktop.widgets.text import in_reading_direction, plain_tip
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

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        # On some systems the name of such a list is the word that is chosen, and a list without a
        # label beside it would not say what is chosen there.
        self.setAccessibleDescription(name)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        shown = shorten_name(self.currentText(), self.fontMetrics(), self._room(option))
        option.currentText = in_reading_direction(shown)  # type: ignore[attr-defined]
        with QStylePainter(self) as painter:
            painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.is_cut:
            QToolTip.showText(event.globalPos(), plain_tip(self.currentText()), self)
            return True
        return super().event(event)

    @property
    def is_cut(self) -> bool:
        """Whether the words of what is chosen are longer than there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self.fontMetrics().horizontalAdvance(self.currentText()) > self._room(option)

    def _room(self, option: QStyleOptionComboBox) -> int:
        part = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        return self.style().subControlRect(kind, option, part, self).width() - 4

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hidePopup()  # an open list would go on choosing for a page that is out of sight

    def _announce(self, at: int) -> None:
        self.chosen.emit(self._choices[at][0])
