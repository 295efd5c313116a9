"""Edits of weights: raw swings on leaves, of which only the ratios mean anything."""

import math
from collections.abc import Mapping
from typing import Any

import msgspec

from db.model import Assessment, Elicitation, Weight
from db.model.rows import canonical
from db.model.tree import leaves

from . import records
from .refusal import EditRefused

REFERENCE = 100.0
"""The swing of the leaf that matters most, to which the others are compared."""


def swings(assessment: Assessment, perspective: str) -> dict[str, float]:
    """The swing of each leaf, the largest being 100; a leaf not yet weighted counts 0.

    Where nothing is weighted yet every swing is 0.
    """
    known = assessment.swing_by_key
    raw = {leaf.id: known.get((perspective, leaf.id), 0.0) for leaf in leaves(assessment)}
    return _rescaled(raw)


def set_swing(assessment: Assessment, perspective: str, criterion: str, swing: float) -> Assessment:
    """Set one leaf's swing, relative to the largest, which is 100.

    A swing above 100 becomes the new reference: the others fall in proportion, so that every
    other ratio stays as it was. Raises `EditRefused` for a negative or infinite number.
    """
    current = swings(assessment, perspective)
    if criterion not in current:
        row = records.find(assessment, "criteria", criterion)
        raise EditRefused("“{name}” is a branch; weigh the criteria below it.", name=row.name)
    return set_swings(assessment, perspective, {**current, criterion: swing})


def set_swings(assessment: Assessment, perspective: str, raw: Mapping[str, float]) -> Assessment:
    """Replace all swings of a perspective; they are kept with the largest as 100."""
    records.find(assessment, "perspectives", perspective)
    for number in raw.values():
        if not math.isfinite(number) or number < 0 or number > 1e12:
            raise EditRefused(
                "{number:g} cannot be a swing weight. Give a number from 0 upwards; the most "
                "important swing is 100.",
                number=number,
            )
    known = {row.criterion: row for row in assessment.weights if row.perspective == perspective}
    fresh = [
        msgspec.structs.replace(
            known.get(criterion) or Weight(perspective=perspective, criterion=criterion, swing=0.0),
            swing=number,
        )
        for criterion, number in _rescaled(raw).items()
    ]
    others = [row for row in assessment.weights if row.perspective != perspective]
    result = canonical(msgspec.structs.replace(assessment, weights=(*others, *fresh)))
    return assessment if result == assessment else result


def set_equal(assessment: Assessment, perspective: str) -> Assessment:
    """Give every leaf the same swing."""
    return set_swings(assessment, perspective, {leaf.id: REFERENCE for leaf in leaves(assessment)})


def change_elicitation(
    assessment: Assessment, perspective: str, elicitation: Elicitation, **fields: Any
) -> Assessment:
    """Say how a perspective's weights were obtained, when, and why they are what they are."""
    return records.change(
        assessment, "perspectives", perspective, elicitation=elicitation, **fields
    )


def _rescaled(raw: Mapping[str, float]) -> dict[str, float]:
    largest = max(raw.values(), default=0.0)
    if largest in (0.0, REFERENCE):
        return dict(raw)
    return {criterion: number * REFERENCE / largest for criterion, number in raw.items()}
