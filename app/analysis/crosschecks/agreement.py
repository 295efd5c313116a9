"""Do other methods agree with the additive model on the winner and on the order?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.additive import additive_values
from app.analysis.arrays import FloatArray, IntArray, Matrix, Vector, as_matrix
from app.analysis.crosschecks.promethee import Preference, find_flows
from app.analysis.crosschecks.topsis import find_closeness
from app.analysis.crosschecks.vikor import find_compromise
from app.analysis.crosschecks.weighted_product import weigh_products
from app.analysis.policy.agreement import rank_correlation
from app.analysis.ranking import rank

PREFERENCE = Preference("linear", q=5.0, p=30.0)
"""What the cross-check by PROMETHEE counts: a lead of 5 points for nothing, of 30 fully."""


@dataclass(frozen=True, slots=True, eq=False)
class CrossCheck:
    """One method's ranking beside the additive one.

    method: "weighted_product", "topsis", "vikor" or "promethee"; scores: (options,) highest is
    best (VIKOR's Q is negated); ranks: (options,); same_winner: whether the options in first place
    are the same; same_order: whether all ranks are; tau: Kendall's tau-b of the two rankings, 1 for
    the same order and -1 for the opposite.
    """

    method: str
    scores: FloatArray
    ranks: IntArray
    same_winner: bool
    same_order: bool
    tau: float


def cross_check(values: Matrix, weights: Vector) -> tuple[CrossCheck, ...]:
    """Rank the same 0-100 values (options, criteria) by four other methods and compare.

    Values below 0 (extrapolated) count as 0 for the weighted product, which knows no others.
    """
    matrix = as_matrix(values, "Values")
    ours = rank(additive_values(matrix, weights))
    found = {
        "weighted_product": weigh_products(np.maximum(matrix, 0.0), weights),
        "topsis": find_closeness(matrix, weights).closeness,
        "vikor": -find_compromise(matrix, weights).Q,
        "promethee": find_flows(matrix, weights, [PREFERENCE] * matrix.shape[1]).net,
    }
    return tuple(_compare(method, scores, ours) for method, scores in found.items())


def _compare(method: str, scores: FloatArray, ours: IntArray) -> CrossCheck:
    ranks = rank(scores)
    return CrossCheck(
        method=method,
        scores=scores,
        ranks=ranks,
        same_winner=bool(((ranks == 1) == (ours == 1)).all()),
        same_order=bool((ranks == ours).all()),
        tau=rank_correlation(ranks.astype(np.float64), ours.astype(np.float64)),
    )
