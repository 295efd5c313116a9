"""Where an assessment is kept at this moment, told truthfully."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from app.desktop.workspace.attendance import Met
from app.wording import _
from app.wording.counts import open_conflicts


class Caution(Enum):
    """Why a file is not written without asking."""

    NONE = auto()
    PASSING_PLACE = auto()
    READ_ONLY = auto()
    PASSWORD = auto()


class FileState(NamedTuple):
    """What is saved where.

    path: the officer's file, None while there is none; unpublished: edits that are not in it yet;
    busy: it is being written; trouble: why it could not be written; unkept: why the last edits
    could not even be saved on this computer; caution: why it is not written unless asked; theirs:
    where a colleague's version can be read that is not merged yet; conflicts: how many places were
    changed on both sides of a merge and wait for a decision; met: who else has the file open;
    trying: whether something is tried out that is kept nowhere.
    """

    path: Path | None = None
    unpublished: int = 0
    busy: bool = False
    trouble: str = ""
    unkept: str = ""
    caution: Caution = Caution.NONE
    theirs: Path | None = None
    conflicts: int = 0
    met: Met = Met()
    trying: bool = False

    @property
    def tone(self) -> str:
        """How worrying this is: an empty string, warn, or bad."""
        if self.unkept:
            return "bad"
        left_behind = self.caution is not Caution.NONE and self.unpublished
        worrying = self.trouble or self.theirs or left_behind
        return "warn" if worrying else ""

    def sentence(self) -> str:
        """The state in a line for the status bar."""
        parts = [self._where(), self._others()]
        if self.conflicts:
            parts.append(f"{open_conflicts(self.conflicts)}.")
        return " ".join(part for part in parts if part)

    def _others(self) -> str:
        if self.met.author is None:
            return ""
        if not self.met.author:
            return _("Somebody else has it open too.")
        return _("{name} has it open too.").format(name=self.met.author)

    def _where(self) -> str:
        if self.unkept:
            return _("The last change is NOT saved: {why}").format(why=self.unkept)
        if self.trying:
            return _("What is being tried out is saved nowhere until you keep it.")
        if self.path is None:
            return _("Saved on this computer. Not in a file of its own yet.")
        return self._about_file(self.path.name)

    def _about_file(self, name: str) -> str:
        if self.theirs is not None:
            return _("Saved on this computer. {file} holds another version.").format(file=name)
        if self.trouble:
            return _("Saved on this computer, but not in {file}.").format(file=name)
        if not self.unpublished:
            return _("All changes are in {file}.").format(file=name)
        if self.caution is not Caution.NONE:
            return _("Saved on this computer; {file} is left as it was.").format(file=name)
        if self.busy:
            return _("Saved on this computer. Writing {file} …").format(file=name)
        return _("Saved on this computer; {file} follows in a moment.").format(file=name)


def caution_about(path: Path, *, writable: bool = True, sealed: bool = False) -> Caution:
    """Whether a file lies where one does not expect it to be written by itself."""
    import os

    from PySide6.QtCore import QStandardPaths

    if sealed:
        return Caution.PASSWORD
    if not writable or not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        return Caution.READ_ONLY
    passing = (
        QStandardPaths.StandardLocation.DownloadLocation,
        QStandardPaths.StandardLocation.TempLocation,
        QStandardPaths.StandardLocation.GenericCacheLocation,
    )
    found = path.resolve()
    for place in passing:
        folder = QStandardPaths.writableLocation(place)
        if folder and found.is_relative_to(Path(folder).resolve()):
            return Caution.PASSING_PLACE
    if _OF_MAIL.intersection(part.casefold() for part in found.parts):
        return Caution.PASSING_PLACE
    return Caution.NONE


_OF_MAIL = frozenset({"content.outlook", "inetcache", "com.apple.mail", "mail downloads"})
"""Folders in which mail programs put what is opened from a message."""
