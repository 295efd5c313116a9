"""Sentences one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from app.desktop.widgets.text import PlainLabel

BULLET = "•"


class Sentences(PlainLabel):
    """Shows sentences, which can be selected and copied; hidden while there are none."""

    def __init__(self, role: str = "", *, bullets: bool = True) -> None:
        super().__init__("", role, wrap=True)
        self._lead = f"{BULLET}  " if bullets else ""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.hide()

    def say(self, sentences: Sequence[str]) -> None:
        """Show these sentences; empty ones are left out."""
        said = "\n".join(f"{self._lead}{sentence}" for sentence in sentences if sentence)
        if said != self.text():
            self.setText(said)
        self.setVisible(bool(said))
