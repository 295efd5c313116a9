"""The mark that an option carries wherever it is named, when it does not keep every red line."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

from app.wording.language import is_right_to_left, language

if TYPE_CHECKING:
    from app.analysis.policy.red_lines import Breach, Finding
    from db.model import Assessment


class Sign(enum.Enum):
    """How an option stands to the red lines, the gravest first; each has a sign of its own."""

    CROSSES = "⚑"
    MAY_CROSS = "⚐"
    """Its range reaches across, or it crosses in a scenario alone."""
    UNJUDGED = "?"
    """Nobody has said yet."""

    @property
    def shown(self) -> str:
        """The sign as the language of the window writes it: Arabic turns its question marks."""
        turned = self is Sign.UNJUDGED and is_right_to_left(language())
        return "؟" if turned else self.value


class Flag(NamedTuple):
    """The sign that stands beside an option, and what it says."""

    sign: Sign
    words: str

    def __str__(self) -> str:
        return f"{self.sign.shown} {self.words}"


def flags_of(assessment: Assessment) -> dict[str, Flag]:
    """The options that do not clearly keep every red line, with the flags to mark them by.

    Empty while there are no red lines, without looking any further.
    """
    if not assessment.red_lines:
        return {}
    from app.analysis.policy.red_lines import find_breaches, tried
    from app.wording.red_lines import flag

    findings = tried(assessment, find_breaches(assessment))
    flags = {}
    for row in assessment.options:
        own = [finding for finding in findings if finding.option == row.id]
        words = flag(assessment, own, row.id)
        if words and not row.screened_out:
            flags[row.id] = Flag(_gravest(own), words)
    return flags


def sign_of(breach: Breach) -> Sign | None:
    """The sign of how an option stands to one red line; None where it keeps it."""
    from app.analysis.policy.red_lines import Breach

    return {
        Breach.CROSSES: Sign.CROSSES,
        Breach.CROSSES_MAY_NOT: Sign.CROSSES,
        Breach.MAY_CROSS: Sign.MAY_CROSS,
        Breach.UNKNOWN: Sign.UNJUDGED,
        Breach.CLEAR: None,
    }[breach]


def _gravest(findings: list[Finding]) -> Sign:
    """The sign of what is gravest in the present case; what only a scenario brings may happen."""
    present = {sign_of(finding.breach) for finding in findings if finding.scenario is None}
    return next((sign for sign in Sign if sign in present), Sign.MAY_CROSS)
