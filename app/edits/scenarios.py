"""Edits of named futures, of what they change, and of the assumptions that they break."""

from db.model import (
    Assessment,
    AssumptionBreak,
    ChangeKind,
    Criterion,
    OptionAssumption,
    ScaleKind,
    Scenario,
    ScoreChange,
)
from db.model.tree import is_leaf

from . import records, relations, texts
from .refusal import EditRefused


def add_scenario(assessment: Assessment, key: str, name: str, at: int | None = None) -> Assessment:
    """Add a future in which no score is changed yet."""
    return records.add(assessment, "scenarios", Scenario(id=key, name=texts.name(name)), at)


def set_change(
    assessment: Assessment,
    scenario: str,
    option: str,
    criterion: str,
    kind: ChangeKind,
    amount: float,
) -> Assessment:
    """Say what a scenario does to a score: set it to, or change it by, an amount.

    The reason that stood there stays. Raises `EditRefused` for a branch, and for a number that the
    criterion's scale cannot hold.
    """
    leaf = records.find(assessment, "criteria", criterion)
    if not is_leaf(assessment, criterion):
        raise EditRefused("“{name}” is a branch; change the criteria below it.", name=leaf.name)
    _refuse_amount(leaf, kind, amount)
    key = (scenario, option, criterion)
    old = relations.look_up(assessment, "score_changes", key)
    row = ScoreChange(
        scenario=scenario,
        option=option,
        criterion=criterion,
        kind=kind,
        amount=amount,
        reason="" if old is None else old.reason,
    )
    return relations.state(assessment, "score_changes", row)


def explain_change(
    assessment: Assessment, scenario: str, option: str, criterion: str, reason: str
) -> Assessment:
    """Say why a scenario changes a score."""
    old = relations.look_up(assessment, "score_changes", (scenario, option, criterion))
    if old is None:
        raise EditRefused("This item is no longer there. It may have been removed meanwhile.")
    row = ScoreChange(
        scenario=scenario,
        option=option,
        criterion=criterion,
        kind=old.kind,
        amount=old.amount,
        reason=reason,
    )
    return relations.state(assessment, "score_changes", row)


def clear_change(assessment: Assessment, scenario: str, option: str, criterion: str) -> Assessment:
    """Let a score be in a scenario what it is in the base."""
    return relations.withdraw(assessment, "score_changes", (scenario, option, criterion))


def rest_on(assessment: Assessment, option: str, assumption: str) -> Assessment:
    """Say that an option rests on an assumption."""
    row = OptionAssumption(option=option, assumption=assumption)
    return relations.state(assessment, "option_assumptions", row)


def stop_resting_on(assessment: Assessment, option: str, assumption: str) -> Assessment:
    """Say that an option does not rest on an assumption after all."""
    return relations.withdraw(assessment, "option_assumptions", (option, assumption))


def break_assumption(
    assessment: Assessment, scenario: str, assumption: str, reason: str = ""
) -> Assessment:
    """Say that an assumption does not hold in a scenario."""
    row = AssumptionBreak(scenario=scenario, assumption=assumption, reason=reason)
    return relations.state(assessment, "assumption_breaks", row)


def keep_assumption(assessment: Assessment, scenario: str, assumption: str) -> Assessment:
    """Say that an assumption holds in a scenario after all."""
    return relations.withdraw(assessment, "assumption_breaks", (scenario, assumption))


def _refuse_amount(leaf: Criterion, kind: ChangeKind, amount: float) -> None:
    """Raise `EditRefused` unless a score on this scale can be set to, or moved by, the amount."""
    if leaf.scale is ScaleKind.NUMERIC:
        return  # bounded like any other number
    bottom = 0.0 if kind is ChangeKind.SET else -100.0
    if not bottom <= amount <= 100.0:
        raise EditRefused(
            "{number:.10g} is not possible on “{name}”. Give a number from {bottom:g} to 100.",
            number=amount,
            name=leaf.name,
            bottom=bottom,
        )
