"""The one desk for messages that wait for an answer; tests put a recorder in its place."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from app.wording import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget


class Answer(Enum):
    """What the user chose."""

    YES = auto()
    NO = auto()
    CANCEL = auto()


class MessageDesk(Protocol):
    """How the application speaks to its user."""

    def inform(self, parent: QWidget | None, title: str, text: str) -> None:
        """Say something that has to be acknowledged."""

    def report_error(self, parent: QWidget | None, title: str, text: str, details: str) -> None:
        """Say that something went wrong; `details` can be copied."""

    def ask(self, parent: QWidget | None, title: str, text: str, yes: str, no: str = "") -> Answer:
        """Ask for a choice between `yes`, `no` (when given) and doing nothing.

        Without a `no`, something is lost by `yes`: whoever presses Enter at once loses nothing.
        """

    def ask_password(self, parent: QWidget | None, title: str, text: str) -> str | None:
        """Ask for a password, which is kept nowhere; None when there will be none."""

    def ask_line(
        self, parent: QWidget | None, title: str, text: str, known: str = ""
    ) -> str | None:
        """Ask for a few words; None when there will be none."""


class DialogDesk:
    """Speaks through message boxes, in plain text only."""

    def inform(self, parent: QWidget | None, title: str, text: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = _box(parent, QMessageBox.Icon.Information, title, text)
        box.addButton(QMessageBox.StandardButton.Ok)
        _run(box)

    def report_error(self, parent: QWidget | None, title: str, text: str, details: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = _box(parent, QMessageBox.Icon.Critical, title, text)
        box.setDetailedText(details)
        # Made after the button for the details, which Enter would press otherwise.
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
        _run(box)

    def ask(self, parent: QWidget | None, title: str, text: str, yes: str, no: str = "") -> Answer:
        from PySide6.QtWidgets import QMessageBox

        box = _box(parent, QMessageBox.Icon.Question, title, text)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton(no, QMessageBox.ButtonRole.DestructiveRole) if no else None
        cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(accept if refuse is not None else cancel)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        if chosen is accept:
            return Answer.YES
        return Answer.NO if refuse is not None and chosen is refuse else Answer.CANCEL

    def ask_password(self, parent: QWidget | None, title: str, text: str) -> str | None:
        from app.desktop.telling.line_dialog import LineDialog

        return LineDialog(title, text, parent, secret=True).answer()

    def ask_line(
        self, parent: QWidget | None, title: str, text: str, known: str = ""
    ) -> str | None:
        from app.desktop.telling.line_dialog import LineDialog

        return LineDialog(title, text, parent, known=known).answer()


def _box(parent: QWidget | None, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def _run(box: QMessageBox) -> None:
    box.exec()
    box.deleteLater()


class _Desk:
    """Holds the desk in use, so that it can be exchanged at run time."""

    current: MessageDesk = DialogDesk()


def desk() -> MessageDesk:
    """The desk in use."""
    return _Desk.current


def use_desk(replacement: MessageDesk) -> MessageDesk:
    """Put another desk in use and return the one before."""
    before = _Desk.current
    _Desk.current = replacement
    return before
