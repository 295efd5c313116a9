"""Scores that are high although nothing in the option is meant to make them so."""

from __future__ import annotations

from dataclasses import dataclass

from app.analysis.outcome import Outcome

HIGH = 75.0
"""From here on a value counts as high: the last described level before the best."""


@dataclass(frozen=True, slots=True)
class Unreached:
    """A high value (0-100) of an option on a criterion at which no mechanism of it aims."""

    option: str
    criterion: str
    value: float


def find_unreached(outcome: Outcome) -> tuple[Unreached, ...]:
    """High values that no mechanism of the option explains.

    Asked only of options that name a mechanism, and of criteria at which some option's mechanism
    aims: others, such as feasibility, are not brought about by a mechanism.
    """
    links = outcome.assessment.option_mechanisms
    aims = {(row.option, row.aim) for row in links}
    explained = {row.option for row in links}
    aimed_at = {row.aim for row in links}
    problem = outcome.problem
    return tuple(
        Unreached(option, leaf, float(problem.likely[i, j]))
        for i, option in enumerate(problem.options)
        for j, leaf in enumerate(problem.criteria)
        if option in explained
        and leaf in aimed_at
        and (option, leaf) not in aims
        and problem.likely[i, j] >= HIGH
    )
