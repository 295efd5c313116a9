"""VIKOR: the compromise between the greatest good of the group and the least single regret."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import (
    TIE,
    FloatArray,
    Matrix,
    Vector,
    as_matrix,
    noise,
    require_length,
)
from app.analysis.weights import normalise


@dataclass(frozen=True, slots=True, eq=False)
class Compromise:
    """Group regret S, largest single regret R and their mixture Q; (options,), lowest is best.

    advantage: the best is ahead in Q by at least 1 / (options - 1); stability: it is also best by
    S or by R; proposed: the compromise solutions, the best in Q first. One option is proposed when
    both conditions hold, the two best when only stability fails, else all that are too close.
    """

    S: FloatArray
    R: FloatArray
    Q: FloatArray
    advantage: bool
    stability: bool
    proposed: tuple[int, ...]


def find_compromise(values: Matrix, weights: Vector, majority: float = 0.5) -> Compromise:
    """Return the VIKOR compromise; majority: weight of S against R in Q, 0-1.

    Source: Opricovic & Tzeng (2004). A criterion on which all are equal causes no regret. Raises
    ValueError for a majority outside 0-1.
    """
    matrix = as_matrix(values, "Values")
    shares = require_length(normalise(weights), matrix.shape[1], "Weights")
    if not 0.0 <= majority <= 1.0:
        raise ValueError("The weight of the majority lies between 0 and 1.")
    span = matrix.max(axis=0) - matrix.min(axis=0)
    short = matrix.max(axis=0) - matrix
    apart = span > noise(matrix)
    regret = shares * np.divide(short, span, out=np.zeros_like(matrix), where=apart)
    S, R = regret.sum(axis=1), regret.max(axis=1)
    Q = majority * _stretch(S) + (1.0 - majority) * _stretch(R)
    by_q = np.argsort(Q, kind="stable")
    best = int(by_q[0])
    needed = 1.0 / (Q.size - 1) if Q.size > 1 else 0.0
    close = tuple(int(i) for i in by_q if Q[i] - Q[best] < needed - TIE)
    advantage = len(close) <= 1
    stability = bool(S[best] <= S.min() + TIE or R[best] <= R.min() + TIE)
    proposed = close
    if advantage:
        proposed = (best,) if stability else tuple(int(i) for i in by_q[:2])
    return Compromise(S, R, Q, advantage, stability, proposed)


def _stretch(regrets: FloatArray) -> FloatArray:
    """Return regrets stretched to 0-1; all zero where they do not differ."""
    span = float(regrets.max() - regrets.min())
    if span <= TIE:
        return np.zeros_like(regrets)
    stretched: FloatArray = (regrets - regrets.min()) / span
    return stretched
