"""The additive value model: total value = sum of share x value (Keeney & Raiffa 1976, ch. 3).

The sum is exact by construction. Each contribution is first rounded to a fixed grain (2**-44 on
the 0-100 scale, less than 1e-13), after which any order of addition is free of rounding error.
Totals therefore have the same bits whatever the order of the criteria, the number of other
options, the number of threads and the linear algebra library; and the contributions shown add up
to the total exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis import scale
from app.analysis.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    Matrix,
    Vector,
    as_matrix,
    as_vector,
    freeze,
    require_length,
)
from app.analysis.ranking import order, rank
from app.analysis.weights import normalise

LOWEST, HIGHEST, MIDDLE = scale.LOWEST, scale.HIGHEST, scale.MIDDLE
_SCALE_EXPONENT = 7  # values of 0-100 lie below 2**7
_TOO_LARGE = 1e300  # beyond this the rounding constants would overflow


@dataclass(frozen=True, slots=True, eq=False)
class PartialValues:
    """A matrix of values made ready for many evaluations.

    values: (options, criteria), missing ones replaced by the middle of the scale; missing: the
    same shape, True where the score is missing; shift: the constants that round contributions.
    """

    values: FloatArray
    missing: BoolArray
    any_missing: bool
    shift: FloatArray
    ones: FloatArray

    @property
    def options(self) -> int:
        """Number of options."""
        return int(self.values.shape[0])

    @property
    def criteria(self) -> int:
        """Number of criteria."""
        return int(self.values.shape[1])


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """Total values and ranks of all options under one set of weights.

    totals, low, high: (options,) 0-100; low and high differ from the total only by missing
    scores, which count as their full scale; contributions: (options, criteria), its rows add up
    to totals exactly; ranks: (options,) competition ranks; order: option indices best first;
    provisional: (options,) True where a missing score carries weight.
    """

    totals: FloatArray
    contributions: FloatArray
    low: FloatArray
    high: FloatArray
    provisional: BoolArray
    ranks: IntArray
    order: IntArray


def prepare(values: Matrix) -> PartialValues:
    """Make a matrix (options, criteria) of values ready for `weigh` and `evaluate`.

    NaN marks a missing score. Raises ValueError for an empty matrix or values beyond 1e300.
    """
    matrix = as_matrix(values, "Values", missing=True)
    missing = np.isnan(matrix)
    filled = np.where(missing, MIDDLE, matrix)
    ones = np.ones(matrix.shape[1])
    return PartialValues(
        freeze(filled), freeze(missing), bool(missing.any()), _shifts(filled), freeze(ones)
    )


def weigh(prepared: PartialValues, shares: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return contributions (options, criteria) and totals (options,); the fast inner routine.

    shares: (criteria,) as `normalise` returns them; they are not checked again here.
    """
    contributions: FloatArray = prepared.values * shares
    contributions += prepared.shift
    contributions -= prepared.shift
    return contributions, contributions @ prepared.ones


def evaluate(prepared: PartialValues, shares: FloatArray) -> Evaluation:
    """Evaluate and rank all options under `shares`, shape (criteria,), which sum to 1."""
    require_length(shares, prepared.criteria, "Weights")
    contributions, totals = weigh(prepared, shares)
    ranks = rank(totals)
    low = high = totals
    provisional: BoolArray = np.zeros(totals.size, dtype=np.bool_)
    if prepared.any_missing:
        unknown = np.where(prepared.missing, shares * (HIGHEST - MIDDLE), 0.0)
        halfwidth = (unknown + prepared.shift - prepared.shift) @ prepared.ones
        low, high, provisional = totals - halfwidth, totals + halfwidth, halfwidth > 0.0
    return Evaluation(totals, contributions, low, high, provisional, ranks, order(ranks))


def additive_values(values: Matrix, weights: Vector) -> FloatArray:
    """Return total values (options,) from values (options, criteria) and raw weights (criteria,).

    Convenience for one evaluation: checks its input and normalises the weights. A missing value
    (NaN) counts as the middle of the scale. Raises ValueError as `prepare` and `normalise` do.
    """
    prepared = prepare(values)
    shares = require_length(as_vector(weights, "Weights"), prepared.criteria, "Weights")
    return weigh(prepared, normalise(shares))[1]


def discriminating(values: Matrix) -> BoolArray:
    """Tell for each criterion whether any two options differ on it; shape (criteria,).

    A missing score may take any value, so a criterion with one missing and another option to
    differ from discriminates. With one option no criterion does.
    """
    matrix = as_matrix(values, "Values", missing=True)
    missing = np.isnan(matrix)
    lowest = np.where(missing, LOWEST, matrix).min(axis=0)
    highest = np.where(missing, HIGHEST, matrix).max(axis=0)
    differs: BoolArray = (highest > lowest) & (matrix.shape[0] > 1)
    return differs


def _shifts(filled: FloatArray) -> FloatArray:
    """Return the constant whose addition and subtraction rounds a contribution to its grain.

    Adding 1.5 * 2**52 grains leaves no bit below the grain. An option's grain depends on its own
    values only; all options within the usual scale share one, which is then a fast scalar.
    """
    largest = np.abs(filled).max(axis=1, keepdims=True)
    if largest.max() > _TOO_LARGE:
        raise ValueError("Values must be smaller than 1e300.")
    exponents = np.frexp(largest)[1]
    usual = (largest >= 0.5) & (largest <= 2.0**_SCALE_EXPONENT)
    exponents = np.where(usual | (largest == 0.0), _SCALE_EXPONENT, exponents)
    shift = np.ldexp(1.5, exponents + 1)
    uniform = bool((shift == shift[0]).all())
    return freeze(np.array(shift[0, 0]) if uniform else shift)
