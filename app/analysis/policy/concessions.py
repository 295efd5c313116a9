"""The smallest change that would make an option acceptable to an actor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.additive import HIGHEST
from app.analysis.arrays import TIE, FloatArray
from app.analysis.policy.actors import ActorTable, Thresholds
from app.analysis.weight_lines import line_ends


@dataclass(frozen=True, slots=True)
class Raise:
    """By how many points one criterion alone would have to rise (0-100 values)."""

    criterion: str
    by: float


@dataclass(frozen=True, slots=True)
class Concession:
    """What an option lacks to be acceptable to an actor.

    missing: points of total value; raises: the criteria of which one alone could supply them, the
    smallest rise first; empty where none has room enough.
    """

    option: str
    actor: str
    missing: float
    raises: tuple[Raise, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """The nearest share of an actor's weight on one criterion at which the actor would accept."""

    option: str
    actor: str
    criterion: str
    present: float
    at: float


def find_concession(table: ActorTable, option: str, actor: str) -> Concession | None:
    """The smallest improvement of an option that makes it acceptable; None where it is already.

    An option that is not acceptable is not the actor's best, so that improving it leaves the
    best as it is, and what is missing is the lesser of the ways to the two thresholds.
    """
    row, column = table.options.index(option), table.actors.index(actor)
    if table.acceptable[row, column]:
        return None
    values = table.values[:, column]
    missing = float(table.thresholds[column].least(values) - values[row])
    problem = table.outcomes[column].problem
    room = HIGHEST - problem.likely[row]
    possible = np.flatnonzero((problem.shares > 0) & (problem.shares * room >= missing - TIE))
    raises = [
        Raise(problem.criteria[j], min(missing / float(problem.shares[j]), float(room[j])))
        for j in possible
    ]
    return Concession(option, actor, missing, tuple(sorted(raises, key=lambda rise: rise.by)))


def find_shift(table: ActorTable, option: str, actor: str) -> Shift | None:
    """The smallest move of one criterion's share that brings an actor to accept an option.

    The other criteria keep their proportions. None where the option is acceptable already or no
    single share can do it.
    """
    row, column = table.options.index(option), table.actors.index(actor)
    if table.acceptable[row, column]:
        return None
    outcome, thresholds = table.outcomes[column], table.thresholds[column]
    found = []
    for j, leaf in enumerate(outcome.problem.criteria):
        mask = np.arange(len(outcome.problem.criteria)) == j
        present, start, end = line_ends(outcome.prepared, outcome.problem.shares, mask)
        at = _nearest_acceptance(start, end, row, thresholds, present)
        if at is not None:
            found.append(Shift(option, actor, leaf, present, at))
    return min(found, key=lambda shift: abs(shift.at - shift.present), default=None)


def _nearest_acceptance(
    start: FloatArray, end: FloatArray, row: int, thresholds: Thresholds, present: float
) -> float | None:
    """The share nearest the present one at which one of the two thresholds is reached."""
    enough = _stretch(
        np.array([start[row] - thresholds.enough]), np.array([end[row] - thresholds.enough])
    )
    close = _stretch(start[row] + thresholds.close - start, end[row] + thresholds.close - end)
    reached = [min(max(present, low), high) for low, high in (enough, close) if low <= high]
    return min(reached, key=lambda share: abs(share - present), default=None)


def _stretch(start: FloatArray, end: FloatArray) -> tuple[float, float]:
    """The shares at which no straight line from `start` (share 0) to `end` (1) is below zero."""
    low, high = 0.0, 1.0
    for a, b in zip(start.tolist(), end.tolist(), strict=True):
        if a < 0 and b < 0:
            return 1.0, 0.0
        if a < 0 <= b:
            low = max(low, a / (a - b))
        elif b < 0 <= a:
            high = min(high, a / (a - b))
    return low, high
