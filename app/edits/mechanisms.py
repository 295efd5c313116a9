"""Edits of how options are meant to work, and of what must hold for that."""

from typing import Any

from db.model import Assessment, Condition, ConditionExemption, Mechanism, OptionMechanism

from . import records, relations, texts
from .refusal import EditRefused


def add_mechanism(assessment: Assessment, key: str, name: str, at: int | None = None) -> Assessment:
    """Name a way in which options work."""
    return records.add(assessment, "mechanisms", Mechanism(id=key, name=texts.name(name)), at)


def rely_on(assessment: Assessment, option: str, mechanism: str, aim: str) -> Assessment:
    """Say that an option is meant to work through a mechanism, towards a criterion."""
    row = OptionMechanism(option=option, mechanism=mechanism, aim=aim)
    return relations.state(assessment, "option_mechanisms", row)


def stop_relying_on(assessment: Assessment, option: str, mechanism: str, aim: str) -> Assessment:
    """Say that an option does not work that way after all; its conditions are kept."""
    return relations.withdraw(assessment, "option_mechanisms", (option, mechanism, aim))


def add_condition(
    assessment: Assessment, key: str, name: str, mechanism: str, aim: str
) -> Assessment:
    """Add something that must hold for a mechanism to reach its aim."""
    row = Condition(id=key, name=texts.name(name), mechanism=mechanism, aim=aim)
    return records.add(assessment, "conditions", row)


def exempt(assessment: Assessment, option: str, condition: str, reason: str = "") -> Assessment:
    """Say that a condition of its mechanism does not apply to one option.

    Raises `EditRefused` when it does not apply anyway, since the option works in other ways.
    """
    row = records.find(assessment, "conditions", condition)
    works = ((x.option, x.mechanism, x.aim) for x in assessment.option_mechanisms)
    if (option, row.mechanism, row.aim) not in works:
        raise EditRefused(
            "“{name}” belongs to a mechanism that the option does not use, so it does not apply "
            "to it anyway.",
            name=row.name,
        )
    return relations.state(
        assessment,
        "condition_exemptions",
        ConditionExemption(option=option, condition=condition, reason=reason),
    )


def stop_exempting(assessment: Assessment, option: str, condition: str) -> Assessment:
    """Let a condition apply to an option again."""
    return relations.withdraw(assessment, "condition_exemptions", (option, condition))


def change_condition(assessment: Assessment, condition: str, **fields: Any) -> Assessment:
    """Give fields of a condition new values."""
    return records.change(assessment, "conditions", condition, **fields)
