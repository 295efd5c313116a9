"""What a page says while there is nothing on it yet."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.wording import _

from .text import PlainLabel, button


class EmptyState(QWidget):
    """One sentence, and the one thing to do about it."""

    def __init__(self, run: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = PlainLabel(role="lead", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = button("", run, "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 40, 40, 40)
        layout.setSpacing(16)
        layout.addStretch(1)
        layout.addWidget(self._sentence)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def say(self, sentence: str, action: str) -> None:
        """Set the sentence and what the button does."""
        self._sentence.setText(sentence)
        self._button.setText(action)

    def say_nobody_judges(self) -> None:
        """Say that an assessor is wanted, as on every page of judgements."""
        self.say(
            _("Nobody is named yet who judges. Scores and weights are somebody's."),
            _("Name who judges"),
        )

    @property
    def sentence(self) -> str:
        """What is said."""
        return self._sentence.text()
