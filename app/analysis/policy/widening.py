"""Evidence grades that widen a score's range: an optional rule, off unless somebody turns it on.

The rule states a least half-width for each footing of a score, in hundredths of its scale. A
range that is already as wide stays as it was stated: doubt is not counted twice.
"""

from __future__ import annotations

import numpy as np

from app.analysis.arrays import FloatArray
from app.analysis.policy.grades import Footing, find_footings
from db.model import Assessment, Widening
from db.model.tree import leaves


def widen(
    low: FloatArray, high: FloatArray, ends: FloatArray, least: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Ranges of at least a given half-width around the midpoint that they had.

    low, high, least: of one shape, on the scores' own scales; ends: (2, …) lowest and highest
    number of each scale. The midpoint of a range never moves, so that near an end of its scale a
    range is widened only as far as both sides have room. No range narrows, none leaves a scale
    on which it was, and NaN stays NaN.
    """
    bottom, top = ends
    middle, half = (low + high) / 2.0, (high - low) / 2.0
    room = np.minimum(middle - bottom, top - middle)
    wanted = np.minimum(least, room)
    wider = wanted > half
    lower: FloatArray = np.where(wider, np.clip(middle - wanted, bottom, low), low)
    upper: FloatArray = np.where(wider, np.clip(middle + wanted, high, top), high)
    return lower, upper


def least_widths(
    assessment: Assessment, assessor: str, options: tuple[str, ...], columns: tuple[str, ...]
) -> FloatArray | None:
    """The least half-width of each score (options, columns) in hundredths; None while off."""
    decision = assessment.decision
    if decision.widening is Widening.OFF:
        return None
    widths = {
        Footing.STRONG: 0.0,
        Footing.FAIR: decision.widen_fair,
        Footing.WEAK: decision.widen_weak,
        Footing.NONE: decision.widen_none,
    }
    found = find_footings(assessment, assessor)
    least: FloatArray = np.array(
        [
            [widths[found.get((option, leaf), Footing.NONE)] for leaf in columns]
            for option in options
        ]
    ).reshape(len(options), len(columns))
    return least


def apply_widening(
    assessment: Assessment, assessor: str, options: tuple[str, ...], stated: FloatArray
) -> FloatArray:
    """Stated low, likely and high (3, options, leaves) with their ranges as the rule has them.

    The likely scores stay what they are. Returns the very array while the rule is off.
    """
    columns = leaves(assessment)
    least = least_widths(assessment, assessor, options, tuple(leaf.id for leaf in columns))
    if least is None:
        return stated
    ends = np.array([sorted((leaf.worst, leaf.best)) for leaf in columns]).reshape(-1, 2).T
    run = (ends[1] - ends[0]) / 100.0
    across = np.broadcast_to(ends[:, np.newaxis, :], (2, *least.shape))
    low, high = widen(stated[0], stated[2], across, least * run)
    return np.stack([low, stated[1], high])
