"""Edits of who judges and whose view is modelled."""

from typing import Any

from db.model import Assessment, Perspective, PerspectiveKind

from . import decision, records, texts
from .refusal import EditRefused


def add_perspective(
    assessment: Assessment, key: str, name: str, kind: PerspectiveKind
) -> Assessment:
    """Add an assessor or an actor under a new key."""
    row = Perspective(id=key, name=texts.name(name), kind=kind)
    return records.add(assessment, "perspectives", row)


def change_perspective(assessment: Assessment, perspective: str, **fields: Any) -> Assessment:
    """Give fields of a perspective new values.

    The assessor of record, and whoever has scored, cannot become an actor.
    """
    result = records.change(assessment, "perspectives", perspective, **fields)
    if fields.get("kind") is PerspectiveKind.ACTOR:
        _refuse_judge(result, perspective)
    return result


def name_assessor_of_record(assessment: Assessment, key: str, name: str) -> Assessment:
    """Give the assessor of record a name; where there is none yet, add one under a new key."""
    present = assessment.decision.assessor
    if present is not None:
        return change_perspective(assessment, present, name=name)
    added = add_perspective(assessment, key, name, PerspectiveKind.ASSESSOR)
    return set_assessor_of_record(added, key)


def set_assessor_of_record(assessment: Assessment, perspective: str) -> Assessment:
    """Let the ranking rest on this assessor's scores and weights."""
    return decision.change_decision(assessment, assessor=perspective)


def remove_perspective(assessment: Assessment, perspective: str) -> Assessment:
    """Remove a perspective with its weights and scores; the assessor of record must stay."""
    if assessment.decision.assessor == perspective:
        raise EditRefused(
            "The ranking rests on this assessor. Choose another assessor of record first."
        )
    return records.remove(assessment, "perspectives", perspective)


def _refuse_judge(assessment: Assessment, perspective: str) -> None:
    judges = {assessment.decision.assessor, *(score.assessor for score in assessment.scores)}
    if perspective in judges:
        raise EditRefused(
            "“{name}” has scored, or is the assessor of record, and so must stay an assessor.",
            name=assessment.perspective_by_id[perspective].name,
        )
