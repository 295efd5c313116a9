"""Labels and buttons that show plain text, whatever stands in it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget


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
