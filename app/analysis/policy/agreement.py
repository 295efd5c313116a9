"""How far rankings agree. Ranks are (options, judges): 1 is best, ties share their mean rank."""

from __future__ import annotations

import numpy as np

from app.analysis.arrays import (
    TIE,
    FloatArray,
    Matrix,
    Vector,
    as_matrix,
    as_vector,
    require_length,
)


def mean_ranks(values: Matrix) -> FloatArray:
    """Ranks (options, judges) of values of that shape, the highest first, ties at their mean."""
    table = as_matrix(values, "Values")
    ahead = table[np.newaxis, :, :] - table[:, np.newaxis, :]
    better = (ahead > TIE).sum(axis=1)
    equal = (np.abs(ahead) <= TIE).sum(axis=1)
    ranks: FloatArray = better + (equal + 1) / 2.0
    return ranks


def rank_sums(ranks: Matrix) -> FloatArray:
    """Sum of each option's ranks (options,); the least is the Borda winner (Borda 1781)."""
    sums: FloatArray = as_matrix(ranks, "Ranks").sum(axis=1)
    return sums


def concordance(ranks: Matrix) -> float:
    """Kendall's W with correction for ties: 0 no agreement, 1 the same order.

    Kendall & Babington Smith (1939); the correction as in Kendall (1948, ch. 6). With one option,
    or when every judge ties all options, there is nothing to disagree about: W is 1.
    """
    table = as_matrix(ranks, "Ranks")
    options, judges = table.shape
    spread = float(((table.sum(axis=1) - judges * (options + 1) / 2.0) ** 2).sum())
    ties = sum(_tie_term(table[:, judge]) for judge in range(judges))
    most = judges**2 * (options**3 - options) - judges * ties
    return 12.0 * spread / most if most > 0 else 1.0


def rank_correlation(one: Vector, other: Vector) -> float:
    """Kendall's tau-b of two rankings of the same options: 1 the same order, -1 the reverse.

    With ties as in Kendall (1945). Two rankings without any order agree fully (1); one without
    order against one with order gives 0.
    """
    a, b = _signs(one, other)
    concordant = float((a * b).sum())
    scale = float(np.sqrt((a * a).sum() * (b * b).sum()))
    if scale == 0.0:
        return 1.0 if not a.any() and not b.any() else 0.0
    return concordant / scale


def kemeny_distance(one: Vector, other: Vector) -> float:
    """Pairs that two rankings order differently: 2 for a reversal, 1 for a tie (Kemeny 1959)."""
    a, b = _signs(one, other)
    return float(np.abs(a - b).sum()) / 2.0


def _signs(one: Vector, other: Vector) -> tuple[FloatArray, FloatArray]:
    first = as_vector(one, "Ranks")
    second = require_length(as_vector(other, "Ranks"), first.size, "Ranks")
    signs: tuple[FloatArray, FloatArray] = (
        np.sign(first[:, np.newaxis] - first),
        np.sign(second[:, np.newaxis] - second),
    )
    return signs


def _tie_term(ranks: FloatArray) -> float:
    counts = np.unique(ranks, return_counts=True)[1].astype(np.float64)
    return float((counts**3 - counts).sum())
