"""Edits of what 0 and 100 mean on a leaf, and of the described levels between them."""

import msgspec

from db.model import Assessment, Criterion, Level, ScaleKind
from db.model.integrity import problems
from db.model.rows import put, swap, take
from db.model.tree import is_leaf

from . import records
from .refusal import EditRefused
from .room import with_room


def set_scale(
    assessment: Assessment,
    criterion: str,
    kind: ScaleKind,
    unit: str = "",
    worst: float = 0.0,
    best: float = 100.0,
) -> Assessment:
    """Say how a leaf is scored.

    A direct or constructed scale always runs from 0 to 100. Levels that no longer lie on the
    scale are refused, as are scores that would lie outside it: nothing is lost silently.
    """
    row = _find_leaf(assessment, criterion)
    if kind is not ScaleKind.NUMERIC:
        unit, worst, best = "", 0.0, 100.0
    elif worst == best:
        raise EditRefused("Worst and best are the same. Give two different numbers.")
    new = records.tidied(
        assessment,
        "criteria",
        msgspec.structs.replace(row, scale=kind, unit=unit, worst=worst, best=best),
    )
    if new == row:
        return assessment
    return _whole(msgspec.structs.replace(assessment, criteria=swap(assessment.criteria, new)))


def set_level(
    assessment: Assessment,
    criterion: str,
    at: float,
    words: str,
    value: float | None = None,
) -> Assessment:
    """Describe the number `at` on a leaf's scale; `value` (0–100) bends the value function.

    Raises `EditRefused` when the level lies outside the scale or the value function would turn.
    """
    _find_leaf(assessment, criterion)
    level = records.tidied(
        assessment, "levels", Level(criterion=criterion, at=at, words=words, value=value)
    )
    levels = put(assessment.levels, level)
    if levels is assessment.levels:
        return assessment
    return with_room(_whole(msgspec.structs.replace(assessment, levels=levels)), "levels")


def remove_level(assessment: Assessment, criterion: str, at: float) -> Assessment:
    """Take a described level away."""
    levels = take(assessment.levels, (criterion, at))
    if levels is assessment.levels:
        return assessment
    return msgspec.structs.replace(assessment, levels=levels)


def _find_leaf(assessment: Assessment, criterion: str) -> Criterion:
    row: Criterion = records.find(assessment, "criteria", criterion)
    if not is_leaf(assessment, criterion):
        raise EditRefused(
            "“{name}” is a branch; only the criteria at the ends of the tree have a scale.",
            name=row.name,
        )
    return row


def _whole(assessment: Assessment) -> Assessment:
    problem = next(problems(assessment), None)
    if problem is not None:
        raise EditRefused("{problem} Nothing was changed.", problem=problem)
    return assessment
