"""What is shown when work takes so long that one wonders."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from app.desktop.widgets.text import PlainLabel, button
from app.wording import _

WIDTH = 380


class WaitDialog(QDialog):
    """Says what is going on; it may be left only where the work may."""

    def __init__(self, said: str, *, may_stop: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._may_stop = may_stop
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("One moment"))
        self.setMinimumWidth(WIDTH)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(said)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.addWidget(PlainLabel(said, wrap=True))
        column.addWidget(bar)
        if may_stop:
            column.addWidget(button(_("Stop"), self.reject), 0, Qt.AlignmentFlag.AlignRight)

    def reject(self) -> None:
        if self._may_stop:
            super().reject()
