"""What is read by scrolling: it takes the keyboard where nothing in it would."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from app.desktop.widgets.focus_frame import FocusFrame
from app.desktop.widgets.stops import first_stop


class ReadingArea(QScrollArea):
    """A scroll area whose end the keyboard can always reach, and that shows when it has it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: FocusFrame | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._offer)

    def _offer(self, _lowest: int, highest: int) -> None:
        """Be a stop of Tab while there is something out of sight and no stop that leads to it."""
        needed = highest > 0 and first_stop(self.widget()) is None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if needed else Qt.FocusPolicy.NoFocus)
        if needed and not self.accessibleName():
            labels = self.widget().findChildren(QLabel)
            self.setAccessibleName(next((x.text() for x in labels if x.text()), ""))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._frame is None:  # made late: only then it stands in its page
            self._frame = FocusFrame(self)
        self._frame.stand()
