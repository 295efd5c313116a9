"""The weights an officer admits, as one polytope, and what can be asked of it exactly.

Order, intervals, ratio bounds and trade-offs are all linear in the shares, so incomplete
preferences of every kind are one description (Weber 1987; Salo & Hamalainen 1992): shares w with
w >= 0, sum of w = 1 and rows @ w <= limits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import (
    TIE,
    BoolArray,
    FloatArray,
    IntArray,
    Vector,
    as_vector,
    freeze,
    require_length,
)
from app.analysis.linear_programme import minimise
from app.analysis.watch import Watch

_LOOSE = 1e-9  # a limit that can be missed by less than this holds with equality
_CAP = 0.01  # how much slack of one limit counts when looking for a point inside all of them


@dataclass(frozen=True, slots=True, eq=False)
class Admissible:
    """Shares w >= 0 with sum 1 and rows @ w <= limits; rows: (limits, criteria)."""

    rows: FloatArray
    limits: FloatArray

    @property
    def criteria(self) -> int:
        """Number of criteria."""
        return int(self.rows.shape[1])


@dataclass(frozen=True, slots=True, eq=False)
class Extreme:
    """The least value of a linear function of the shares and shares where it is taken."""

    value: float
    shares: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Interior:
    """Shares as far inside as can be: shares (criteria,); tight marks limits that always bind.

    rows, limits: the admissible rows followed by one per share being zero or more.
    """

    shares: FloatArray
    rows: FloatArray
    limits: FloatArray
    tight: BoolArray


class NoAdmissibleWeights(ValueError):
    """The statements about the weights contradict each other."""


def admit_all(criteria: int) -> Admissible:
    """Return all shares of `criteria` criteria."""
    return _admit(np.empty((0, criteria)), np.empty(0))


def admit_order(ranks: Vector) -> Admissible:
    """Return the shares that fall along ranks (criteria,), 1 first; equal ranks weigh the same."""
    given = as_vector(ranks, "Ranks")
    places = np.argsort(given, kind="stable")
    rows = []
    for upper, lower in zip(places[:-1].tolist(), places[1:].tolist(), strict=True):
        row = np.zeros(given.size)
        row[lower], row[upper] = 1.0, -1.0
        rows.append(row)
        if given[upper] == given[lower]:
            rows.append(-row)
    return _admit(np.array(rows).reshape(-1, given.size), np.zeros(len(rows)))


def admit_intervals(low: Vector, high: Vector) -> Admissible:
    """Return the shares between low and high, each (criteria,) of 0-1.

    Raises ValueError for ends that are no shares (40 for 40 %) or stand in the wrong order.
    """
    least, most = as_vector(low, "Least shares"), as_vector(high, "Most shares")
    require_length(most, least.size, "Most shares")
    if (least > most).any():
        raise ValueError("A least share must not exceed the most.")
    if (least < -TIE).any() or (most > 1.0 + TIE).any():
        raise ValueError("A share of the weight lies between 0 and 100 %.")
    eye = np.eye(least.size)
    return _admit(np.vstack([eye, -eye]), np.concatenate([most, -least]))


def admit_around(shares: FloatArray, relative: float) -> Admissible:
    """Return the shares within `relative` (0.2 for 20 %) of the stated ones, each of its own."""
    if not relative >= 0.0:
        raise ValueError("A spread around weights must not be negative.")
    least = np.maximum(shares * (1.0 - relative), 0.0)
    return admit_intervals(least, np.minimum(shares * (1.0 + relative), 1.0))


def admit_ratio(criteria: int, first: int, second: int, low: float, high: float) -> Admissible:
    """Return the shares with low <= w[first] / w[second] <= high.

    `high` may be infinite (no bound); low = high states a trade-off exactly.
    """
    if not 0.0 <= low <= high or first == second:
        raise ValueError("A ratio needs two criteria and bounds in order, of zero or more.")
    rows = [np.zeros(criteria)]
    rows[0][[first, second]] = -1.0, low
    if np.isfinite(high):
        rows.append(np.zeros(criteria))
        rows[1][[first, second]] = 1.0, -high
    return _admit(np.array(rows), np.zeros(len(rows)))


def admit_both(*parts: Admissible) -> Admissible:
    """Return the shares that every part admits."""
    rows = np.vstack([part.rows for part in parts])
    return _admit(rows, np.concatenate([part.limits for part in parts]))


def find_least(
    admissible: Admissible, direction: FloatArray, watch: Watch | None = None
) -> Extreme:
    """Return the least of direction @ w over the admissible shares, exactly.

    Raises NoAdmissibleWeights when there are none, and Cancelled as `watch` says.
    """
    solution = minimise(
        direction,
        admissible.rows,
        admissible.limits,
        np.ones((1, admissible.criteria)),
        np.ones(1),
        watch,
    )
    if solution.status != "optimal":
        raise NoAdmissibleWeights("These statements about the weights contradict each other.")
    return Extreme(solution.value, solution.x)


def find_ranges(
    admissible: Admissible, watch: Watch | None = None
) -> tuple[FloatArray, FloatArray]:
    """Return the least and the most that each criterion can weigh; each (criteria,)."""
    corners = find_corners(admissible, watch)
    least: FloatArray = np.diag(corners[: admissible.criteria]).copy()
    most: FloatArray = np.diag(corners[admissible.criteria :]).copy()
    return least, most


def find_corners(admissible: Admissible, watch: Watch | None = None) -> FloatArray:
    """Return the corners where some criterion weighs least or most; (2 * criteria, criteria)."""
    eye = np.eye(admissible.criteria)
    rows = np.vstack([eye, -eye])
    return np.array([find_least(admissible, row, watch).shares for row in rows])


def find_interior(admissible: Admissible, watch: Watch | None = None) -> Interior:
    """Return shares strictly inside every limit that can be missed at all.

    Each round maximises the slack of the limits not yet missed; what has no slack then always
    binds. Raises NoAdmissibleWeights when nothing is admissible, and Cancelled as `watch` says.
    """
    criteria = admissible.criteria
    rows = np.vstack([admissible.rows, -np.eye(criteria)])
    limits = np.concatenate([admissible.limits, np.zeros(criteria)])
    tight = np.ones(limits.size, dtype=np.bool_)
    points = []
    while True:
        waiting = np.flatnonzero(tight)
        point = _most_slack(admissible, rows, limits, waiting, watch)
        missed = limits[waiting] - rows[waiting] @ point > _LOOSE
        points.append(point)
        if not missed.any():
            break
        tight[waiting[missed]] = False
        if not tight.any():
            break
    return Interior(np.mean(points, axis=0), rows, limits, tight)


def _most_slack(
    admissible: Admissible,
    rows: FloatArray,
    limits: FloatArray,
    waiting: IntArray,
    watch: Watch | None,
) -> FloatArray:
    """Return admissible shares with the greatest sum of capped slacks of the waiting limits."""
    criteria, count = admissible.criteria, waiting.size
    slack_rows = np.hstack([rows[waiting], np.eye(count)])
    capped = np.hstack([np.zeros((count, criteria)), np.eye(count)])
    others = np.hstack([admissible.rows, np.zeros((admissible.limits.size, count))])
    solution = minimise(
        np.repeat([0.0, -1.0], [criteria, count]),
        np.vstack([slack_rows, capped, others]),
        np.concatenate([limits[waiting], np.full(count, _CAP), admissible.limits]),
        np.repeat([[1.0, 0.0]], [criteria, count], axis=1),
        np.ones(1),
        watch,
    )
    if solution.status != "optimal":
        raise NoAdmissibleWeights("These statements about the weights contradict each other.")
    return solution.x[:criteria]


def _admit(rows: FloatArray, limits: FloatArray) -> Admissible:
    return Admissible(freeze(rows), freeze(limits))


def stack_rows(rows: Sequence[FloatArray], limits: Sequence[float], criteria: int) -> Admissible:
    """Return the shares that satisfy every given row @ w <= limit, for statements of any kind."""
    return _admit(
        np.array(rows, dtype=np.float64).reshape(-1, criteria), np.array(limits, dtype=np.float64)
    )
