"""Files that do not open at once: those under a password, and damaged ones."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.desktop.telling.messages import desk
from app.desktop.telling.trouble import sentence_of
from app.desktop.waiting import Stopped
from app.wording import _

if TYPE_CHECKING:
    from pathlib import Path

    from app.desktop.window import MainWindow
    from app.desktop.workspace import EarlyReading


class LockedFiles(QObject):
    """Opens files, asking for what it takes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window

    def open(self, path: Path, early: EarlyReading | None = None) -> bool:
        """Open a file; False where it was left closed and the officer knows why.

        Raises `db.errors.Trouble` for a file that nothing can be done about.
        """
        from app.desktop.workspace.rescue import is_damage
        from db.errors import PasswordNeeded, Trouble

        try:
            self.window.workspace.open(path, early)
        except PasswordNeeded as trouble:
            return self._unlock(path, trouble)
        except Trouble as trouble:
            if not is_damage(trouble):
                raise
            offer = (_("Recover what is readable"), partial(self.recover, path))
            self.window.notices.show_message(sentence_of(trouble), "bad", (offer,))
            return False
        return True

    def _unlock(self, path: Path, trouble: Exception) -> bool:
        """Ask for the password until it is the one, or the officer gives up."""
        from db.errors import PasswordNeeded

        said = trouble
        while True:
            title = _("A file under a password")
            password = desk().ask_password(self.window, title, sentence_of(said))
            if password is None:
                return False
            try:
                self.window.workspace.open(path, password=password)
            except PasswordNeeded as again:
                said = again
            else:
                return True

    def recover(self, path: Path) -> None:
        """Put what is readable of a damaged file into an assessment of its own."""
        from app.desktop.workspace.rescue import recover
        from app.wording.recovery import recovery_sentences
        from db.errors import Trouble

        try:
            recovery = recover(path)
        except Stopped:
            return
        except Trouble as trouble:
            self.window.notices.show_message(sentence_of(trouble), "bad")
            return
        self.window.workspace.new(recovery.assessment)
        told = recovery_sentences(recovery.losses, recovery.uncertain)
        self.window.notices.show_message(" ".join(told), "warn")
