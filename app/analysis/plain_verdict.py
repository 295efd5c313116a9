"""The verdict on a plain ranking: which weights and scores could change the leader, without NumPy.

As `flips` and `tornado` find them, with the same operations in the same order.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from app.analysis.firmness import Doubt, Flip, Verdict, judge
from app.analysis.plain_outcome import PlainOutcome, Row, first_of, normalised, weigh
from app.analysis.scale import TIE

TOGETHER = 1e-12
"""Rivals that overtake within so short a stretch of shares do so at once."""


def find_plain_verdict(outcome: PlainOutcome) -> Verdict:
    """Say how firmly the leading option leads."""
    return judge(outcome, find_plain_flips(outcome), find_plain_doubts(outcome))


def find_plain_flips(outcome: PlainOutcome) -> tuple[Flip, ...]:
    """Every flip of the present winner by moving one share, the nearest first."""
    if len(outcome.leaders) != 1:
        return ()
    found: list[Flip] = []
    winner = first_of(outcome.totals)[0]
    nodes = list(outcome.below.items())
    for i, (node, places) in enumerate(nodes):
        if all(places != later for _, later in nodes[i + 1 :]):
            found.extend(_flips_of(outcome, node, places, winner))
    return tuple(sorted(found, key=lambda flip: flip.distance))


def _flips_of(outcome: PlainOutcome, node: str, places: tuple[int, ...], winner: int) -> list[Flip]:
    """The flips at either end of the stretch of shares on which the winner stays first."""
    others = tuple(j for j in range(len(outcome.criteria)) if j not in set(places))
    if not others:
        return []  # nothing can move
    at_one = _totals_with(outcome, places)
    at_zero = _totals_with(outcome, others)
    share = min(1.0, math.fsum(outcome.shares[j] for j in places))
    found = []
    below = _overtaken(at_one, at_zero, winner)
    if below is not None:
        leader, at = below
        found.append(Flip(node, share, min(1.0 - at, share), outcome.options[leader]))
    above = _overtaken(at_zero, at_one, winner)
    if above is not None:
        leader, at = above
        found.append(Flip(node, share, max(at, share), outcome.options[leader]))
    return found


def _totals_with(outcome: PlainOutcome, places: tuple[int, ...]) -> Row:
    """All totals when these leaves hold the whole weight, in proportion to their shares."""
    part = [0.0] * len(outcome.shares)
    for j in places:
        part[j] = outcome.shares[j]
    if not any(part):
        for j in places:
            part[j] = 1.0
    return list(map(math.fsum, weigh(outcome.filled, normalised(part))))


def _overtaken(start: Row, end: Row, winner: int) -> tuple[int, float] | None:
    """Who first overtakes the winner on the way from `start` to `end`, and how far along (0-1)."""
    rivals = []
    for i, (here, there) in enumerate(zip(start, end, strict=True)):
        ahead_at_start, ahead_at_end = start[winner] - here, end[winner] - there
        if ahead_at_start >= -TIE and ahead_at_end < -TIE:
            lead = max(ahead_at_start, 0.0)
            rivals.append((lead / (lead - ahead_at_end), i))
    if not rivals:
        return None
    first = min(along for along, _ in rivals)
    level = [i for along, i in rivals if along <= first + TOGETHER]
    return max(level, key=end.__getitem__), first


def find_plain_doubts(outcome: PlainOutcome) -> tuple[Doubt, ...]:
    """Every score whose range alone lets another option draw level, the widest range first."""
    leaders = first_of(outcome.totals)
    if len(leaders) != 1 or len(outcome.options) < 2:
        return ()
    (winner,) = leaders
    runner_up = max(total for i, total in enumerate(outcome.totals) if i != winner)
    found: list[tuple[float, Doubt]] = []
    for i, option in enumerate(outcome.options):
        for j, criterion in enumerate(outcome.criteria):
            if math.isnan(outcome.likely[i][j]):
                continue
            fall, rise = _reach(outcome, i, j)
            total = outcome.totals[i]
            unseats = (
                total + fall <= runner_up if i == winner else total + rise >= outcome.totals[winner]
            )
            if unseats and (rise > 0 or fall < 0):
                found.append((rise - fall, Doubt(option, criterion)))
    return tuple(doubt for _, doubt in _widest_first(found))


def _reach(outcome: PlainOutcome, i: int, j: int) -> tuple[float, float]:
    """By how much an option's total falls and rises within the range of one score."""
    likely, share = outcome.likely[i][j], outcome.shares[j]
    return (outcome.low[i][j] - likely) * share, (outcome.high[i][j] - likely) * share


def _widest_first(found: Sequence[tuple[float, Doubt]]) -> list[tuple[float, Doubt]]:
    return sorted(found, key=lambda pair: -pair[0])
