"""Labels and buttons that show plain text, whatever stands in it."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

RIGHT_TO_LEFT_MARK = "\u200f"


class PlainLabel(QLabel):
    """A label that never interprets its text; `role` chooses its look in the style sheet."""

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("role", role)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def setText(self, text: str) -> None:
        super().setText(in_reading_direction(text))

    def text(self) -> str:
        return super().text().replace(RIGHT_TO_LEFT_MARK, "")


def in_reading_direction(text: str) -> str:
    """A sentence that begins with a foreign name, made to run as the window does.

    Qt takes the direction of a text from its first letter. In a window that is read from the right,
    whatever holds a letter of such a script is the program's own sentence, or as good as one.
    """
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return text
    own = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
    return RIGHT_TO_LEFT_MARK + text.replace("\n", "\n" + RIGHT_TO_LEFT_MARK) if own else text


def plain_tip(text: str) -> str:
    """A tooltip's text that Qt shows as it is, even when it looks like markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    lines = escaped.replace("\n", "<br/>")
    return f"<qt><span>{lines}</span></qt>" if text else ""


def plain_caption(text: str) -> str:
    """A button's or menu's text in which an ampersand is not a shortcut."""
    return text.replace("&", "&&")


def button(text: str, run: Callable[[], object], role: str = "") -> QPushButton:
    """A push button that runs a bound method."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.clicked.connect(run)
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another look of the style sheet."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
