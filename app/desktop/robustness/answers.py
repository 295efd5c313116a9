"""The answers to one question, kind by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel

if TYPE_CHECKING:
    from app.wording.robustness.account import Part


class Answers(QWidget):
    """Shows parts of an answer, each under its caption."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[PlainLabel, Sentences]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def say(self, parts: tuple[Part, ...], skipped: int = 0) -> None:
        """Show these parts, without so many sentences at the beginning."""
        while len(self._rows) < len(parts):
            row = (PlainLabel("", "caption", wrap=True), Sentences())
            for widget in row:
                self._layout.addWidget(widget)
            self._rows.append(row)
        for number, (caption, sentences) in enumerate(self._rows):
            head, said = parts[number] if number < len(parts) else ("", ())
            caption.setText(head)
            caption.setVisible(bool(head))
            sentences.say(said[skipped if number == 0 else 0 :])

    def text(self) -> str:
        """All that is said."""
        return "\n".join(sentences.text() for _caption, sentences in self._rows)
