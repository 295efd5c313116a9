"""The settings of the application as one value, read from and written to its settings file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSettings

from app.desktop.look.theme import SYSTEM
from app.desktop.preferences.settings import USUAL_SIZE, read_digits, read_size, read_text
from app.wording.numbers import USUAL_DIGITS

if TYPE_CHECKING:
    from db.model import Assessment

OWN = "own"
NAMED, UNNAMED, NOT_AT_ALL = "named", "unnamed", "off"


class Preferences(NamedTuple):
    """What is set.

    language: a code, empty for the system's; size: of the type, in per cent; digits: decimal places
    of values and shares;
    marking: what new assessments are marked with, empty for none; organisation: who
    sends their briefs; marking_scheme: whose marking that is, for words of our own; presence: how
    others hear that a file is open here; house_style: the file that says how briefs look, if any.
    """

    theme: str = SYSTEM
    language: str = ""
    size: int = USUAL_SIZE
    digits: int = USUAL_DIGITS
    author: str = ""
    organisation: str = ""
    marking: str = ""
    marking_scheme: str = ""
    presence: str = NAMED
    house_style: str = ""

    def marked(self, assessment: Assessment) -> Assessment:
        """A new assessment with the marking that is set, if it has none that somebody chose."""
        if not self.marking or assessment.decision.marking:
            return assessment
        from app.edits.decision import change_decision
        from db.model import MarkingScheme

        scheme = MarkingScheme.OWN if self.marking_scheme == OWN else MarkingScheme.TLP
        return change_decision(assessment, marking_scheme=scheme, marking=self.marking)


def read_preferences(settings: QSettings) -> Preferences:
    """What is set."""
    return Preferences(
        theme=read_text(settings, "theme", SYSTEM),
        language=read_text(settings, "language", ""),
        size=read_size(settings),
        digits=read_digits(settings),
        author=read_text(settings, "author", ""),
        organisation=read_text(settings, "organisation", ""),
        marking=read_text(settings, "marking", ""),
        marking_scheme=read_text(settings, "marking_scheme", ""),
        presence=read_text(settings, "presence", NAMED),
        house_style=read_text(settings, "house_style", ""),
    )


def name_for_others(settings: QSettings) -> str | None:
    """How others hear who has a file open: a name, "" for somebody, None for not at all."""
    told = read_text(settings, "presence", NAMED)
    if told == NOT_AT_ALL:
        return None
    return read_text(settings, "author", "") if told == NAMED else ""


def write_preferences(settings: QSettings, preferences: Preferences) -> None:
    """Keep what is set."""
    for name, value in preferences._asdict().items():
        settings.setValue(name, value)
