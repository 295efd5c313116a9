"""Partial value functions: from a criterion's own scale to 0-100.

Piecewise-linear functions in either direction (Keeney & Raiffa 1976, ch. 3; Belton & Stewart
2002, ch. 5). Linear, constructed and direct scales are special cases of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

import numpy as np

from app.analysis.arrays import FloatArray, Vector, as_vector, freeze, require_length

Outside: TypeAlias = Literal["clip", "extrapolate"]


@dataclass(frozen=True, slots=True, eq=False)
class ValueFunction:
    """A monotone piecewise-linear function through (points[k], values[k]).

    points: (k,) ascending, in the scale's unit; values: (k,) never rising and falling both.
    outside: "clip" gives points beyond the ends the value of the end; "extrapolate" continues the
    first and last piece, so that values below 0 or above 100 are possible.
    """

    points: FloatArray
    values: FloatArray
    outside: Outside

    @property
    def rising(self) -> bool:
        """True when more on the scale is worth more (or equally much)."""
        return bool(self.values[-1] >= self.values[0])


class Carried(NamedTuple):
    """A score's low, likely and high carried to values; low <= likely <= high in value."""

    low: FloatArray
    likely: FloatArray
    high: FloatArray


def piecewise_linear(points: Vector, values: Vector, outside: Outside = "clip") -> ValueFunction:
    """Return the function through the given points, which may run in either direction.

    Raises ValueError for fewer than two points, equal points, or values that both rise and fall.
    """
    x, y = as_vector(points, "Points"), as_vector(values, "Values")
    require_length(y, x.size, "Values")
    if x.size < 2:
        raise ValueError("A value function needs at least two points.")
    if x[0] > x[-1]:
        x, y = x[::-1].copy(), y[::-1].copy()
    if not strictly_ordered(x):
        raise ValueError("The points of a value function must run in one direction.")
    if not monotone(y):
        raise ValueError("The values of a value function must not both rise and fall.")
    return ValueFunction(freeze(x.copy()), freeze(y.copy()), outside)


def linear(worst: float, best: float, outside: Outside = "clip") -> ValueFunction:
    """Return the straight line from 0 at `worst` to 100 at `best`, in either direction."""
    return piecewise_linear((worst, best), (0.0, 100.0), outside)


def direct() -> ValueFunction:
    """Return the identity on 0-100, clipped: for direct rating and for constructed levels.

    Constructed levels are reference points of a 0-100 scale; any number between may be scored.
    """
    return linear(0.0, 100.0)


def monotone(values: Vector) -> bool:
    """Tell whether `values` never rise and fall both; equal neighbours are allowed."""
    steps = np.diff(np.asarray(values, dtype=np.float64))
    return bool((steps >= 0).all() or (steps <= 0).all())


def strictly_ordered(points: Vector) -> bool:
    """Tell whether `points` rise (or fall) at every step by a finite amount."""
    with np.errstate(over="ignore"):  # a step too wide for a number is refused just below
        steps = np.diff(np.asarray(points, dtype=np.float64))
    return bool(np.isfinite(steps).all() and ((steps > 0).all() or (steps < 0).all()))


def apply(function: ValueFunction, scores: FloatArray) -> FloatArray:
    """Return the values of `scores` (any shape, the scale's unit); missing (NaN) stays missing."""
    x, y = function.points, function.values
    inside: FloatArray = np.interp(scores, x, y)
    if function.outside == "clip":
        return inside
    below = y[0] + (scores - x[0]) * ((y[1] - y[0]) / (x[1] - x[0]))
    above = y[-1] + (scores - x[-1]) * ((y[-1] - y[-2]) / (x[-1] - x[-2]))
    return np.where(scores < x[0], below, np.where(scores > x[-1], above, inside))


def beyond_scale(function: ValueFunction, scores: FloatArray) -> FloatArray:
    """Return how far each score lies beyond the function's ends, in the scale's unit (else 0).

    Lets a page say openly that a score was clipped or extrapolated. Missing scores give 0.
    """
    known = np.where(np.isnan(scores), function.points[0], scores)
    excess: FloatArray = known - np.clip(known, function.points[0], function.points[-1])
    return excess


def carry(
    function: ValueFunction, low: FloatArray, likely: FloatArray, high: FloatArray
) -> Carried:
    """Carry low, likely and high scores to values, whichever way the scale runs.

    On a falling scale the low score gives the high value; the result is ordered by value. Raises
    ValueError unless low <= likely <= high wherever all three are known.
    """
    if (low > likely).any() or (likely > high).any():
        raise ValueError("A score's low, likely and high must be in that order.")
    first, middle, last = (apply(function, scores) for scores in (low, likely, high))
    if function.rising:
        return Carried(first, middle, last)
    return Carried(last, middle, first)
