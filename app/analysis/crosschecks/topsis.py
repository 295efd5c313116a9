"""TOPSIS: near the best imaginable option and far from the worst."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import FloatArray, Matrix, Vector, as_matrix, noise, require_length
from app.analysis.weights import normalise


@dataclass(frozen=True, slots=True, eq=False)
class Closeness:
    """Distances and relative closeness; all (options,).

    to_best, to_worst: Euclidean distances to the best and the worst value present on every
    criterion, after weighting; closeness: to_worst / (to_best + to_worst), 0-1, highest is best,
    0.5 where both distances are zero.
    """

    to_best: FloatArray
    to_worst: FloatArray
    closeness: FloatArray


def find_closeness(values: Matrix, weights: Vector) -> Closeness:
    """Return TOPSIS closeness with vector normalisation and Euclidean distance.

    Source: Hwang & Yoon (1981). A criterion on which all are equal counts for nothing.
    """
    matrix = as_matrix(values, "Values")
    shares = require_length(normalise(weights), matrix.shape[1], "Weights")
    largest = np.abs(matrix).max(axis=0)
    scaled = np.divide(matrix, largest, out=np.zeros_like(matrix), where=largest > 0.0)
    lengths = np.sqrt((scaled**2).sum(axis=0))
    unit = np.divide(scaled, lengths, out=np.zeros_like(matrix), where=lengths > 0.0)
    # Where all are equal, what is left of rounding would decide between the two distances.
    apart = np.ptp(matrix, axis=0) > noise(matrix)
    weighted = np.where(apart, unit * shares, 0.0)
    to_best = np.sqrt(((weighted.max(axis=0) - weighted) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - weighted.min(axis=0)) ** 2).sum(axis=1))
    span = to_best + to_worst
    closeness = np.divide(to_worst, span, out=np.full(span.size, 0.5), where=span > 0.0)
    return Closeness(to_best, to_worst, closeness)
