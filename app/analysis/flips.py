"""What would change the winner: for each criterion and branch, the exact share at which it does."""

from __future__ import annotations

import numpy as np

from app.analysis.arrays import TIE, FloatArray
from app.analysis.firmness import Flip
from app.analysis.outcome import Outcome
from app.analysis.weight_lines import WeightLine, line_ends, vary_weight

__all__ = ["Flip", "find_flips", "weight_line"]

_TOGETHER = 1e-12  # rivals that overtake within so short a stretch of shares do so at once


def weight_line(outcome: Outcome, node: str) -> WeightLine:
    """All options' values as the share of one leaf or branch runs from 0 to 1."""
    problem = outcome.problem
    mask = problem.below[problem.nodes.index(node)]
    return vary_weight(outcome.prepared, problem.shares, mask)


def find_flips(outcome: Outcome) -> tuple[Flip, ...]:
    """Every flip of the present winner by moving one share, the nearest first.

    A branch with a single criterion below it is told only once, as that criterion; a branch that
    holds everything cannot move. Empty when the winner is tied, or when nothing that a single
    share can do unseats it.
    """
    if len(outcome.leaders) != 1:
        return ()
    found: list[Flip] = []
    problem = outcome.problem
    winner = problem.options.index(outcome.leaders[0])
    for i, node in enumerate(problem.nodes):
        repeated = (problem.below[i + 1 :] == problem.below[i]).all(axis=1).any()
        if not repeated:
            found.extend(_flips_of(outcome, node, winner))
    return tuple(sorted(found, key=lambda flip: flip.distance))


def _flips_of(outcome: Outcome, node: str, winner: int) -> list[Flip]:
    """The flips at either end of the stretch of shares on which the winner stays first.

    Totals are straight lines, so that stretch is one piece: it ends where the nearest rival that
    is ahead at share 0 (or at share 1) draws level.
    """
    problem = outcome.problem
    mask = problem.below[problem.nodes.index(node)]
    share, at_zero, at_one = line_ends(outcome.prepared, problem.shares, mask)
    found = []
    below = _overtaken(at_one, at_zero, winner)
    if below is not None:
        leader, at = below
        found.append(Flip(node, share, min(1.0 - at, share), problem.options[leader]))
    above = _overtaken(at_zero, at_one, winner)
    if above is not None:
        leader, at = above
        found.append(Flip(node, share, max(at, share), problem.options[leader]))
    return found


def _overtaken(start: FloatArray, end: FloatArray, winner: int) -> tuple[int, float] | None:
    """Who first overtakes the winner on the way from `start` to `end`, and how far along (0-1).

    Of several that draw level together it is the one that is ahead beyond that point.
    """
    ahead_at_start, ahead_at_end = start[winner] - start, end[winner] - end
    rivals = np.flatnonzero((ahead_at_start >= -TIE) & (ahead_at_end < -TIE))
    if not rivals.size:
        return None
    lead = np.maximum(ahead_at_start[rivals], 0.0)
    along = lead / (lead - ahead_at_end[rivals])
    first = float(along.min())
    level = rivals[along <= first + _TOGETHER]
    return int(level[np.argmax(end[level])]), first
