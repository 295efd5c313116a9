"""Trying something out and ending it, as the officer asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.desktop.telling.messages import Answer, desk
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.window import MainWindow


class TryingOut(QObject):
    """What the actions about trials do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.trial = window.workspace.trial

    def begin(self) -> None:
        """Freeze things as they stand and try something."""
        self.window.commit_pending()
        self.trial.begin()

    def keep(self) -> None:
        """Make what was tried one step."""
        self.window.commit_pending()
        self.trial.keep(_("What was tried"))

    def drop(self) -> None:
        """Go back to how things stood before the trial."""
        self.window.commit_pending()
        self.trial.drop()

    def settle(self) -> bool:
        """End a trial that goes on, as the officer wishes; False if it is to go on."""
        if not self.trial.touched:
            self.trial.drop()
            return True
        text = _("You are trying something out. Shall it be kept as one step, or dropped?")
        answer = desk().ask(self.window, _("What was tried"), text, _("Keep"), _("Drop"))
        if answer is Answer.YES:
            self.keep()
        elif answer is Answer.NO:
            self.drop()
        return answer is not Answer.CANCEL
