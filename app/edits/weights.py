"""Edits of swing weights: raw numbers on leaves, of which only the ratios mean anything."""

import datetime
from collections.abc import Mapping
from typing import Any

import msgspec

from db.model import Assessment, Elicitation, Perspective, Weight
from db.model.tables import key_of
from db.model.tree import is_leaf, leaves

from . import perspectives, records
from .refusal import EditRefused

REFERENCE = 100.0
"""The largest number a swing is kept at; the change that matters most is usually given it."""

LARGEST = 1e12
"""Nobody means a swing so many times the reference; beyond it the others would vanish."""


def swings(assessment: Assessment, perspective: str) -> dict[str, float]:
    """The swing of each leaf as it was given, none above 100; one not yet weighted counts 0.

    Where nothing is weighted yet every swing is 0.
    """
    known = assessment.swing_by_key
    return _within_reference(
        {leaf.id: known.get((perspective, leaf.id), 0.0) for leaf in leaves(assessment)}
    )


def set_swing(assessment: Assessment, perspective: str, criterion: str, swing: float) -> Assessment:
    """Set one leaf's swing; the others keep their numbers.

    A swing above 100 becomes the new reference of 100: the others fall in proportion, so that
    every ratio is the one that was meant. Leaves that have no weight yet stay without one. What was
    found by asking is judged directly from then on. Raises `EditRefused` for a negative or infinite
    number.
    """
    current = _within_reference(
        {row.criterion: row.swing for row in assessment.weights if row.perspective == perspective}
    )
    if current.get(criterion) == swing:
        return assessment
    weighed = set_swings(assessment, perspective, {**current, criterion: swing})
    return _judged_directly(weighed, perspective)


def set_swings(assessment: Assessment, perspective: str, raw: Mapping[str, float]) -> Assessment:
    """Replace all swings of a perspective; if one is above 100 they fall until it is 100."""
    records.find(assessment, "perspectives", perspective)
    _refuse_branches(assessment, raw)
    for number in raw.values():
        _refuse_number(number)
    known = {row.criterion: row for row in assessment.weights if row.perspective == perspective}
    fresh = [
        msgspec.structs.replace(
            known.get(criterion) or Weight(perspective=perspective, criterion=criterion, swing=0.0),
            swing=number + 0.0,  # never a negative zero
        )
        for criterion, number in _within_reference(raw).items()
    ]
    others = [row for row in assessment.weights if row.perspective != perspective]
    weights = tuple(sorted((*others, *fresh), key=key_of))
    if weights == assessment.weights:
        return assessment
    return msgspec.structs.replace(assessment, weights=weights)


def set_equal(assessment: Assessment, perspective: str) -> Assessment:
    """Give every leaf the same swing, which is a direct judgement too."""
    same = {leaf.id: REFERENCE for leaf in leaves(assessment)}
    weighed = set_swings(assessment, perspective, same)
    return weighed if weighed is assessment else _judged_directly(weighed, perspective)


def change_elicitation(
    assessment: Assessment, perspective: str, elicitation: Elicitation, **fields: Any
) -> Assessment:
    """Say how a perspective's weights were obtained, when, and why they are what they are.

    The day on which they were found by asking goes when another way is stated without a day.
    """
    if elicitation is not records.find(assessment, "perspectives", perspective).elicitation:
        fields = {"elicited_on": None, **fields}
    return perspectives.change_perspective(
        assessment, perspective, elicitation=elicitation, **fields
    )


def adopt_elicited(
    assessment: Assessment,
    perspective: str,
    raw: Mapping[str, float],
    elicitation: Elicitation,
    summary: str,
    day: datetime.date,
) -> Assessment:
    """Take over weights that were found by asking, how and when, and what was answered.

    Shares and points of any scale become swings, the largest being 100. The summary of the answers
    is put below the reason that is there; it is empty where the weights themselves tell what was
    answered. Raises `EditRefused` as `set_swings`, and when the reason becomes too long.
    """
    weighed = set_swings(assessment, perspective, beside_reference(raw))
    before = weighed.perspective_by_id[perspective].reason
    reason = "\n\n".join(part for part in (before, summary) if part)
    return change_elicitation(weighed, perspective, elicitation, elicited_on=day, reason=reason)


def changed_by_hand(perspective: Perspective) -> bool:
    """Whether weights that were found by asking have been changed by hand since.

    No way of asking gives weights that are judged directly, so that the day is one of an asking.
    """
    direct = perspective.elicitation is Elicitation.DIRECT
    return direct and perspective.elicited_on is not None


def beside_reference(raw: Mapping[str, float]) -> dict[str, float]:
    """Numbers of any scale as swings beside the largest of them, which is 100."""
    largest = max(raw.values(), default=0.0)
    if largest in (0.0, REFERENCE):
        return dict(raw)
    # Divided first, so that the largest comes out as exactly 100.
    return {criterion: number / largest * REFERENCE for criterion, number in raw.items()}


def _judged_directly(assessment: Assessment, perspective: str) -> Assessment:
    """Let weights typed by hand not pass for found by asking; the day of the asking is kept.

    What an officer says of weights that were found elsewhere (without a day) is left alone, other
    than swings, which is said of every new perspective; so is what is assumed of an actor.
    """
    row = assessment.perspective_by_id[perspective]
    asked = row.elicitation is Elicitation.SWING or row.elicited_on is not None
    if row.elicitation is Elicitation.ASSUMED or not asked:
        return assessment
    return perspectives.change_perspective(assessment, perspective, elicitation=Elicitation.DIRECT)


def _within_reference(raw: Mapping[str, float]) -> dict[str, float]:
    return dict(raw) if max(raw.values(), default=0.0) <= REFERENCE else beside_reference(raw)


def _refuse_branches(assessment: Assessment, raw: Mapping[str, float]) -> None:
    for criterion in raw:
        row = records.find(assessment, "criteria", criterion)
        if not is_leaf(assessment, criterion):
            raise EditRefused("“{name}” is a branch; weigh the criteria below it.", name=row.name)


def _refuse_number(number: float) -> None:
    if not 0.0 <= number <= LARGEST:
        raise EditRefused(
            "{number:.10g} cannot be a swing weight. Give a number from 0 to {largest:,.0f}; "
            "the most important swing is usually 100.",
            number=number,
            largest=LARGEST,
        )
