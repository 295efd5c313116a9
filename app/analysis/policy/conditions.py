"""What must hold for an option to work, and what of it does."""

from __future__ import annotations

from dataclasses import dataclass

from db.model import Assessment, Condition, Holds


@dataclass(frozen=True, slots=True)
class Case:
    """The conditions on which an option rests for one mechanism and aim (ids)."""

    option: str
    mechanism: str
    aim: str
    conditions: tuple[Condition, ...]

    def count(self, rating: Holds) -> int:
        """How many of the conditions have this rating."""
        return sum(1 for condition in self.conditions if condition.rating is rating)

    @property
    def failing(self) -> tuple[Condition, ...]:
        """The conditions that fail."""
        return tuple(c for c in self.conditions if c.rating is Holds.FAILS)


def cases_of_all(assessment: Assessment) -> tuple[Case, ...]:
    """The cases of every option that is not screened out, in the order of the options."""
    return tuple(
        case
        for option in assessment.options
        if not option.screened_out
        for case in find_cases(assessment, option.id)
    )


def find_cases(assessment: Assessment, option: str) -> tuple[Case, ...]:
    """An option's mechanisms with the conditions that apply to it.

    A condition applies when the option lists its mechanism with its aim and is not exempted.
    """
    exempt = {row.condition for row in assessment.condition_exemptions if row.option == option}
    return tuple(
        Case(
            option,
            link.mechanism,
            link.aim,
            tuple(
                row
                for row in assessment.conditions
                if (row.mechanism, row.aim) == (link.mechanism, link.aim) and row.id not in exempt
            ),
        )
        for link in assessment.option_mechanisms
        if link.option == option
    )
