"""How wrong one score, or one option's scores, must be for another option to win; closed form."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.additive import HIGHEST, LOWEST, PartialValues, weigh
from app.analysis.arrays import BoolArray, FloatArray, IntArray
from app.analysis.ranking import leaders
from app.analysis.stability import spread_evenly


@dataclass(frozen=True, slots=True, eq=False)
class ScoreFlips:
    """For every cell the value at which the winner changes; all (options, criteria).

    value: the flip point, 0-100, equal to the present value where there is none; change: signed
    points from the present value; possible: False where no value on the scale changes the winner;
    leader: the option that then draws level: the row's own, or the runner-up in the winner's row.
    """

    value: FloatArray
    change: FloatArray
    possible: BoolArray
    leader: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Effort:
    """The smallest change of an option's own values that lifts it to the first place.

    total: least sum of raised points, and values: (criteria,) how; each: the least points by which
    every value has to be raised at once.
    """

    total: float
    values: FloatArray
    each: float


def find_score_flips(prepared: PartialValues, shares: FloatArray) -> ScoreFlips:
    """Return how far each single score is from changing the winner, all else unchanged.

    A rival's score has to rise until it draws level with the winner; the winner's has to fall until
    the runner-up does. With tied winners every change is zero in the cells that carry weight.
    """
    totals = weigh(prepared, shares)[1]
    winner = leaders(totals)[0]
    gaps = totals - totals[winner]
    leader = np.repeat(np.arange(totals.size)[:, np.newaxis], shares.size, axis=1)
    if totals.size == 1:
        return _no_flips(prepared, leader)
    rivals = np.flatnonzero(np.arange(totals.size) != winner)
    runner_up = int(rivals[np.argmax(totals[rivals])])
    needed = np.maximum(-gaps, 0.0)
    needed[winner] = min(0.0, totals[runner_up] - totals[winner])
    leader[winner] = runner_up
    # A change far beyond the scale is not divided out: next to no weight, it is beyond any number.
    furthest = shares * (np.abs(prepared.values) + 2.0 * HIGHEST)
    near = (shares > 0.0) & (np.abs(needed)[:, np.newaxis] <= furthest)
    change = np.divide(
        needed[:, np.newaxis], shares, out=np.zeros_like(prepared.values), where=near
    )
    value = prepared.values + change
    possible = near & (value >= LOWEST) & (value <= HIGHEST)
    change[~possible] = 0.0
    return ScoreFlips(np.where(possible, value, prepared.values), change, possible, leader)


def find_efforts(prepared: PartialValues, shares: FloatArray) -> tuple[Effort | None, ...]:
    """Return, per option, the smallest rise of its own values that makes it win, or None.

    None where even 100 on everything would not do. The least sum puts all into the criteria with
    the largest shares first, which is optimal because a point is worth its criterion's share.
    """
    totals = weigh(prepared, shares)[1]
    best = float(totals.max())
    efforts: list[Effort | None] = []
    for values, total in zip(prepared.values, totals.tolist(), strict=True):
        each = spread_evenly(best - total, shares, HIGHEST - values)
        efforts.append(None if each is None else _least_sum(best - total, shares, values, each))
    return tuple(efforts)


def _least_sum(gap: float, shares: FloatArray, values: FloatArray, each: float) -> Effort:
    raised = values.copy()
    spent = 0.0
    for criterion in np.argsort(-shares, kind="stable").tolist():
        share = float(shares[criterion])
        if gap <= 0.0 or share <= 0.0:
            break
        rise = min(gap / share, max(0.0, HIGHEST - float(values[criterion])))
        raised[criterion] += rise
        spent += rise
        gap -= rise * share
    return Effort(spent, raised, each)


def _no_flips(prepared: PartialValues, leader: IntArray) -> ScoreFlips:
    nothing = np.zeros_like(prepared.values)
    return ScoreFlips(prepared.values.copy(), nothing, np.zeros(nothing.shape, np.bool_), leader)
