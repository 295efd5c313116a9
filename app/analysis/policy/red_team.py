"""What is still to be written against the advice before a brief can be final."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from db.model import Assessment


class Lack(enum.Enum):
    """What is missing for a brief to be final."""

    CASE_AGAINST = enum.auto()
    """Nobody has put the strongest case against the leading option."""
    PRE_MORTEM = enum.auto()
    """Nobody has told how it might come to fail."""
    SILENT_DISSENT = enum.auto()
    """Somebody is named as dissenting, without a word of theirs; the brief may still be final."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing; about: the id of the dissent, where it is one."""

    lack: Lack
    about: str | None = None

    @property
    def blocks(self) -> bool:
        """Whether the brief cannot be final without it."""
        return self.lack is not Lack.SILENT_DISSENT


def ready_to_be_final(assessment: Assessment) -> tuple[Missing, ...]:
    """What the red team still owes; empty when nothing is missing."""
    decision = assessment.decision
    found = []
    if not decision.strongest_case_against:
        found.append(Missing(Lack.CASE_AGAINST))
    if not decision.pre_mortem:
        found.append(Missing(Lack.PRE_MORTEM))
    found += [Missing(Lack.SILENT_DISSENT, row.id) for row in assessment.dissents if not row.text]
    return tuple(found)
