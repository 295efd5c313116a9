"""The line at the bottom of the window that says where things stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.desktop.widgets.text import PlainLabel, in_reading_direction, plain_tip


class StatusLine(PlainLabel):
    """One line that never widens the window: what it has no room for is in its tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(plain_tip(text))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        whole, metrics = self.text(), self.fontMetrics()
        cut = metrics.horizontalAdvance(whole) > self.contentsRect().width()
        shown = whole
        if cut:
            # Not above: it takes along how texts are laid out, and the start page says nothing.
            from app.desktop.widgets.elided_text import shorten_name

            shown = shorten_name(whole, metrics, self.contentsRect().width())
        if self.shown != in_reading_direction(shown):
            QLabel.setText(self, in_reading_direction(shown))
        self.setAccessibleName(whole if cut else "")  # else the words themselves are read
