"""Which options can be best at all, and what weights would make them so; linear programmes.

Sources: potential optimality after Hazen (1986) and Athanassopoulos & Podinovski (1997); pairwise
dominance under incomplete weights after Weber (1987) and Salo & Hamalainen (1992); the smallest
change of weights after Ringuest (1997), with distances L1 and L-infinity.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from app.analysis.additive import PartialValues
from app.analysis.admissible import Admissible, NoAdmissibleWeights, find_interior, find_least
from app.analysis.arrays import TIE, BoolArray, FloatArray
from app.analysis.linear_programme import minimise
from app.analysis.watch import Watch, report

Distance: TypeAlias = Literal["sum", "largest"]


@dataclass(frozen=True, slots=True, eq=False)
class Potential:
    """How good an option can look: its greatest lead over the best rival, and where.

    lead: points of value, negative when it can never be first; shares: (criteria,).
    """

    lead: float
    shares: FloatArray

    @property
    def optimal(self) -> bool:
        """True when some admissible weights make the option first, ties included."""
        return self.lead >= -TIE


@dataclass(frozen=True, slots=True, eq=False)
class WeightChange:
    """The nearest shares at which an option is first; distance in shares of 1."""

    shares: FloatArray
    distance: float


def find_potentials(
    prepared: PartialValues, admissible: Admissible, watch: Watch | None = None
) -> tuple[Potential, ...]:
    """Return for each option its greatest lead over all rivals under admissible weights.

    With one option the lead is 0. Raises NoAdmissibleWeights, and Cancelled as `watch` says.
    """
    found = []
    for option in range(prepared.options):
        report(watch, option, prepared.options)
        found.append(find_potential(prepared, option, admissible, watch))
    return tuple(found)


def find_pairwise_dominance(
    prepared: PartialValues, admissible: Admissible, watch: Watch | None = None
) -> BoolArray:
    """Tell which option (row) is at least as good as which under every admissible weighting.

    Strictly better somewhere; (options, options). Raises NoAdmissibleWeights and Cancelled.
    """
    values, count = prepared.values, prepared.options
    least = np.zeros((count, count))
    for row in range(count):
        report(watch, row, count)
        for column in range(count):
            if row != column:
                least[row, column] = find_least(
                    admissible, values[row] - values[column], watch
                ).value
    # The most that the row can lead by is minus the least of the column over the row.
    return (least >= -TIE) & (-least.T > TIE) & ~np.eye(count, dtype=np.bool_)


def find_certain_winner(
    prepared: PartialValues, admissible: Admissible, watch: Watch | None = None
) -> int | None:
    """Return the option that is first under every admissible weighting, or None: then ask on.

    The least lead of the candidate over every rival is the proof. The candidate is the best at a
    point strictly inside, where only options that always tie can be level with a certain winner;
    of these the first is returned. Raises NoAdmissibleWeights, and Cancelled as `watch` says.
    """
    candidate = int(np.argmax(prepared.values @ find_interior(admissible, watch).shares))
    for rival in range(prepared.options):
        gaps = prepared.values[candidate] - prepared.values[rival]
        if rival != candidate and find_least(admissible, gaps, watch).value < -TIE:
            return None
    return candidate


def find_smallest_change(
    prepared: PartialValues,
    shares: FloatArray,
    option: int,
    distance: Distance = "sum",
    watch: Watch | None = None,
) -> WeightChange | None:
    """Return the shares nearest to the stated ones at which `option` is first, ties included.

    distance: "sum" of all absolute changes (L1) or the "largest" single one (L-infinity). None
    when no weights make the option first. Raises Cancelled as `watch` says.
    """
    gaps = np.delete(prepared.values, option, axis=0) - prepared.values[option]
    solve = _least_sum if distance == "sum" else _least_largest
    moved = solve(gaps, shares, watch)
    if moved is None:
        return None
    change = np.abs(moved - shares)
    return WeightChange(moved, float(change.sum() if distance == "sum" else change.max()))


def _least_sum(gaps: FloatArray, shares: FloatArray, watch: Watch | None) -> FloatArray | None:
    """Return the nearest shares w by L1 with gaps @ w <= 0, or None.

    Variables: w, then rises r >= w - shares; as the sum is kept, the change is twice the rises.
    """
    count, eye = shares.size, np.eye(shares.size)
    rows = np.vstack([np.hstack([gaps, np.zeros_like(gaps)]), np.hstack([eye, -eye])])
    solution = minimise(
        np.repeat([0.0, 1.0], count),
        rows,
        np.concatenate([np.zeros(len(gaps)), shares]),
        np.repeat([[1.0, 0.0]], count, axis=1),
        np.ones(1),
        watch,
    )
    return solution.x[:count] if solution.status == "optimal" else None


def _least_largest(gaps: FloatArray, shares: FloatArray, watch: Watch | None) -> FloatArray | None:
    """Return the nearest shares w by L-infinity with gaps @ w <= 0, or None.

    Variables: u = w - shares + z with 0 <= u <= 2 z, then z, the largest change.
    """
    count, eye, one = shares.size, np.eye(shares.size), np.ones((shares.size, 1))
    rows = np.vstack(
        [
            np.hstack([gaps, -gaps.sum(axis=1, keepdims=True)]),
            np.hstack([eye, -2.0 * one]),
            np.hstack([-eye, one]),
        ]
    )
    solution = minimise(
        np.repeat([0.0, 1.0], [count, 1]),
        rows,
        np.concatenate([-(gaps @ shares), np.zeros(count), shares]),
        np.repeat([[1.0, -float(count)]], [count, 1], axis=1),
        np.zeros(1),
        watch,
    )
    if solution.status != "optimal":
        return None
    moved: FloatArray = np.maximum(solution.x[:count] + shares - solution.x[count], 0.0)
    return moved


def find_potential(
    prepared: PartialValues, option: int, admissible: Admissible, watch: Watch | None = None
) -> Potential:
    """Return one option's greatest lead over all rivals; as `find_potentials`."""
    # The lead is split into two variables, as it may be negative.
    values = prepared.values
    rivals = np.delete(values, option, axis=0) - values[option]
    criteria = admissible.criteria
    if not rivals.size:
        return Potential(0.0, find_least(admissible, np.zeros(criteria), watch).shares)
    # In units of the largest difference, so that the lead is of the size of the shares.
    unit = float(np.abs(rivals).max()) or 1.0
    rows = np.vstack(
        [
            np.hstack([rivals / unit, np.tile([1.0, -1.0], (rivals.shape[0], 1))]),
            np.hstack([admissible.rows, np.zeros((admissible.limits.size, 2))]),
        ]
    )
    solution = minimise(
        np.concatenate([np.zeros(criteria), [-1.0, 1.0]]),
        rows,
        np.concatenate([np.zeros(rivals.shape[0]), admissible.limits]),
        np.concatenate([np.ones(criteria), np.zeros(2)])[np.newaxis],
        np.ones(1),
        watch,
    )
    if solution.status != "optimal":
        raise NoAdmissibleWeights("These statements about the weights contradict each other.")
    return Potential(-solution.value * unit + 0.0, solution.x[:criteria])
