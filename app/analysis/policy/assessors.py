"""Colleagues' own assessments side by side: each ranking, their mean and their consensus."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import FloatArray, IntArray, freeze
from app.analysis.outcome import Outcome, find_outcome
from app.analysis.policy.agreement import concordance, kemeny_distance, mean_ranks, rank_sums
from app.analysis.ranking import leaders
from db.model import Assessment, PerspectiveKind


@dataclass(frozen=True, slots=True, eq=False)
class AssessorTable:
    """The options as every assessor ranks them with their own scores and weights.

    values, ranks: (options, assessors). mean: (options,) the plain mean of the assessors' values.
    rank_sums: Borda's sums of ranks (Borda 1781), by which the consensus is ordered. distances:
    (assessors,) Kemeny's distance (1959) from each ranking to the consensus, as a share of the
    largest possible: 0 is the same order, 1 the reverse. concordance: Kendall's W.
    """

    options: tuple[str, ...]
    assessors: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    values: FloatArray
    ranks: IntArray
    mean: FloatArray
    rank_sums: FloatArray
    distances: FloatArray
    concordance: float

    @property
    def consensus(self) -> tuple[str, ...]:
        """The options with the least sum of ranks."""
        return tuple(self.options[i] for i in leaders(-self.rank_sums))

    @property
    def best_mean(self) -> tuple[str, ...]:
        """The options with the greatest mean value."""
        return tuple(self.options[i] for i in leaders(self.mean))


def find_assessors(assessment: Assessment) -> AssessorTable | None:
    """Every assessor's ranking, beside which nothing is averaged silently.

    An assessor who has scored or weighed nothing has no view yet and is left out. None while
    fewer than two have one, or nothing can be ranked.
    """
    found = [
        (row.id, find_outcome(assessment, row.id))
        for row in assessment.perspectives
        if row.kind is PerspectiveKind.ASSESSOR
    ]
    views = [
        (key, seen)
        for key, seen in found
        if seen is not None and seen.problem.weighted and not seen.prepared.missing.all()
    ]
    if len(views) < 2:
        return None
    outcomes = tuple(seen for _, seen in views)
    values: FloatArray = np.stack([seen.evaluation.totals for seen in outcomes], axis=1)
    ranks: IntArray = np.stack([seen.evaluation.ranks for seen in outcomes], axis=1)
    order = mean_ranks(values)
    sums = rank_sums(order)
    return AssessorTable(
        options=outcomes[0].problem.options,
        assessors=tuple(key for key, _ in views),
        outcomes=outcomes,
        values=freeze(values),
        ranks=freeze(ranks),
        mean=freeze(values.mean(axis=1)),
        rank_sums=freeze(sums),
        distances=freeze(_distances(order, sums)),
        concordance=concordance(order),
    )


def _distances(ranks: FloatArray, sums: FloatArray) -> FloatArray:
    consensus = mean_ranks(-sums[:, np.newaxis])[:, 0]
    furthest = max(len(sums) * (len(sums) - 1), 1)
    found = [kemeny_distance(consensus, ranks[:, j]) for j in range(ranks.shape[1])]
    return np.array(found) / furthest
