"""Value functions from a few questions: bisection, and a curve through a stated mid-value.

Source: Keeney & Raiffa (1976), ch. 3, mid-value splitting; the exponential form, of constant
relative curvature, after Kirkwood (1997), ch. 4.
"""

from __future__ import annotations

import math

import numpy as np

from app.analysis.additive import HIGHEST
from app.analysis.arrays import FloatArray, Vector
from app.analysis.value_functions import Outside, ValueFunction, piecewise_linear

_STRAIGHT = 1e-6
_STEPS = 32


def bisect(worst: float, quarters: Vector, best: float, outside: Outside = "clip") -> ValueFunction:
    """Return the function through the answers of a bisection.

    quarters: the levels worth 25, 50 and 75, or just the one worth 50, between worst and best in
    either direction. Raises ValueError for another number of answers or levels out of order.
    """
    levels = [float(level) for level in quarters]
    values = {1: (50.0,), 3: (25.0, 50.0, 75.0)}.get(len(levels))
    if values is None:
        raise ValueError("A bisection has one or three answers.")
    return piecewise_linear([worst, *levels, best], [0.0, *values, HIGHEST], outside)


def bend(worst: float, middle: float, best: float, outside: Outside = "clip") -> ValueFunction:
    """Return the exponential value function that is worth 50 at `middle`.

    value = 100 (1 - exp(-c x)) / (1 - exp(-c)) with x from 0 at worst to 1 at best, drawn as some
    64 straight pieces (at most 0.1 points from the curve unless it is extreme), one of which ends
    at `middle`. Raises ValueError unless `middle` lies strictly between, and not within 1 % of an
    end of, the scale.
    """
    if not (math.isfinite(worst) and math.isfinite(best) and worst != best):
        raise ValueError("A value function needs a worst and a best level that differ.")
    at = (middle - worst) / (best - worst)
    if not 0.01 <= at <= 0.99:
        raise ValueError("The level worth 50 must lie between the worst and the best.")
    x, parts = _knots(_find_curvature(at))
    return piecewise_linear(worst + (best - worst) * x, HIGHEST * parts, outside)


def _knots(curvature: float) -> tuple[FloatArray, FloatArray]:
    """Return points from 0 to 1 and the parts of the value there: even steps of both."""
    even = np.linspace(0.0, 1.0, _STEPS + 1)
    if abs(curvature) < _STRAIGHT:
        return even, even
    whole = math.expm1(-curvature)
    inner = even[1:-1]
    x = np.concatenate([[0.0], -np.log1p(inner * whole) / curvature, [1.0], inner])
    parts = np.concatenate([even, np.expm1(-curvature * inner) / whole])
    order = np.argsort(x, kind="stable")
    x, parts = x[order], parts[order]
    apart = np.concatenate([[True], np.diff(x) > _STRAIGHT])
    apart[-1] = True
    return x[apart], parts[apart]


def _find_curvature(at: float) -> float:
    """Return c with exp(-c at) = (1 + exp(-c)) / 2, by halving; 0 for the straight line."""
    if abs(at - 0.5) < _STRAIGHT:
        return 0.0
    # The value at `at` grows with c: from below 50 far left to above 50 far right.
    low, high = -200.0, 200.0
    for _ in range(200):
        guess = (low + high) / 2.0
        if _value_at(guess, at) < 0.5:
            low = guess
        else:
            high = guess
    return (low + high) / 2.0


def _value_at(curvature: float, at: float) -> float:
    if abs(curvature) < 1e-12:
        return at
    return math.expm1(-curvature * at) / math.expm1(-curvature)
