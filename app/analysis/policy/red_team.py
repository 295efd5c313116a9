"""What is still to be written against the advice before a brief can be final."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from app.analysis.outcome import find_outcome
from app.analysis.policy.waivers import unwaived
from db.model import Assessment


class Lack(enum.Enum):
    """What is missing for a brief to be final."""

    CASE_AGAINST = enum.auto()
    """Nobody has put the strongest case against the leading option."""
    PRE_MORTEM = enum.auto()
    """Nobody has told how it might come to fail."""
    SILENT_DISSENT = enum.auto()
    """Somebody is named as dissenting, without a word of theirs; the brief may still be final."""
    CROSSING = enum.auto()
    """The option advised crosses a red line that nobody has waived for it."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing.

    about: the id of the dissent or of the red line that it is about; option: the one advised,
    where it crosses that line.
    """

    lack: Lack
    about: str | None = None
    option: str | None = None

    @property
    def blocks(self) -> bool:
        """Whether the brief cannot be final without it."""
        return self.lack is not Lack.SILENT_DISSENT


def ready_to_be_final(assessment: Assessment) -> tuple[Missing, ...]:
    """What is still owed before the brief can be final; empty when nothing is missing."""
    decision = assessment.decision
    found = []
    if not decision.strongest_case_against:
        found.append(Missing(Lack.CASE_AGAINST))
    if not decision.pre_mortem:
        found.append(Missing(Lack.PRE_MORTEM))
    found += [Missing(Lack.SILENT_DISSENT, row.id) for row in assessment.dissents if not row.text]
    advised = advised_option(assessment) if assessment.red_lines else None
    if advised is not None:
        crossed = unwaived(assessment, advised)
        found += [Missing(Lack.CROSSING, row.red_line, advised) for row in crossed]
    return tuple(found)


def advised_option(assessment: Assessment) -> str | None:
    """The option that the brief advises: the officer's choice, or the one that leads alone."""
    if assessment.brief.recommended is not None:
        return assessment.brief.recommended
    outcome = find_outcome(assessment)
    if outcome is None or len(outcome.leaders) != 1:
        return None
    return outcome.leaders[0]
