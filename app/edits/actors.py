"""Edits of the states and groups whose view is modelled."""

from db.model import Assessment, Elicitation, Perspective, PerspectiveKind

from . import records, texts, weights
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
