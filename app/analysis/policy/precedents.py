"""How the conditions of a mechanism stood in past cases, beside how they stand here."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from app.analysis.policy.conditions import Case
from db.model import Assessment, Condition, Holds, Precedent, PrecedentCondition


class Standing(enum.Enum):
    """How a condition stands here, held against a past case."""

    BETTER = "better"
    ALIKE = "alike"
    WORSE = "worse"
    UNTOLD = "untold"
    """It is unknown here, or unknown or not stated there."""


@dataclass(frozen=True, slots=True)
class Before:
    """One condition as it is rated here, and what is stated of it in every past case.

    cases: each past case of the mechanism with its rating; None where nothing is stated.
    """

    condition: Condition
    cases: tuple[tuple[Precedent, PrecedentCondition | None], ...]

    def count(self, rating: Holds) -> int:
        """In how many past cases the condition has this rating."""
        return sum(1 for _, row in self.cases if row is not None and row.rating is rating)

    @property
    def stated(self) -> int:
        """Of how many past cases anything is stated about the condition."""
        return sum(1 for _, row in self.cases if row is not None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The conditions of one option's mechanism held against the past cases of that mechanism."""

    option: str
    mechanism: str
    aim: str
    precedents: tuple[Precedent, ...]
    conditions: tuple[Before, ...]

    @property
    def stated(self) -> bool:
        """Whether anything is stated of any condition in any of the past cases."""
        return any(row.stated for row in self.conditions)


_STRENGTH = {Holds.FAILS: 0, Holds.PARTLY: 1, Holds.HOLDS: 2}


def stand_against(condition: Condition, there: PrecedentCondition | None) -> Standing:
    """Whether a condition holds better or worse here than it did in a past case."""
    here = _STRENGTH.get(condition.rating)
    before = None if there is None else _STRENGTH.get(there.rating)
    if here is None or before is None:
        return Standing.UNTOLD
    if here == before:
        return Standing.ALIKE
    return Standing.BETTER if here > before else Standing.WORSE


def compare_cases(assessment: Assessment, cases: Iterable[Case]) -> tuple[Comparison, ...]:
    """Every option's conditions beside the past cases of the same mechanism.

    Cases without conditions, and mechanisms without a past case, compare nothing. What is stated
    of a past case about the condition of a mechanism that it did not try does not count.
    """
    past: dict[str, list[Precedent]] = {}
    for row in assessment.precedents:
        if row.mechanism is not None:
            past.setdefault(row.mechanism, []).append(row)
    stated = {(row.precedent, row.condition): row for row in assessment.precedent_conditions}
    return tuple(
        Comparison(
            case.option,
            case.mechanism,
            case.aim,
            tuple(past[case.mechanism]),
            tuple(
                Before(
                    condition,
                    tuple(
                        (row, stated.get((row.id, condition.id))) for row in past[case.mechanism]
                    ),
                )
                for condition in case.conditions
            ),
        )
        for case in cases
        if case.conditions and case.mechanism in past
    )
