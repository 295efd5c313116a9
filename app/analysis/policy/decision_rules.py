"""Choosing across scenarios without likelihoods, and with them.

All functions take values (options, scenarios), more being better.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from app.analysis.arrays import TIE, BoolArray, FloatArray, Matrix, Vector, as_matrix, as_vector


def regret(values: Matrix) -> FloatArray:
    """What each option falls short of the best of its scenario (Savage 1951); same shape."""
    table = as_matrix(values, "Values")
    shortfall: FloatArray = table.max(axis=0) - table
    return shortfall


def maximum_regret(values: Matrix) -> FloatArray:
    """Each option's worst regret (options,); the minimax-regret choice has the least."""
    worst: FloatArray = regret(values).max(axis=1)
    return worst


def security_levels(values: Matrix) -> FloatArray:
    """Each option's worst value (options,); the maximin choice has the greatest (Wald 1950)."""
    worst: FloatArray = as_matrix(values, "Values").min(axis=1)
    return worst


def hurwicz(values: Matrix, optimism: float) -> FloatArray:
    """Each option's mix of best and worst value (options,) (Hurwicz 1951).

    optimism: 0 looks at the worst alone, 1 at the best alone. Raises ValueError outside 0 to 1.
    """
    if not 0.0 <= optimism <= 1.0:
        raise ValueError("Optimism lies between 0 and 1.")
    table = as_matrix(values, "Values")
    mixed: FloatArray = optimism * table.max(axis=1) + (1.0 - optimism) * table.min(axis=1)
    return mixed


def expected_values(values: Matrix, probabilities: Vector) -> FloatArray:
    """Each option's mean value (options,) under the scenarios' probabilities.

    probabilities: (scenarios,), not negative; they are scaled to sum to 1. Raises ValueError
    when there is one too many or too few, a negative one, or none above 0.
    """
    table = as_matrix(values, "Values")
    chances = as_vector(probabilities, "Probabilities")
    if chances.size != table.shape[1]:
        raise ValueError("Each scenario needs one probability.")
    if (chances < 0).any() or not chances.any():
        raise ValueError("Probabilities are zero or more, and one at least is above zero.")
    # By the largest first, so that the sum stays finite at any scale.
    ratios = chances / chances.max()
    mean: FloatArray = table @ (ratios / ratios.sum())
    return mean


def never_worse_than(values: Matrix, margin: float) -> BoolArray:
    """Which options are within `margin` (inclusive) of the best in every scenario; (options,)."""
    close: BoolArray = maximum_regret(values) <= margin + TIE
    return close


def hurwicz_spans(values: Matrix) -> tuple[tuple[float, tuple[int, ...]], ...]:
    """Who is first by Hurwicz's rule at every optimism: from where on, and which options (rows).

    Spans follow one another from 0 to 1; the first begins at 0. Between two crossings of the
    options' lines nobody overtakes, so that asking in the middle of each stretch is exact.
    """
    table = as_matrix(values, "Values")
    worst, run = table.min(axis=1), table.max(axis=1) - table.min(axis=1)
    ahead, steeper = worst[:, None] - worst[None, :], run[None, :] - run[:, None]
    meeting = ahead[steeper > TIE] / steeper[steeper > TIE]
    ends = np.unique([0.0, *meeting[(meeting > 0.0) & (meeting < 1.0)], 1.0])
    spans: list[tuple[float, tuple[int, ...]]] = []
    for start, end in pairwise(ends.tolist()):
        mixed = hurwicz(table, (start + end) / 2.0)
        first = tuple(np.flatnonzero(mixed >= mixed.max() - TIE).tolist())
        if not spans or spans[-1][1] != first:
            spans.append((start, first))
    return tuple(spans)
