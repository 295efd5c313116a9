"""A small dense linear programme solver: the two-phase primal simplex method (Dantzig 1963).

The programmes of a decision have at most a few hundred rows and columns, where a dense tableau in
NumPy answers in milliseconds. The last basis is solved again from the original numbers, so the
solution does not carry the rounding of the pivots, and prices (dual values) come with it, which
prove the optimum: feasible prices of the same value exist only at an optimum.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

import numpy as np

from app.analysis.arrays import FloatArray, IntArray
from app.analysis.elimination import solve_square
from app.analysis.watch import Watch, report

Status: TypeAlias = Literal["optimal", "infeasible", "unbounded"]

_ZERO = 1e-9  # after scaling, smaller numbers are the noise of pivoting
_MISSED = 1e-6  # of the largest right-hand side; what no solution may miss a row by
_FAINTEST = -300
_STALLED = 40  # steps without progress before the rule that cannot cycle takes over


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """The outcome of a linear programme; empty arrays and value 0 unless status is "optimal".

    x: (variables,); value: the least cost; prices: (rows,) what one unit more on the right-hand
    side adds to the value, inequality rows first.
    """

    status: Status
    value: float
    x: FloatArray
    prices: FloatArray


@dataclass(slots=True, eq=False)
class _Tableau:
    """Rows of the current basis, the right-hand side last, and which variable each row holds."""

    cells: FloatArray
    basis: IntArray


def minimise(
    cost: FloatArray,
    at_most: FloatArray,
    limits: FloatArray,
    equal: FloatArray | None = None,
    targets: FloatArray | None = None,
    watch: Watch | None = None,
) -> Solution:
    """Minimise cost @ x subject to at_most @ x <= limits, equal @ x == targets and x >= 0.

    cost: (variables,); at_most: (rows, variables), possibly with no row; limits: (rows,); equal
    and targets likewise, both optional. Raises ValueError for shapes that do not fit, numbers
    that are not finite, and rows whose products span more than double precision. `watch` hears
    nothing of progress, but is asked before every step whether to go on; Cancelled as it says.
    """
    variables = cost.size
    if equal is None or targets is None:
        equal, targets = np.empty((0, variables)), np.empty(0)
    rows = np.vstack([at_most.reshape(-1, variables), equal.reshape(-1, variables)])
    right = np.concatenate([limits, targets])
    if rows.shape[0] != right.size:
        raise ValueError("Every row of a linear programme needs a right-hand side.")
    if not all(np.isfinite(part).all() for part in (cost, rows, right)):
        raise ValueError("A linear programme needs finite numbers.")
    by_row, by_column = _scales(rows)
    standard = np.hstack([rows * by_row[:, np.newaxis] * by_column, _slacks(limits.size, right)])
    scaled_right = right * by_row
    costs = np.concatenate([cost * by_column, np.zeros(limits.size)])
    size = max(float(np.abs(scaled_right).max(initial=0.0)), 1e-300)
    worth = max(float(np.abs(costs).max(initial=0.0)), 1e-300)
    status, basis, kept = _solve(standard, scaled_right / size, costs / worth, limits.size, watch)
    if status != "optimal":
        return Solution(status, 0.0, np.empty(0), np.empty(0))
    full, prices = _solve_again(standard, scaled_right, costs, _split(basis, kept, variables))
    missed = float(np.abs(standard[kept] @ full - scaled_right[kept]).max(initial=0.0))
    if missed > _MISSED * size:
        raise ValueError("The numbers of a linear programme span more than can be told apart.")
    x = full[:variables] * by_column
    return Solution("optimal", float(cost @ x), x, prices * by_row)


class _Split(NamedTuple):
    """A basis: rows whose own slack is in it, these slacks, the other rows, the other variables."""

    loose: IntArray
    slacks: IntArray
    tight: IntArray
    held: IntArray


def _split(basis: IntArray, kept: IntArray, variables: int) -> _Split:
    slacks = basis[basis >= variables]
    loose = slacks - variables
    return _Split(loose, slacks, np.setdiff1d(kept, loose), basis[basis < variables])


def _solve_again(
    standard: FloatArray, right: FloatArray, costs: FloatArray, split: _Split
) -> tuple[FloatArray, FloatArray]:
    """Return the values (columns,) and the prices (rows,) of a basis, from the original numbers.

    A row whose own slack is in the basis has no price, and its slack is what the others leave: only
    the other rows are equations to be solved.
    """
    core = standard[np.ix_(split.tight, split.held)]
    values, prices = np.zeros(costs.size), np.zeros(right.size)
    values[split.held] = np.maximum(solve_square(core, right[split.tight]), 0.0)
    left = right[split.loose] - standard[np.ix_(split.loose, split.held)] @ values[split.held]
    values[split.slacks] = np.maximum(left, 0.0)
    prices[split.tight] = solve_square(core.T, costs[split.held])
    return values, prices


def _slacks(inequalities: int, right: FloatArray) -> FloatArray:
    slacks: FloatArray = np.zeros((right.size, inequalities))
    slacks[:inequalities, :] = np.eye(inequalities)
    return slacks


def _scales(rows: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return powers of two that bring every row and column near size one, free of rounding."""
    sizes = np.abs(rows)
    by_row = _inverse_power(sizes.max(axis=1, initial=0.0))
    by_column = _inverse_power((sizes * by_row[:, np.newaxis]).max(axis=0, initial=0.0))
    return by_row, by_column


def _inverse_power(sizes: FloatArray) -> FloatArray:
    # Numbers too small to be brought near one without overflow are brought as near as can be.
    exponents = np.where(sizes > 0.0, np.maximum(np.frexp(sizes)[1], _FAINTEST), 0)
    return np.ldexp(1.0, -exponents)


def _solve(
    rows: FloatArray, right: FloatArray, costs: FloatArray, inequalities: int, watch: Watch | None
) -> tuple[Status, IntArray, IntArray]:
    """Run both phases; return the status, the basic variables and the rows they belong to.

    A row whose slack can stand at its right-hand side starts with it; the others start with an
    artificial variable, and the first phase drives these to zero.
    """
    height, width = rows.shape
    signs = np.where(right < 0.0, -1.0, 1.0)
    ready = (np.arange(height) < inequalities) & (right >= 0.0)
    lacking = np.flatnonzero(~ready)
    helpers = np.eye(height)[:, lacking]
    cells = np.hstack([rows * signs[:, np.newaxis], helpers, (right * signs)[:, np.newaxis]])
    basis = np.arange(height) + (width - inequalities)
    basis[lacking] = width + np.arange(lacking.size)
    tableau = _Tableau(cells, basis)
    helped = np.repeat([0.0, 1.0], [width, lacking.size])
    _iterate(tableau, helped, width + lacking.size, watch)
    if tableau.cells[tableau.basis >= width, -1].sum() > _ZERO * max(1, height):
        return "infeasible", tableau.basis, np.arange(0)
    kept = _drop_artificial(tableau, width)
    if not _iterate(tableau, np.concatenate([costs, np.zeros(lacking.size)]), width, watch):
        return "unbounded", tableau.basis, kept
    return "optimal", tableau.basis, kept


def _drop_artificial(tableau: _Tableau, width: int) -> IntArray:
    """Pivot helper variables out of the basis; rows where none can enter are redundant."""
    kept = []
    for row in range(tableau.basis.size):
        if tableau.basis[row] >= width:
            column = int(np.argmax(np.abs(tableau.cells[row, :width])))
            if abs(tableau.cells[row, column]) <= _ZERO:
                continue
            _pivot(tableau, row, column)
        kept.append(row)
    tableau.cells = tableau.cells[kept]
    tableau.basis = tableau.basis[kept]
    return np.array(kept, dtype=np.int64)


def _iterate(tableau: _Tableau, costs: FloatArray, allowed: int, watch: Watch | None) -> bool:
    """Pivot until no variable below `allowed` lowers the cost; False when it has no floor."""
    stalled = 0
    while True:
        report(watch, 0, 1)
        reduced = costs[:allowed] - costs[tableau.basis] @ tableau.cells[:, :allowed]
        reduced[tableau.basis[tableau.basis < allowed]] = 0.0
        useful = np.flatnonzero(reduced < -_ZERO)
        if useful.size == 0:
            return True
        careful = stalled > _STALLED
        # Bland's rule (1977), the lowest index, cannot cycle; the steepest is usually faster.
        column = int(useful[0] if careful else useful[np.argmin(reduced[useful])])
        row = _leaving_row(tableau, column, careful=careful)
        if row < 0:
            return False
        stalled = stalled + 1 if tableau.cells[row, -1] <= _ZERO else 0
        _pivot(tableau, row, column)


def _leaving_row(tableau: _Tableau, column: int, *, careful: bool) -> int:
    """Return the row that limits the entering variable first, or -1 when none does."""
    entering = tableau.cells[:, column]
    limiting = np.flatnonzero(entering > _ZERO)
    if limiting.size == 0:
        return -1
    ratios = np.maximum(tableau.cells[limiting, -1], 0.0) / entering[limiting]
    tied = limiting[ratios <= ratios.min() + _ZERO * _ZERO]
    best = np.argmin(tableau.basis[tied]) if careful else np.argmax(entering[tied])
    return int(tied[best])


def _pivot(tableau: _Tableau, row: int, column: int) -> None:
    cells = tableau.cells
    cells[row] /= cells[row, column]
    factors = cells[:, column].copy()
    factors[row] = 0.0
    cells -= factors[:, np.newaxis] * cells[row]
    tableau.basis[row] = column
