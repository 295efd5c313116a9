"""What stands over the ranking while something is tried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.widgets.text import PlainLabel, button, plain_tip
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.workspace.trial import Trial


class TrialNotice(QFrame):
    """Says that nothing is kept yet, and lets the trial end."""

    def __init__(self, trial: Trial, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial = trial
        self.setProperty("role", "notice")
        self.setProperty("tone", "warn")
        self.setAccessibleName(_("Trial"))
        words = PlainLabel(_("Trying out: nothing is kept yet."), wrap=True)
        self.setToolTip(plain_tip(_("The marks on the bars show where each option stood.")))
        self.keep_button = button(_("Keep"), self._keep)
        self.keep_button.setAccessibleName(_("Keep what was tried"))
        self.drop_button = button(_("Drop"), self._drop)
        self.drop_button.setAccessibleName(_("Drop what was tried"))
        row = QHBoxLayout()
        row.addWidget(self.keep_button)
        row.addWidget(self.drop_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(words)
        column.addLayout(row)
        self.hide()

    def show_state(self) -> None:
        """Be there while a trial goes on."""
        self.setVisible(self._trial.active)

    def _keep(self) -> None:
        self._trial.keep(_("What was tried"))

    def _drop(self) -> None:
        self._trial.drop()
