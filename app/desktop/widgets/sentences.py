"""Sentences one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt

from app.desktop.widgets.text import PlainLabel

BULLET = "•"


class Sentences(PlainLabel):
    """Shows sentences, which can be selected and copied; hidden while there are none.

    Layouts ask a label for its height dozens of times, and each answer breaks all lines anew; so
    the answers are kept while text and font are the same.
    """

    def __init__(self, role: str = "", *, bullets: bool = True) -> None:
        super().__init__("", role, wrap=True)
        self._lead = f"{BULLET}  " if bullets else ""
        self._heights: dict[int, int] = {}
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.hide()

    def say(self, sentences: Sequence[str]) -> None:
        """Show these sentences; empty ones are left out."""
        said = "\n".join(f"{self._lead}{sentence}" for sentence in sentences if sentence)
        if said != self.text():
            self._heights.clear()
            self.setText(said)
        self.setVisible(bool(said))

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
