"""Edits of the states and groups whose view is modelled."""

from collections.abc import Mapping

from db.model import Assessment, Basis, Elicitation, Perspective, PerspectiveKind

from . import records, scores, texts, weights
from .refusal import EditRefused


def add_actor(assessment: Assessment, key: str, name: str) -> Assessment:
    """Add an actor, whose weights are assumed until somebody says otherwise."""
    row = Perspective(
        id=key,
        name=texts.name(name),
        kind=PerspectiveKind.ACTOR,
        elicitation=Elicitation.ASSUMED,
    )
    return records.add(assessment, "perspectives", row)


def weigh_like(assessment: Assessment, actor: str, other: str) -> Assessment:
    """Give an actor another perspective's weights, as something to start from.

    Raises `EditRefused` when the other perspective has no weights.
    """
    row = records.find(assessment, "perspectives", other)
    swings = {w.criterion: w.swing for w in assessment.weights if w.perspective == other}
    if not any(swings.values()):
        raise EditRefused(
            "“{name}” has not weighed anything yet, so there is nothing to start from.",
            name=row.name,
        )
    return weights.set_swings(assessment, actor, swings)


def derive_cohesion(
    assessment: Assessment, criterion: str, numbers: Mapping[str, float], reason: str
) -> Assessment:
    """Take over what the actors' views say of unity as the scores of the assessor of record.

    numbers: by option, on the criterion's scale; reason: where they come from, which becomes the
    rationale of each. Ranges go, as the derivation has none; evidence stays. Nothing follows the
    views by itself later.
    """
    desk = assessment.decision.assessor
    if desk is None:
        raise EditRefused("Choose first whose scores the ranking rests on.")
    entries = [
        scores.Entry(option=key, criterion=criterion, likely=n) for key, n in numbers.items()
    ]
    result = scores.set_scores(assessment, desk, entries)
    for option in numbers:
        result = scores.annotate_score(
            result, desk, option, criterion, rationale=reason, basis=Basis.ASSUMPTION
        )
    return result
