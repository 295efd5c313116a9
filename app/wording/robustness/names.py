"""What options, criteria, scores and shares are called in these sentences."""

import math

from app.analysis.natural_scores import score_of
from app.analysis.outcome import Outcome
from app.wording.language import _
from app.wording.numbers import percent, points
from db.model import Criterion, ScaleKind

SAYABLE = 0.0005
"""Shares nearer than this to none or all cannot be told from them with one decimal."""


def option_name(outcome: Outcome, index: int) -> str:
    """The name of the option with this index in the problem."""
    return outcome.assessment.option_by_id[outcome.problem.options[index]].name


def criterion_name(outcome: Outcome, index: int) -> str:
    """The name of the leaf with this index in the problem."""
    return leaf_of(outcome, index).name


def cell_name(outcome: Outcome, option: int, criterion: int) -> str:
    """One score: “option on criterion”."""
    return _("{option} on {criterion}").format(
        option=option_name(outcome, option), criterion=criterion_name(outcome, criterion)
    )


def leaf_of(outcome: Outcome, index: int) -> Criterion:
    """The leaf with this index in the problem."""
    return outcome.assessment.criterion_by_id[outcome.problem.criteria[index]]


def leader_of(outcome: Outcome) -> int:
    """The index of the option in first place."""
    return outcome.problem.options.index(outcome.ranked[0])


def score_text(outcome: Outcome, criterion: int, value: float, decimals: int = 1) -> str:
    """A value of 0 to 100 as a score on the criterion's own scale, with its unit.

    decimals: as many as a scale of 0 to 100 would have; wider scales have fewer, narrower more.
    """
    leaf = leaf_of(outcome, criterion)
    if leaf.scale is not ScaleKind.NUMERIC:
        return points(value, decimals)
    span = abs(leaf.best - leaf.worst)
    digits = min(9, max(0, decimals + 2 - math.floor(math.log10(span)))) if span else decimals
    return f"{points(score_of(outcome.assessment, leaf, value), digits)} {leaf.unit}".strip()


def part(share: float, error: float = 0.0) -> str:
    """How much of everything that was drawn: “61.2% (± 0.2)”.

    “100%” and “0%” are said of all and none alone, which fit into any sentence of any language.
    """
    if share <= 0.0 or share >= 1.0:
        return percent(float(share >= 1.0), 0)
    if share < SAYABLE:
        return _("fewer than {share}").format(share=percent(0.001))
    if share > 1.0 - SAYABLE:
        return _("more than {share}").format(share=percent(0.999))
    if not error:
        return percent(share)
    least = max(error * 100, 0.1)
    return _("{share} (±\u00a0{error})").format(share=percent(share), error=points(least))


def small_points(number: float) -> str:
    """A positive number of points, also where it is too small to be shown: “less than 0.1”."""
    if points(number) == points(0.0):
        return _("less than {points}").format(points=points(0.1))
    return points(number)
