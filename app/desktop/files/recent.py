"""The files opened lately."""

from pathlib import Path

from PySide6.QtCore import QSettings

from app.desktop.preferences.settings import RECENT_LIMIT

KEY = "recent_files"


def recent_files(settings: QSettings) -> tuple[Path, ...]:
    """The files opened lately, the last one first."""
    stored = settings.value(KEY, [])
    names = [stored] if isinstance(stored, str) else stored
    if not isinstance(names, list):
        return ()
    return tuple(Path(name) for name in names if isinstance(name, str) and name)


def remember_file(settings: QSettings, path: Path) -> None:
    """Put a file at the head of the list."""
    others = [known for known in recent_files(settings) if known != path]
    settings.setValue(KEY, [str(known) for known in (path, *others)][:RECENT_LIMIT])


def forget_file(settings: QSettings, path: Path) -> None:
    """Take a file off the list."""
    settings.setValue(KEY, [str(known) for known in recent_files(settings) if known != path])
