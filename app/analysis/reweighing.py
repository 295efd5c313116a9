"""Which weights somebody changed, told from those that only make room for them."""

from collections import Counter

from db.model import Assessment
from db.model.tree import leaves

RATIO_DIGITS = 9

Swings = dict[str, float]
"""The swing of each leaf that has one."""


def stated_swings(assessment: Assessment, perspective: str) -> Swings:
    """The swings that a perspective gave, in the order of the leaves."""
    known = assessment.swing_by_key
    columns = (row.id for row in leaves(assessment))
    return {leaf: known[perspective, leaf] for leaf in columns if (perspective, leaf) in known}


def find_reweighed(old: Swings, new: Swings) -> tuple[str, ...]:
    """The leaves whose swings were changed, given or taken away, apart from a common factor."""
    scale = _scale(old, new)
    return tuple(
        leaf for leaf in {**new, **old} if not _follows(old.get(leaf), new.get(leaf), scale)
    )


def _scale(old: Swings, new: Swings) -> float:
    """By how much the swings that nobody meant to change were multiplied.

    Raising a swing above the largest one makes it the new reference and shrinks all others; a
    factor that a single swing has is one of these only where it shrinks.
    """
    ratios = Counter(
        round(new[leaf] / swing, RATIO_DIGITS)
        for leaf, swing in old.items()
        if swing and new.get(leaf)
    )
    most = max(ratios.values(), default=0)
    if ratios[1.0] == most:
        return 1.0
    factors = (ratio for ratio, count in ratios.items() if count == most)
    return next((ratio for ratio in factors if most > 1 or ratio < 1.0), 1.0)


def _follows(old: float | None, new: float | None, scale: float) -> bool:
    if old is None or new is None or not old or not new:
        return old == new
    return round(new / old, RATIO_DIGITS) == scale
