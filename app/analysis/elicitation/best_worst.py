"""The best-worst method: every criterion against the most and the least important one.

Sources: Rezaei (2015) for the non-linear model and the consistency index, Rezaei (2016) for the
linear model and for the range of weights where the non-linear optimum is not unique.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from app.analysis.admissible import Admissible, find_ranges, stack_rows
from app.analysis.arrays import FloatArray, Vector, as_vector, require_length
from app.analysis.linear_programme import minimise
from app.analysis.weights import normalise

_ROOM = 1e-9  # the optimum is a limit; a little more than it keeps the weights admissible


@dataclass(frozen=True, slots=True, eq=False)
class BestWorst:
    """Weights by the best-worst method.

    shares: (criteria,); low, high: (criteria,) the range of equally good weights (the same where
    the optimum is unique); deviation: the least largest deviation (xi*); consistency_ratio: the
    deviation over the greatest possible one, 0 when fully consistent, None for the linear model,
    whose deviation is its own measure.
    """

    shares: FloatArray
    low: FloatArray
    high: FloatArray
    deviation: float
    consistency_ratio: float | None


def weigh_best_worst(best_to_others: Vector, others_to_worst: Vector) -> BestWorst:
    """Solve the non-linear best-worst model; both vectors (criteria,) of ratios from 1 up.

    The best is the criterion with 1 in the first vector and the worst that with 1 in the second.
    The least deviation has a closed form; the weights are the middles of their ranges at it.
    Raises ValueError for ratios below 1 or vectors that disagree on best to worst.
    """
    to_others, to_worst, best, worst = _read(best_to_others, others_to_worst)
    span = float(to_others[worst])
    deviation = _least_deviation(to_others, to_worst, span)
    admitted = _within(to_others, to_worst, best, worst, deviation * (1.0 + _ROOM) + _ROOM)
    low, high = find_ranges(admitted)
    greatest = find_consistency_index(span)
    ratio = deviation / greatest if greatest > 0.0 else 0.0
    return BestWorst(normalise((low + high) / 2.0), low, high, deviation, ratio)


def weigh_best_worst_linear(best_to_others: Vector, others_to_worst: Vector) -> BestWorst:
    """Solve the linear best-worst model, whose optimum is unique; arguments as above."""
    to_others, to_worst, best, worst = _read(best_to_others, others_to_worst)
    count = to_others.size
    rows = []
    for j in range(count):
        for large, ratio, small in ((best, to_others[j], j), (j, to_worst[j], worst)):
            row = np.zeros(count + 1)
            row[large] += 1.0
            row[small] -= ratio
            if large != small:
                rows.extend([row - np.eye(count + 1)[count], -row - np.eye(count + 1)[count]])
    solution = minimise(
        np.eye(count + 1)[count],
        np.array(rows).reshape(-1, count + 1),
        np.zeros(len(rows)),
        np.repeat([[1.0, 0.0]], [count, 1], axis=1),
        np.ones(1),
    )
    shares = normalise(solution.x[:count])
    return BestWorst(shares, shares, shares, float(solution.x[count]), None)


def find_consistency_index(best_to_worst: float) -> float:
    """Return the greatest possible deviation for a ratio best to worst; Rezaei (2015), table 1.

    It solves x**2 - (1 + 2 a) x + (a**2 - a) = 0 for the ratio a.
    """
    return ((1.0 + 2.0 * best_to_worst) - math.sqrt(1.0 + 8.0 * best_to_worst)) / 2.0


def _read(
    best_to_others: Vector, others_to_worst: Vector
) -> tuple[FloatArray, FloatArray, int, int]:
    to_others = as_vector(best_to_others, "Comparisons with the best")
    to_worst = as_vector(others_to_worst, "Comparisons with the worst")
    require_length(to_worst, to_others.size, "Comparisons with the worst")
    if (to_others < 1.0).any() or (to_worst < 1.0).any():
        raise ValueError("Nothing is more important than the best or less than the worst.")
    if not (to_others == 1.0).any() or not (to_worst == 1.0).any():
        raise ValueError("The best and the worst criterion must each be compared with itself.")
    # Of several that equal the best, the one that is furthest above the worst; likewise the worst.
    best = int(np.argmax(np.where(to_others == 1.0, to_worst, 0.0)))
    worst = int(np.argmax(np.where(to_worst == 1.0, to_others, 0.0)))
    if to_others[worst] != to_worst[best]:
        raise ValueError("Best against worst must be the same in both comparisons.")
    return to_others, to_worst, best, worst


def _least_deviation(to_others: FloatArray, to_worst: FloatArray, span: float) -> float:
    """Return the least x for which weights with all ratios within x of the judgements exist.

    They exist exactly when one ratio r of best to worst fits all: |r - span| <= x, and for each
    criterion judged a and b, (a - x)(b - x) <= r <= (a + x)(b + x). So x is the greatest root of a
    lower bound meeting the span or another criterion's upper bound.
    """
    products, sums = to_others * to_worst, to_others + to_worst
    linear, gaps = sums + 1.0, products - span
    roots = np.sqrt(np.maximum(linear * linear - 4.0 * gaps, 0.0))
    beyond_span = np.abs(linear - roots) / 2.0
    between = (products[:, np.newaxis] - products) / (sums[:, np.newaxis] + sums)
    return float(max(beyond_span.max(), between.max()))


def _within(
    to_others: FloatArray, to_worst: FloatArray, best: int, worst: int, deviation: float
) -> Admissible:
    """Return the shares whose ratios all lie within `deviation` of the judgements."""
    count = to_others.size
    rows = []
    for j in range(count):
        for large, ratio, small in ((best, to_others[j], j), (j, to_worst[j], worst)):
            if large != small:
                for bound, sign in ((ratio + deviation, 1.0), (ratio - deviation, -1.0)):
                    row = np.zeros(count)
                    row[large], row[small] = sign, -sign * bound
                    rows.append(row)
    return stack_rows(rows, [0.0] * len(rows), count)
