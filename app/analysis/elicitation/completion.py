"""The gaps in a matrix of comparisons, filled so that it is as consistent as it can be.

Source: Bozoki, Fulop & Ronyai (2010), who show that the completion with the least principal
eigenvalue is unique when the judgements connect all criteria. At that completion a filled pair is
the geometric mean of what the right and the left principal eigenvector say of it; repeating just
that leads there.
"""

from __future__ import annotations

import numpy as np

from app.analysis.arrays import FloatArray

_STEPS = 20_000
_SETTLED = 1e-12


def fill_gaps(matrix: FloatArray, logs: FloatArray) -> tuple[FloatArray, FloatArray, float]:
    """Return the completed matrix, its principal eigenvector summing to 1, and its eigenvalue.

    matrix: (criteria, criteria), reciprocal, NaN = missing, connected; logs: (criteria,) logarithms
    of weights to start from. A matrix without gaps comes back as it is.
    """
    gaps = np.isnan(matrix)
    weights = np.exp(logs)
    filled: FloatArray = np.where(gaps, weights[:, np.newaxis] / weights, matrix)
    right, left = weights / weights.sum(), 1.0 / weights
    largest = float(matrix.shape[0])
    for _ in range(_STEPS):
        moved = filled @ right
        largest = float(moved.sum())
        moved /= largest
        step = float(np.abs(moved - right).max())
        right = moved
        if gaps.any():
            left = left @ filled
            left /= left.sum()
            means = np.sqrt(right / left)
            better = np.where(gaps, means[:, np.newaxis] / means, filled)
            step = max(step, float(np.abs(better / filled - 1.0).max()))
            filled = better
        if step <= _SETTLED:
            break
    return filled, right, largest
