"""Edits of what 0 and 100 mean on a leaf, and of the described levels between them."""

import msgspec

from db.model import Assessment, Level, ScaleKind
from db.model.integrity import problems
from db.model.rows import put, swap, take
from db.model.tree import is_leaf

from . import records
from .refusal import EditRefused


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
    row = records.find(assessment, "criteria", criterion)
    if not is_leaf(assessment, criterion):
        raise EditRefused(
            "“{name}” is a branch; only the criteria at the ends of the tree have a scale.",
            name=row.name,
        )
    if kind is not ScaleKind.NUMERIC:
        unit, worst, best = "", 0.0, 100.0
    elif worst == best:
        raise EditRefused("Worst and best are the same. Give two different numbers.")
    new = records.tidied(
        "criteria",
        msgspec.structs.replace(row, scale=kind, unit=unit, worst=worst, best=best),
    )
    changed = msgspec.structs.replace(assessment, criteria=swap(assessment.criteria, new))
    return _whole(changed)


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
    records.find(assessment, "criteria", criterion)
    level = records.tidied("levels", Level(criterion=criterion, at=at, words=words, value=value))
    return _whole(msgspec.structs.replace(assessment, levels=put(assessment.levels, level)))


def remove_level(assessment: Assessment, criterion: str, at: float) -> Assessment:
    """Take a described level away."""
    return msgspec.structs.replace(assessment, levels=take(assessment.levels, (criterion, at)))


def _whole(assessment: Assessment) -> Assessment:
    problem = next(problems(assessment), None)
    if problem is not None:
        raise EditRefused("{problem} Nothing was changed.", problem=problem)
    return assessment
