"""What was chosen about options that cross a red line: kept on what ground, or nothing yet."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from app.analysis.policy.red_lines import Breach, Finding, find_base_breaches
from db.model import Assessment, Ground, RedLineWaiver


class Choice(enum.Enum):
    """What was chosen about an option at the red lines that it crosses, the gravest first."""

    OPEN = "open"
    """Nothing: the option is in the ranking, and nobody has said why."""
    COMPARISON = "comparison"
    """It stays to be compared with, and is not to be advised."""
    WAIVED = "waived"


CROSSING = frozenset({Breach.CROSSES, Breach.CROSSES_MAY_NOT})
_REACHING = CROSSING | {Breach.MAY_CROSS}


def waiver_of(assessment: Assessment, red_line: str, option: str) -> RedLineWaiver | None:
    """The choice that was made about an option at a red line; None where none was."""
    return next(
        (
            row
            for row in assessment.red_line_waivers
            if (row.red_line, row.option) == (red_line, option)
        ),
        None,
    )


def choice_at(assessment: Assessment, red_line: str, option: str) -> Choice:
    """What was chosen about an option at one red line.

    A waiver of a line that nobody may waive, or that nobody is named for, counts for nothing.
    """
    row = waiver_of(assessment, red_line, option)
    if row is None:
        return Choice.OPEN
    if row.ground is Ground.COMPARISON:
        return Choice.COMPARISON
    line = next(line for line in assessment.red_lines if line.id == red_line)
    return Choice.WAIVED if line.waivable_by and row.decided_by else Choice.OPEN


def choice_about(assessment: Assessment, findings: Iterable[Finding]) -> Choice | None:
    """The gravest choice about some breaches of one option; None where there is no breach."""
    chosen = {
        choice_at(assessment, row.red_line, row.option)
        for row in findings
        if row.breach in _REACHING
    }
    return next((choice for choice in Choice if choice in chosen), None)


def unwaived(assessment: Assessment, option: str) -> tuple[Finding, ...]:
    """The red lines that an option crosses in the present case with nobody having waived them."""
    return tuple(
        row
        for row in find_base_breaches(assessment, option)
        if row.breach in CROSSING
        and choice_at(assessment, row.red_line, option) is not Choice.WAIVED
    )


def undecided(assessment: Assessment, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The crossings of the present case about which nothing was chosen yet."""
    return tuple(
        row
        for row in findings
        if row.scenario is None
        and row.breach in CROSSING
        and choice_at(assessment, row.red_line, row.option) is Choice.OPEN
    )
