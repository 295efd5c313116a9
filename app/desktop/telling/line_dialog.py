"""A dialog for one line: a name, or a password that is kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from db.model import LINE_LIMIT

WIDTH = 420


class LineDialog(QDialog):
    """Asks for a line under a sentence; `answer` waits for it."""

    def __init__(
        self,
        title: str,
        text: str,
        parent: QWidget | None = None,
        *,
        known: str = "",
        secret: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self.field = QLineEdit(known)
        self.field.setAccessibleName(_("Password") if secret else title)
        self.field.setMaxLength(LINE_LIMIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(title, "heading", wrap=True))
        column.addWidget(PlainLabel(text, wrap=True))
        column.addWidget(self.field)
        if secret:
            self.field.setEchoMode(QLineEdit.EchoMode.Password)
            shown = QCheckBox(_("Show what is typed"))
            shown.toggled.connect(self._show_typed)
            column.addWidget(shown)
        self._keep = button(_("Open") if secret else _("Keep"), self.accept, "primary")
        self._keep.setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject))
        row.addWidget(self._keep)
        column.addLayout(row)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> str | None:
        """What was typed; None when the dialog was left."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        typed = self.field.text()
        self.field.clear()
        self.deleteLater()
        return typed if accepted else None

    def _show_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
