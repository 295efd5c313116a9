"""Weights from pairwise comparisons: "A matters three times as much as B".

Sources: Saaty (1980) for the principal eigenvector and the consistency ratio; Crawford & Williams
(1985) for the geometric mean; Bozoki, Fulop & Ronyai (2010) for incomplete matrices, Agoston &
Csato (2022) for their consistency ratio; Aczel & Saaty (1983) for groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import BoolArray, FloatArray
from app.analysis.elicitation.completion import fill_gaps
from app.analysis.elicitation.random_index import RandomIndex, find_random_index
from app.analysis.weights import normalise


@dataclass(frozen=True, slots=True)
class Judgement:
    """The first criterion matters `ratio` times as much as the second (indices)."""

    first: int
    second: int
    ratio: float


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Weights from pairwise judgements and how consistent these are.

    shares: (criteria,) from the principal eigenvector; geometric: (criteria,) from logarithmic
    least squares; largest_eigenvalue: n when perfectly consistent; consistency_index:
    (largest_eigenvalue - n) / (n - 1); consistency_ratio: the index over the random index, above
    0.1 by custom too inconsistent, None when so many judgements are missing that no two ways of
    comparing a pair are left to contradict each other; worst: the judgement at odds with all
    others, with the ratio that would mend it, None when all agree or it cannot be spared. Gaps are
    filled as consistently as can be before eigenvector and eigenvalue are taken.
    """

    shares: FloatArray
    geometric: FloatArray
    largest_eigenvalue: float
    consistency_index: float
    consistency_ratio: float | None
    worst: Judgement | None


def build_matrix(criteria: int, judgements: Iterable[Judgement]) -> FloatArray:
    """Return the reciprocal matrix (criteria, criteria), NaN where nothing was judged.

    Raises ValueError for a ratio that is not above zero (or so small or large that its inverse is
    no number), for a pair judged twice and for a criterion that does not exist.
    """
    matrix = np.full((criteria, criteria), np.nan)
    np.fill_diagonal(matrix, 1.0)
    for given in judgements:
        if not (0 <= given.first < criteria and 0 <= given.second < criteria):
            raise ValueError("Only the given criteria can be compared.")
        if not (given.ratio > 0.0 and 0.0 < 1.0 / given.ratio < np.inf):
            raise ValueError("A comparison needs a ratio above zero.")
        if not np.isnan(matrix[given.first, given.second]):
            raise ValueError("A pair of criteria can be compared only once.")
        matrix[given.first, given.second] = given.ratio
        matrix[given.second, given.first] = 1.0 / given.ratio
    return matrix


def compare(matrix: FloatArray, random_index: RandomIndex = "saaty") -> Comparison:
    """Return weights and consistency of a reciprocal matrix (criteria, criteria), NaN = missing.

    Raises ValueError for a matrix that is not positive and reciprocal, or whose judgements do not
    connect all criteria.
    """
    _check(matrix)
    count = matrix.shape[0]
    _, shares, largest = fill_gaps(matrix, _log_weights(matrix))
    index = max(0.0, (largest - count) / (count - 1)) if count > 1 else 0.0
    missing = int(np.isnan(matrix).sum()) // 2
    chance = find_random_index(count, random_index, missing)
    ratio = index / chance if chance else (None if missing else 0.0)
    return Comparison(
        shares=shares,
        geometric=_logarithmic_least_squares(matrix),
        largest_eigenvalue=largest,
        consistency_index=index,
        consistency_ratio=ratio,
        worst=_find_worst(matrix, shares),
    )


def combine(matrices: Sequence[FloatArray]) -> FloatArray:
    """Return the group's matrix: the geometric mean of what each member judged.

    A pair that some members left out is the mean of the others'. Raises ValueError as `compare`,
    for a group of nobody, and for members who judge different numbers of criteria.
    """
    if len({matrix.shape for matrix in matrices}) != 1:
        raise ValueError("A group needs members who compare the same criteria.")
    for matrix in matrices:
        _check(matrix, connected=False)
    logs = np.log(np.array(matrices))
    known = ~np.isnan(logs)
    sums = np.where(known, logs, 0.0).sum(axis=0)
    counts = known.sum(axis=0)
    means = np.divide(sums, counts, out=np.full(sums.shape, np.nan), where=counts > 0)
    group: FloatArray = np.exp(means)
    return group


def _check(matrix: FloatArray, *, connected: bool = True) -> None:
    known = ~np.isnan(matrix)
    square = matrix.ndim == 2 and matrix.shape[0] == matrix.shape[1] > 0
    if not square or (known != known.T).any() or not known.diagonal().all():
        raise ValueError("Comparisons need a square matrix that judges both ways.")
    filled = np.where(known, matrix, 1.0)
    if (filled <= 0.0).any() or not np.isfinite(filled).all():
        raise ValueError("A comparison needs a ratio above zero.")
    if (np.abs(filled * filled.T - 1.0) > 1e-6).any():
        raise ValueError("Two ways of judging a pair must be each other's inverse.")
    if connected and not _connects(known):
        raise ValueError("The comparisons must connect every criterion with every other.")


def _connects(known: BoolArray) -> bool:
    reached: BoolArray = np.arange(known.shape[0]) == 0
    for _ in range(known.shape[0]):
        reached = np.asarray(known[reached].any(axis=0))
    return bool(reached.all())


def _logarithmic_least_squares(matrix: FloatArray) -> FloatArray:
    """Return the row geometric means, or for gaps what fits the known logarithms best."""
    return normalise(np.exp(_log_weights(matrix)))


def _log_weights(matrix: FloatArray) -> FloatArray:
    """Solve the normal equations of the comparison graph; the largest logarithm is zero."""
    known = ~np.isnan(matrix)
    sums = np.log(np.where(known, matrix, 1.0)).sum(axis=1)
    laplacian = np.diag(known.sum(axis=1)) - known.astype(np.float64)
    logs: FloatArray = np.linalg.solve(laplacian + 1.0 / matrix.shape[0], sums)
    scaled: FloatArray = logs - logs.max()
    return scaled


def _find_worst(matrix: FloatArray, shares: FloatArray) -> Judgement | None:
    """Return the judgement furthest from the weights, and what the others imply instead."""
    implied = shares[:, np.newaxis] / shares
    misfit = np.abs(np.log(np.where(np.isnan(matrix), implied, matrix) / implied))
    first, second = (int(i) for i in np.unravel_index(int(np.argmax(misfit)), matrix.shape))
    if misfit[first, second] <= 1e-9:
        return None
    spared = matrix.copy()
    spared[first, second] = spared[second, first] = np.nan
    if not _connects(~np.isnan(spared)):
        return None
    _, others, _ = fill_gaps(spared, _log_weights(spared))
    if matrix[first, second] < 1.0:
        first, second = second, first
    return Judgement(first, second, float(others[first] / others[second]))
