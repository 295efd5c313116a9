"""The settings of the application as one value, read from and written to its settings file."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSettings

from app.desktop.settings import read_text
from app.desktop.theme import SYSTEM, USUAL_SIZE

SIZES = (90, 100, 110, 125, 150, 175, 200)
"""Sizes of the type, in per cent of the usual one."""


class Preferences(NamedTuple):
    """language: a code, empty for the system's; size: of the type, in per cent.

    marking: what new assessments are marked with, empty for the usual marking; organisation: who
    sends their briefs.
    """

    theme: str = SYSTEM
    language: str = ""
    size: int = USUAL_SIZE
    author: str = ""
    organisation: str = ""
    marking: str = ""


def read_preferences(settings: QSettings, author: str) -> Preferences:
    """What is set; `author` stands in while no name is given."""
    return Preferences(
        theme=read_text(settings, "theme", SYSTEM),
        language=read_text(settings, "language", ""),
        size=read_size(settings),
        author=read_text(settings, "author", author),
        organisation=read_text(settings, "organisation", ""),
        marking=read_text(settings, "marking", ""),
    )


def write_preferences(settings: QSettings, preferences: Preferences) -> None:
    """Keep what is set."""
    for name, value in preferences._asdict().items():
        settings.setValue(name, value)


def read_size(settings: QSettings) -> int:
    """The size of the type in per cent; the usual one where nothing sensible is set."""
    stated = read_text(settings, "size", str(USUAL_SIZE))
    number = int(stated) if stated.isdecimal() else USUAL_SIZE
    return number if number in SIZES else USUAL_SIZE
