"""Dominance: options that lose whatever the weights.

Source: Keeney & Raiffa (1976), ch. 3; the notion for intervals is absolute dominance (Salo &
Hamalainen 1992).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.additive import HIGHEST, LOWEST
from app.analysis.arrays import TIE, BoolArray, IntArray, Matrix, as_matrix


@dataclass(frozen=True, slots=True, eq=False)
class Dominance:
    """Which option (row) dominates which (column); both (options, options).

    weak: at least as good on every criterion and better on one. strict: better on every one.
    """

    weak: BoolArray
    strict: BoolArray

    @property
    def dominated(self) -> BoolArray:
        """True for each option that some other dominates weakly; (options,)."""
        return np.asarray(self.weak.any(axis=0))

    @property
    def dominated_strictly(self) -> BoolArray:
        """True for each option that some other beats on every criterion; (options,)."""
        return np.asarray(self.strict.any(axis=0))


def find_dominance(values: Matrix) -> Dominance:
    """Compare likely values (options, criteria), all better when higher.

    A missing value (NaN) may lie anywhere on 0-100, so it supports dominance only where even that
    leaves no doubt. Values within the tie tolerance are equal.
    """
    matrix = as_matrix(values, "Values", missing=True)
    return find_interval_dominance(matrix, matrix)


def find_interval_dominance(low: Matrix, high: Matrix) -> Dominance:
    """Compare each option at its lowest with every other at its highest values.

    low, high: (options, criteria). What dominates here does so whatever the true values within
    the ranges. Raises ValueError when the shapes differ or a low exceeds its high.
    """
    floor = as_matrix(low, "Low values", missing=True)
    ceiling = as_matrix(high, "High values", missing=True)
    if floor.shape != ceiling.shape or (floor > ceiling).any():
        raise ValueError("Each low value must have a high value that is not below it.")
    floor = np.where(np.isnan(floor), LOWEST, floor)[:, np.newaxis, :]
    ceiling = np.where(np.isnan(ceiling), HIGHEST, ceiling)[np.newaxis, :, :]
    better = floor > ceiling + TIE
    others = ~np.eye(floor.shape[0], dtype=np.bool_)
    no_worse = (floor >= ceiling - TIE).all(axis=2)
    return Dominance(no_worse & better.any(axis=2) & others, better.all(axis=2) & others)


def count_equal(values: Matrix) -> IntArray:
    """Return on how many criteria each pair of options is equal; (options, options), integers."""
    matrix = as_matrix(values, "Values")
    gaps = np.abs(matrix[:, np.newaxis, :] - matrix[np.newaxis, :, :])
    return np.asarray((gaps <= TIE).sum(axis=2), dtype=np.int64)
