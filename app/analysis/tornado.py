"""What each score's range does to its option's total: the tornado, exactly.

One score at a time runs from low to high while all others stay at their likely values (Clemen &
Reilly 2013, ch. 5). Totals are linear, so the ends of the range are the extremes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.additive import HIGHEST, LOWEST, MIDDLE, prepare, weigh
from app.analysis.arrays import BoolArray, FloatArray, Matrix, as_matrix
from app.analysis.ranking import leaders


@dataclass(frozen=True, slots=True, eq=False)
class Tornado:
    """Effects of single score ranges; all (options, criteria).

    fall, rise: points of the option's total between its likely value and the low and high end,
    fall <= 0 <= rise; unseats: True where the range alone lets another option draw level with or
    pass the present winner.
    """

    fall: FloatArray
    rise: FloatArray
    unseats: BoolArray


def find_tornado(low: Matrix, likely: Matrix, high: Matrix, shares: FloatArray) -> Tornado:
    """Return what each score's range does; values (options, criteria), shares (criteria,).

    A missing score (NaN in likely) runs over its full scale from the middle. Raises ValueError
    unless low <= likely <= high.
    """
    middle = as_matrix(likely, "Values", missing=True)
    missing = np.isnan(middle)
    least = np.where(missing, LOWEST, as_matrix(low, "Low values", missing=True))
    most = np.where(missing, HIGHEST, as_matrix(high, "High values", missing=True))
    middle = np.where(missing, MIDDLE, middle)
    if not ((least <= middle) & (middle <= most)).all():
        raise ValueError("A value's low, likely and high must be in that order.")
    totals = weigh(prepare(middle), shares)[1]
    fall, rise = (least - middle) * shares, (most - middle) * shares
    winner = leaders(totals)[0]
    unseats = totals[:, np.newaxis] + rise >= totals[winner]
    others = np.delete(totals, winner)
    runner_up = float(others.max()) if others.size else -np.inf
    unseats[winner] = totals[winner] + fall[winner] <= runner_up
    return Tornado(fall, rise, unseats & ((rise > 0) | (fall < 0)))
