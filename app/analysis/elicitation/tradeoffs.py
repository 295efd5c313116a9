"""Weights from trade-offs: two improvements that are worth the same.

Source: Keeney & Raiffa (1976), ch. 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import FloatArray
from app.analysis.elicitation.pairwise import Judgement, build_matrix, compare


@dataclass(frozen=True, slots=True)
class Indifference:
    """Gaining `first_gain` points on one criterion is worth `second_gain` points on another."""

    first: int
    first_gain: float
    second: int
    second_gain: float


@dataclass(frozen=True, slots=True, eq=False)
class TradeOffWeights:
    """Shares (criteria,) that fit the answers best.

    misfit: the largest factor between a stated and a fitted ratio of weights, 1 when all agree.
    """

    shares: FloatArray
    misfit: float


def weigh_tradeoffs(criteria: int, answers: Sequence[Indifference]) -> TradeOffWeights:
    """Return weights from indifferences; gains are points of value, above zero.

    Equal worth means share x gain is equal on both sides, so each answer is a ratio of weights.
    More answers than needed are fitted by logarithmic least squares. Raises ValueError for gains
    of zero, a pair asked twice, or answers that do not connect all criteria.
    """
    if any(answer.first_gain <= 0.0 or answer.second_gain <= 0.0 for answer in answers):
        raise ValueError("A trade-off needs a gain above zero on both criteria.")
    ratios = [
        Judgement(answer.first, answer.second, answer.second_gain / answer.first_gain)
        for answer in answers
    ]
    shares = compare(build_matrix(criteria, ratios)).geometric
    misfits = [
        abs(np.log(given.ratio * shares[given.second] / shares[given.first])) for given in ratios
    ]
    return TradeOffWeights(shares, float(np.exp(max(misfits, default=0.0))))
