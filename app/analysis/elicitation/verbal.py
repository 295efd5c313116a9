"""Values and weights from verbal judgements of difference, after MACBETH.

An officer says for pairs of things how different their attractiveness is: not at all, very weakly,
weakly, moderately, strongly, very strongly, extremely (0 to 6). A linear programme finds the
smallest scale on which every stronger judgement is a larger difference (Bana e Costa & Vansnick
1994; Bana e Costa, De Corte & Vansnick 2005).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.analysis.additive import HIGHEST
from app.analysis.arrays import FloatArray
from app.analysis.linear_programme import minimise
from app.analysis.weights import normalise

STRONGEST = 6
"""The category "extreme"; 0 is "no difference"."""

_ROOM = 1e-7  # what the settled values may give up when the next is settled


@dataclass(frozen=True, slots=True)
class Difference:
    """The better thing is more attractive than the worse by `category`, 0-6 (indices)."""

    better: int
    worse: int
    category: int


@dataclass(frozen=True, slots=True, eq=False)
class VerbalScale:
    """The scale that fits the judgements.

    values: (things,) the least attractive at 0, differences in units of the smallest scale;
    conflicts: empty when the judgements agree; else judgements that contradict each other while
    any one fewer of them would not, and values are all zero.
    """

    values: FloatArray
    conflicts: tuple[Difference, ...]

    @property
    def consistent(self) -> bool:
        """Whether a scale exists."""
        return not self.conflicts

    def as_values(self) -> FloatArray:
        """Return the scale stretched to 0-100; ValueError when there is none to stretch."""
        top = float(self.values.max())
        if top <= 0.0:
            raise ValueError("The judgements give no scale with a best above a worst.")
        stretched: FloatArray = self.values * (HIGHEST / top)
        return stretched

    def as_shares(self, nothing: int) -> FloatArray:
        """Return shares of weight from judged swings; `nothing` is the thing that swings nothing.

        It is left out of the result. Raises ValueError when no swing is worth anything.
        """
        return normalise(np.delete(self.values - self.values[nothing], nothing))


def fit_scale(things: int, judgements: Sequence[Difference]) -> VerbalScale:
    """Fit the smallest scale to verbal judgements, or name judgements that conflict.

    Every difference is at least its category, equal for category 0, and exceeds every difference
    of a lower category by at least the number of categories between them. Where several smallest
    scales exist, each value in turn is put in the middle of what it can still be. Things that no
    judgement connects fall to 0. Raises ValueError for nothing to judge and for indices or
    categories out of range.
    """
    if things < 1:
        raise ValueError("A scale needs at least one thing.")
    for given in judgements:
        inside = 0 <= given.better < things and 0 <= given.worse < things
        if not inside or given.better == given.worse or not 0 <= given.category <= STRONGEST:
            raise ValueError("A judgement needs two different things and a category of 0 to 6.")
    programme = _Programme(things, judgements)
    if programme.least(programme.spread()) is None:
        return VerbalScale(np.zeros(things), _find_conflict(things, judgements))
    return VerbalScale(_settle(programme, things), ())


class _Programme:
    """Rows of the linear programme: one variable a thing, then the ends of each category."""

    def __init__(self, things: int, judgements: Sequence[Difference]) -> None:
        self._things = things
        used = sorted({given.category for given in judgements if given.category > 0})
        self._width = things + 1 + 2 * len(used)
        self._rows: list[FloatArray] = []
        self._limits: list[float] = []
        place = {category: things + 1 + 2 * k for k, category in enumerate(used)}
        for given in judgements:
            difference = {given.better: 1.0, given.worse: -1.0}
            if given.category == 0:
                self.add(difference, 0.0)
                self.add({thing: -sign for thing, sign in difference.items()}, 0.0)
            else:
                least, most = place[given.category], place[given.category] + 1
                self.add({**difference, most: -1.0}, 0.0)
                self.add({given.better: -1.0, given.worse: 1.0, least: 1.0}, 0.0)
                self.add({least: -1.0}, -float(given.category))
        for k, category in enumerate(used):
            for lower in used[:k]:
                gap = -float(category - lower)
                self.add({place[lower] + 1: 1.0, place[category]: -1.0}, gap)
        for thing in range(things):
            self.add({thing: 1.0, things: -1.0}, 0.0)

    def add(self, row: dict[int, float], limit: float) -> None:
        """Add sum of row[variable] * variable <= limit."""
        full = np.zeros(self._width)
        for variable, factor in row.items():
            full[variable] = factor
        self._rows.append(full)
        self._limits.append(limit)

    def spread(self) -> dict[int, float]:
        """Return the cost that makes the scale small: its top, all values being above zero."""
        return {self._things: 1.0}

    def least(self, cost: dict[int, float]) -> FloatArray | None:
        """Return the variables of least cost, or None when the rows contradict each other."""
        full = np.zeros(self._width)
        for variable, factor in cost.items():
            full[variable] = factor
        solution = minimise(full, np.array(self._rows), np.array(self._limits))
        return solution.x if solution.status == "optimal" else None


def _settle(programme: _Programme, things: int) -> FloatArray:
    """Return the scale, settling one thing after another in the middle of its range."""
    smallest = programme.least(programme.spread())
    values = np.zeros(things)
    if smallest is None:
        return values
    programme.add(programme.spread(), float(smallest[things]) + _ROOM)
    for thing in range(things):
        low, high = programme.least({thing: 1.0}), programme.least({thing: -1.0})
        if low is None or high is None:
            raise ValueError("The judgements lie too close to a contradiction to be scaled.")
        values[thing] = (low[thing] + high[thing]) / 2.0
        programme.add({thing: 1.0}, float(values[thing]) + _ROOM)
        programme.add({thing: -1.0}, -float(values[thing]) + _ROOM)
    lifted: FloatArray = values - values.min()
    return lifted


def _find_conflict(things: int, judgements: Sequence[Difference]) -> tuple[Difference, ...]:
    """Leave out what is not needed for the contradiction; what remains is smallest of its kind."""
    kept = list(judgements)
    for given in judgements:
        fewer = [other for other in kept if other is not given]
        programme = _Programme(things, fewer)
        if programme.least(programme.spread()) is None:
            kept = fewer
    return tuple(kept)
