"""A label whose words are spoken when they change: what was wrong, or how far something has got."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.desktop.look.speech import Speech
from app.desktop.widgets.text import PlainLabel


class SpokenLabel(PlainLabel):
    """Speaks once its words have rested in sight; words that stood there before are not news."""

    def __init__(
        self,
        text: str = "",
        role: str = "",
        *,
        wrap: bool = True,
        urgent: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._speech: Speech | None = None
        self._unsaid = False
        super().__init__(text, role, wrap=wrap, parent=parent)
        self._speech = Speech(self, urgent=urgent)

    def setText(self, text: str) -> None:
        news = self._speech is not None and text != self.text()
        super().setText(text)
        if news:
            self._unsaid = True
            self._speak()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._speak()

    def _speak(self) -> None:
        if self._speech is not None and self._unsaid and self.isVisible():
            self._unsaid = False
            self._speech.say(self.text())
