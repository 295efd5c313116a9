"""Unity among the actors as it is judged by hand, beside what the actors' own views say.

The criterion is judged by hand as any other: unity is more than satisfaction (rivals may like the
same option and still not act together). What the actors' views say stands beside it, so that a
judgement far from them has to be explained. An officer may take the views over as scores, which is
an edit like any other: nothing follows the actors' weights by itself, or weights would change
scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import TIE, FloatArray
from app.analysis.outcome import Outcome
from app.analysis.policy.actors import Thresholds
from db.model import Assessment, Perspective, PerspectiveKind

SAME = 1e-6
"""A share carried to the criterion's scale and back again is off by less."""
FAR = 25.0
"""From here on the two are far apart: the distance between two described levels."""


@dataclass(frozen=True, slots=True)
class CohesionView:
    """An option's unity among the actors, from 0 to 100.

    by_hand: the value of its score, None while it has none; from_views: the share of influence
    held by actors who could accept it, the criterion itself left aside.
    """

    option: str
    by_hand: float | None
    from_views: float

    @property
    def far(self) -> bool:
        """Whether the two are far apart, so that the judgement wants explaining."""
        return self.by_hand is not None and abs(self.by_hand - self.from_views) >= FAR


def is_derived(views: Sequence[CohesionView]) -> bool:
    """Whether the scores are the very shares that the actors' views give, and so derived."""
    return bool(views) and all(
        row.by_hand is not None and abs(row.by_hand - row.from_views) <= SAME for row in views
    )


def acceptance(totals: FloatArray, least: FloatArray, influence: FloatArray) -> FloatArray:
    """The share of influence held by actors who could accept each option; (options,) 0-100.

    totals: (options, actors) values from 0 to 100; least: (actors,) the least value that each
    accepts; influence: (actors,), not negative and not all zero.
    """
    accepted = totals >= least - TIE
    shares: FloatArray = 100.0 * (accepted @ (influence / influence.sum()))
    return shares


def find_cohesion(outcome: Outcome) -> tuple[CohesionView, ...]:
    """Both views of every ranked option, in the order of the options.

    Each actor values the options without the criterion itself, which would otherwise answer its
    own question. Empty unless the decision names the criterion, it is a leaf, and some actor with
    influence has weights on other criteria.
    """
    problem, assessment = outcome.problem, outcome.assessment
    leaf = assessment.decision.cohesion
    if leaf not in problem.criteria:
        return ()
    column = problem.criteria.index(leaf)
    others = [j for j in range(len(problem.criteria)) if j != column]
    ids = [problem.criteria[j] for j in others]
    views = [
        (actor, swings)
        for actor in assessment.perspectives
        if actor.kind is PerspectiveKind.ACTOR and actor.influence > 0
        if (swings := _swings(assessment, actor, ids)).any()
    ]
    if not views:
        return ()
    shares = np.stack([swings / swings.sum() for _, swings in views], axis=1)
    totals = outcome.prepared.values[:, others] @ shares
    thresholds = (Thresholds(actor.accepts_from, actor.accepts_within) for actor, _ in views)
    least = np.array([row.least(totals[:, j]) for j, row in enumerate(thresholds)])
    derived = acceptance(totals, least, np.array([actor.influence for actor, _ in views]))
    judged = problem.likely[:, column]
    return tuple(
        CohesionView(option, None if np.isnan(judged[i]) else float(judged[i]), float(derived[i]))
        for i, option in enumerate(problem.options)
    )


def _swings(assessment: Assessment, actor: Perspective, leaves: list[str]) -> FloatArray:
    known = assessment.swing_by_key
    return np.array([known.get((actor.id, leaf), 0.0) for leaf in leaves], dtype=np.float64)
