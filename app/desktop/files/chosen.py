"""The files that the officer chose to write to, although they lie in a place for passing files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.files.state import Caution, caution_about

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSettings

KEY = "chosen_files"
LIMIT = 50


class ChosenFiles:
    """Remembers a file by its place and its decision; without settings for this run only.

    Another assessment that comes to lie in the same place was not chosen.
    """

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings
        self._here: list[str] = []

    def caution(
        self, path: Path, decision: str, *, writable: bool = True, sealed: bool = False
    ) -> Caution:
        """Why a file is not written without asking, of which nobody chose that it shall be."""
        found = caution_about(path, writable=writable, sealed=sealed)
        chosen = found is Caution.PASSING_PLACE and _entry(path, decision) in self._entries()
        return Caution.NONE if chosen else found

    def choose(self, path: Path, decision: str) -> bool:
        """Note that a file shall be written; whether it is news and its place a poor one."""
        if caution_about(path) is not Caution.PASSING_PLACE:
            return False
        entry, known = _entry(path, decision), self._entries()
        self._here = [entry, *(other for other in known if other != entry)][:LIMIT]
        if self._settings is not None:
            self._settings.setValue(KEY, self._here)
        return entry not in known

    def _entries(self) -> list[str]:
        stored = self._here if self._settings is None else self._settings.value(KEY, [])
        names = [stored] if isinstance(stored, str) else stored
        return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _entry(path: Path, decision: str) -> str:
    return f"{decision} {path.resolve()}"
