"""A question in the page about removing something with what hangs on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.wording import _

from .text import PlainLabel, button


class RemovalQuestion(QFrame):
    """Says what goes, and asks; Escape keeps everything."""

    confirmed = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("tone", "warn")
        self._sentence = PlainLabel(wrap=True)
        self.remove = button(_("Remove"), self._confirm)
        self.keep = button(_("Keep"), self._keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.remove)
        row.addWidget(self.keep)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said, empty while nothing is asked."""
        return "" if self.isHidden() else self._sentence.text()

    def ask(self, sentence: str) -> None:
        """Ask whether to remove something."""
        self._sentence.setText(sentence)
        self.show()
        self.remove.setAccessibleDescription(sentence)
        self.remove.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._keep()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()

    def _keep(self) -> None:
        self.hide()
        self.kept.emit()
