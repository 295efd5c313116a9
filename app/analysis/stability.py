"""How far all weights, or all scores, may be off at once before the winner changes.

Both are exact. A total under shares w(1 + r t) with |t| <= 1 is lowest for a rival's advantage at a
corner that sorting finds, so the linear programme has a closed form (a weighted median).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from app.analysis.additive import HIGHEST, LOWEST, PartialValues, weigh
from app.analysis.arrays import TIE, FloatArray

Moved: TypeAlias = Literal["shares", "swings"]


@dataclass(frozen=True, slots=True)
class JointStability:
    """The largest relative change of all weights at once that keeps the winner first.

    change: 0.2 means that every weight may be up to 20 % off; 1 when even 100 % changes nothing.
    rival: the option that draws level there, None when none does.
    """

    change: float
    rival: int | None


def find_joint_stability(
    prepared: PartialValues, shares: FloatArray, winner: int, moved: Moved = "shares"
) -> JointStability:
    """Return how far all weights may change together before a rival overtakes `winner`.

    moved: "shares" changes shares that still sum to 1, "swings" changes the raw swing weights,
    which are normalised afterwards. Every weight moves by at most the same part of itself. Ties at
    present give 0.
    """
    values = prepared.values
    leads = _leads(prepared, shares, winner)
    nearest, rival = 1.0, None
    for other, lead in enumerate(leads.tolist()):
        if other == winner:
            continue
        gaps = values[winner] - values[other]
        centre = _weighted_median(gaps, shares) if moved == "shares" else 0.0
        swing = float(shares @ np.abs(gaps - centre))
        if swing > TIE and max(lead, 0.0) < nearest * swing:
            nearest, rival = max(lead, 0.0) / swing, other
    return JointStability(nearest, rival)


def find_score_tolerance(
    prepared: PartialValues, shares: FloatArray, winner: int
) -> tuple[float | None, ...]:
    """Return, per option, by how many points every score may be wrong before it overtakes.

    The option's own values rise and the winner's fall by at most that many points, within 0-100.
    None where even that cannot lift it to the winner's total. The least of the numbers, the
    winner's own place (0) left out, is how wrong all scores may be before the ranking has another
    first.
    """
    leads = _leads(prepared, shares, winner)
    tolerances: list[float | None] = []
    for other, lead in enumerate(leads.tolist()):
        if other == winner:
            tolerances.append(0.0)
            continue
        rooms = np.concatenate([HIGHEST - prepared.values[other], prepared.values[winner] - LOWEST])
        tolerances.append(spread_evenly(lead, np.tile(shares, 2), rooms))
    return tuple(tolerances)


def spread_evenly(gap: float, shares: FloatArray, rooms: FloatArray) -> float | None:
    """Return the least d with sum of shares x min(d, rooms) >= gap, or None if there is none.

    shares, rooms: (cells,), the weight of each cell and how many points it can still move.
    """
    if gap <= 0.0:
        return 0.0
    usable = np.maximum(rooms, 0.0)
    by_room = np.argsort(usable, kind="stable")
    reached, done = 0.0, 0.0
    open_share = float(shares.sum())
    for cell in by_room.tolist():
        step = float(usable[cell]) - done
        if reached + step * open_share >= gap and open_share > 0.0:
            return done + (gap - reached) / open_share
        reached, done = reached + step * open_share, float(usable[cell])
        open_share = max(0.0, open_share - float(shares[cell]))
    return done if reached >= gap - TIE else None


def _leads(prepared: PartialValues, shares: FloatArray, winner: int) -> FloatArray:
    totals = weigh(prepared, shares)[1]
    leads: FloatArray = totals[winner] - totals
    return leads


def _weighted_median(numbers: FloatArray, weights: FloatArray) -> float:
    ascending = np.argsort(numbers, kind="stable")
    half = np.searchsorted(np.cumsum(weights[ascending]), 0.5 * float(weights.sum()))
    return float(numbers[ascending[min(int(half), numbers.size - 1)]])
