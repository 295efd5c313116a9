"""Edits of past cases: what was tried there, and which conditions held."""

from db.model import Assessment, Holds, Precedent, PrecedentCondition

from . import records, relations, texts
from .refusal import EditRefused


def add_precedent(assessment: Assessment, key: str, name: str) -> Assessment:
    """Name a past case."""
    return records.add(assessment, "precedents", Precedent(id=key, name=texts.name(name)))


def rate_condition(
    assessment: Assessment,
    precedent: str,
    condition: str,
    rating: Holds | None = None,
    reason: str | None = None,
    locator: str | None = None,
) -> Assessment:
    """Say whether a condition held in a past case; what is None stays as it was.

    Raises `EditRefused` for a condition of a mechanism that was not tried there, and for a reason
    or a place without a rating.
    """
    case = records.find(assessment, "precedents", precedent)
    row = records.find(assessment, "conditions", condition)
    if case.mechanism != row.mechanism:
        raise EditRefused(
            "“{condition}” is a condition of another mechanism than “{case}” tried. Say first "
            "which mechanism was tried there.",
            condition=row.name,
            case=case.name,
        )
    old = relations.look_up(assessment, "precedent_conditions", (precedent, condition))
    if old is None and rating is None:
        raise EditRefused("Say first whether “{condition}” held there.", condition=row.name)
    kept = old or PrecedentCondition(precedent=precedent, condition=condition)
    fresh = PrecedentCondition(
        precedent=precedent,
        condition=condition,
        rating=kept.rating if rating is None else rating,
        reason=kept.reason if reason is None else reason,
        locator=kept.locator if locator is None else locator,
    )
    return relations.state(assessment, "precedent_conditions", fresh)


def withdraw_rating(assessment: Assessment, precedent: str, condition: str) -> Assessment:
    """State nothing any more about a condition in a past case."""
    return relations.withdraw(assessment, "precedent_conditions", (precedent, condition))
