"""The settings of the application as one value, read from and written to its settings file."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSettings

from app.desktop.look.theme import SYSTEM
from app.desktop.preferences.settings import USUAL_SIZE, read_digits, read_size, read_text
from app.wording.numbers import USUAL_DIGITS


class Preferences(NamedTuple):
    """What is set.

    language: a code, empty for the system's; size: of the type, in per cent; digits: decimal places
    of values and shares;
    marking: what new assessments are marked with, empty for the usual marking; organisation: who
    sends their briefs.
    """

    theme: str = SYSTEM
    language: str = ""
    size: int = USUAL_SIZE
    digits: int = USUAL_DIGITS
    author: str = ""
    organisation: str = ""
    marking: str = ""


def read_preferences(settings: QSettings, author: str) -> Preferences:
    """What is set; `author` stands in while no name is given."""
    return Preferences(
        theme=read_text(settings, "theme", SYSTEM),
        language=read_text(settings, "language", ""),
        size=read_size(settings),
        digits=read_digits(settings),
        author=read_text(settings, "author", author),
        organisation=read_text(settings, "organisation", ""),
        marking=read_text(settings, "marking", ""),
    )


def write_preferences(settings: QSettings, preferences: Preferences) -> None:
    """Keep what is set."""
    for name, value in preferences._asdict().items():
        settings.setValue(name, value)
