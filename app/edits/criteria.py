"""Edits of the value tree.

Judgements stand on leaves. When a leaf becomes a branch, what was judged on it passes to the
first criterion below it; when criteria are removed, what was judged on them goes with them and
the weights of the others stay what they were.
"""

from typing import Any

import msgspec

from db.model import Assessment, Criterion, ScaleKind
from db.model.rows import canonical, without
from db.model.tree import is_leaf, walk

from . import records, texts
from .refusal import EditRefused
from .room import with_room

_JUDGED_ON_LEAVES = (
    "levels",
    "weights",
    "scores",
    "score_evidence",
    "score_changes",
    "red_lines",
)


def add_criterion(
    assessment: Assessment, key: str, name: str, parent: str | None = None, at: int | None = None
) -> Assessment:
    """Add a criterion below `parent` (None: at the top), at a place among its siblings."""
    row = Criterion(id=key, name=texts.name(name), parent=parent)
    splits = parent is not None and is_leaf(assessment, parent)
    if splits and parent is not None:
        scale = records.find(assessment, "criteria", parent)
        row = msgspec.structs.replace(
            row, scale=scale.scale, unit=scale.unit, worst=scale.worst, best=scale.best
        )
    place = _place(assessment.criteria, parent, at)
    result = records.add(assessment, "criteria", row, place)
    return _passed_on(result, parent, key) if splits and parent is not None else result


def rename_criterion(assessment: Assessment, criterion: str, name: str) -> Assessment:
    """Give a criterion another name."""
    return records.change(assessment, "criteria", criterion, name=texts.name(name))


def change_criterion(assessment: Assessment, criterion: str, **fields: Any) -> Assessment:
    """Give a criterion's name, code or description new values.

    Its place in the tree is changed by `move_criterion`, its scale by `scales.set_scale`.
    """
    if not fields.keys() <= {"name", "code", "description"}:
        raise TypeError("Only a criterion's name, code and description are changed here.")
    return records.change(assessment, "criteria", criterion, **fields)


def move_criterion(
    assessment: Assessment, criterion: str, parent: str | None, at: int | None = None
) -> Assessment:
    """Put a criterion, with all below it, under another branch or at another place.

    Judgements on the leaves that move are kept. Raises `EditRefused` when the new parent lies
    below the criterion, has a child of that name, or is itself judged.
    """
    row = records.find(assessment, "criteria", criterion)
    moved = msgspec.structs.replace(row, parent=parent)
    if parent is not None:
        _refuse_circle(assessment, row, parent)
    if parent is not None and parent != row.parent and is_leaf(assessment, parent):
        _refuse_judged(assessment, parent)
    if parent != row.parent:
        records.refuse_taken_name(assessment, "criteria", moved)
    rest = tuple(other for other in assessment.criteria if other.id != criterion)
    place = _place(rest, parent, at)
    criteria = (*rest[:place], moved, *rest[place:])
    result = with_room(msgspec.structs.replace(assessment, criteria=criteria), "criteria")
    # The list of all criteria may differ where the tree does not.
    return assessment if list(walk(result)) == list(walk(assessment)) else result


def remove_criterion(assessment: Assessment, criterion: str) -> Assessment:
    """Remove a criterion with all below it and everything judged on them."""
    records.find(assessment, "criteria", criterion)
    below = [row.id for _, row in walk(assessment, criterion)]
    return without(assessment, "criteria", [criterion, *below])


def _place(criteria: tuple[Criterion, ...], parent: str | None, at: int | None) -> int:
    """Where in the list of all criteria the `at`-th child of a parent stands."""
    siblings = [i for i, row in enumerate(criteria) if row.parent == parent]
    if at is not None and max(at, 0) < len(siblings):
        return siblings[max(at, 0)]
    return siblings[-1] + 1 if siblings else len(criteria)


def _passed_on(assessment: Assessment, old: str, new: str) -> Assessment:
    """The assessment with all that was judged on one leaf now standing on another."""
    changes: dict[str, Any] = {
        table: tuple(_redirected(row, old, new) for row in getattr(assessment, table))
        for table in _JUDGED_ON_LEAVES
        if any(row.criterion == old for row in getattr(assessment, table))
    }
    if assessment.decision.cohesion == old:
        changes["decision"] = msgspec.structs.replace(assessment.decision, cohesion=new)
    changes["criteria"] = tuple(
        msgspec.structs.replace(row, scale=ScaleKind.DIRECT, unit="", worst=0.0, best=100.0)
        if row.id == old
        else row
        for row in assessment.criteria
    )
    return canonical(msgspec.structs.replace(assessment, **changes))


def _redirected(row: Any, old: str, new: str) -> Any:
    return msgspec.structs.replace(row, criterion=new) if row.criterion == old else row


def _refuse_circle(assessment: Assessment, row: Criterion, parent: str) -> None:
    records.find(assessment, "criteria", parent)
    if parent == row.id or any(below.id == parent for _, below in walk(assessment, row.id)):
        raise EditRefused(
            "“{name}” cannot be put below itself. Choose a branch outside it.", name=row.name
        )


def _refuse_judged(assessment: Assessment, leaf: str) -> None:
    row = assessment.criterion_by_id[leaf]
    judged = any(
        judgement.criterion == leaf
        for table in _JUDGED_ON_LEAVES
        for judgement in getattr(assessment, table)
    )
    if judged or row.scale is not ScaleKind.DIRECT:
        raise EditRefused(
            "“{name}” has a scale or judgements of its own, so nothing can be moved below it. Add "
            "a new criterion below it first: it takes them over.",
            name=row.name,
        )
