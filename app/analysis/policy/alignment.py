"""Which actors see the options alike, and which see them differently."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from app.analysis.arrays import FloatArray, freeze
from app.analysis.policy.actors import ActorTable
from app.analysis.policy.agreement import mean_ranks, rank_correlation


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors and Kendall's tau-b of their orders: 1 the same, -1 the reverse."""

    one: str
    other: str
    correlation: float


def find_pairs(table: ActorTable) -> tuple[Pair, ...]:
    """Every pair of actors, those furthest apart first."""
    ranks = mean_ranks(table.values)
    pairs = (
        Pair(table.actors[i], table.actors[j], rank_correlation(ranks[:, i], ranks[:, j]))
        for i, j in combinations(range(len(table.actors)), 2)
    )
    return tuple(sorted(pairs, key=lambda pair: pair.correlation))


def correlations(table: ActorTable) -> FloatArray:
    """Kendall's tau-b of every actor's order with every other's; (actors, actors)."""
    place = {actor: i for i, actor in enumerate(table.actors)}
    matrix = np.eye(len(table.actors))
    for pair in find_pairs(table):
        i, j = place[pair.one], place[pair.other]
        matrix[i, j] = matrix[j, i] = pair.correlation
    return freeze(matrix)
