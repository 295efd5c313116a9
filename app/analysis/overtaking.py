"""Which options overtook which between two rankings of one decision, and what did it."""

from __future__ import annotations

from dataclasses import dataclass

from app.analysis.effect import Cause, find_causes
from app.analysis.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Overtaking:
    """One option that was behind another (or level with it) and is ahead now.

    gained: points by which the gap moved in its favour; causes: the greatest exact parts of it.
    """

    option: str
    passed: str
    gained: float
    causes: tuple[Cause, ...]


def find_overtakings(before: Outcome, after: Outcome) -> tuple[Overtaking, ...]:
    """Every pair of options that changed places, the new order first."""
    shared = [option for option in after.ranked if option in before.problem.options]
    found = []
    for i, option in enumerate(shared):
        for passed in shared[i + 1 :]:
            ahead = after.rank(option) < after.rank(passed)
            if ahead and before.rank(option) >= before.rank(passed):
                now = after.total(option) - after.total(passed)
                was = before.total(option) - before.total(passed)
                causes = find_causes(before, after, option, passed)
                found.append(Overtaking(option, passed, now - was, causes))
    return tuple(found)
