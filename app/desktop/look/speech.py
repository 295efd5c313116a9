"""What assistive technology is told as it happens, without the keyboard going anywhere."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

REST_MS = 500
"""What changes with every frame of a drag, or every letter, is said when it has rested so long."""


def announce(place: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Let a sentence be spoken at once; `urgent`: before all else that waits to be spoken."""
    if not sentence:
        return
    said = QAccessibleAnnouncementEvent(place, sentence)
    kinds = QAccessible.AnnouncementPoliteness
    said.setPoliteness(kinds.Assertive if urgent else kinds.Polite)
    QAccessible.updateAccessibility(said)


class Speech(QTimer):
    """Says the last of the sentences that follow each other quickly, once there is rest."""

    def __init__(self, place: QWidget, rest_ms: int = REST_MS, *, urgent: bool = False) -> None:
        super().__init__(place, singleShot=True, interval=rest_ms)
        self._place = place
        self._urgent = urgent
        self._sentence = ""
        self.timeout.connect(self._speak)

    def say(self, sentence: str) -> None:
        """Say a sentence soon, in place of any that has not been said yet; "" says nothing."""
        self._sentence = sentence
        if sentence:
            self.start()
        else:
            self.stop()

    def _speak(self) -> None:
        announce(self._place, self._sentence, urgent=self._urgent)
