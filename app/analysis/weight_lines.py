"""What happens when one weight moves: exact lines, crossovers and stability.

One criterion's share (or a branch's) runs from 0 to 1 while all other weights keep their
proportions. Every option's total is then a straight line, so every crossover is a closed form
(Goodwin & Wright 2014, ch. 3; Belton & Stewart 2002, ch. 5): no grid, no search.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from app.analysis.additive import PartialValues, weigh
from app.analysis.arrays import TIE, BoolArray, FloatArray, IntArray, require_length
from app.analysis.ranking import leaders
from app.analysis.weights import proportions

_SLIVER = 1e-12  # a lead over a shorter stretch of shares is a corner, not a span


@dataclass(frozen=True, slots=True, eq=False)
class Crossovers:
    """Every point where two options change places, by ascending share; arrays of (crossings,).

    share: 0-1; rising: the option that is ahead above it; falling: the one ahead below it;
    total: their common total value; at_top: True where the change is between leaders.
    """

    share: FloatArray
    rising: IntArray
    falling: IntArray
    total: FloatArray
    at_top: BoolArray


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of shares, low to high, over which the same options lead."""

    low: float
    high: float
    leaders: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class WeightLine:
    """The totals of all options as one share runs from 0 to 1.

    share: where it stands now; at_zero, at_one: (options,) totals at the ends; movable: False
    when no other criterion could take the rest; inside_assumed, outside_assumed: True when that
    side holds no weight, so that equal proportions were assumed; leaders: the options first now;
    stable_low, stable_high: the exact range of the share within which the first of `leaders`
    stays first; spans: who leads where, from share 0 to share 1.
    """

    share: float
    at_zero: FloatArray
    at_one: FloatArray
    movable: bool
    inside_assumed: bool
    outside_assumed: bool
    crossovers: Crossovers
    spans: tuple[Span, ...]
    leaders: tuple[int, ...]
    stable_low: float
    stable_high: float


def vary_weight(prepared: PartialValues, shares: FloatArray, leaves: BoolArray) -> WeightLine:
    """Vary the share of the marked leaves (one criterion, or all below a branch) from 0 to 1.

    shares: (criteria,) summing to 1; leaves: (criteria,). Missing values stand at the middle of
    their scale. Raises ValueError when no leaf is marked or the lengths differ.
    """
    require_length(shares, prepared.criteria, "Weights")
    movable = not bool(leaves.all())
    share, at_zero, at_one = line_ends(prepared, shares, leaves)
    low, high = first_between(at_zero, at_one)
    now = leaders(weigh(prepared, shares)[1])
    return WeightLine(
        share=share,
        at_zero=at_zero,
        at_one=at_one,
        movable=movable,
        inside_assumed=not shares[leaves].any(),
        outside_assumed=movable and not shares[~leaves].any(),
        crossovers=find_crossovers(at_zero, at_one),
        spans=_spans(low, high),
        leaders=now,
        # The present leader leads at the present share, whatever the last digit says.
        stable_low=float(min(low[now[0]], share)),
        stable_high=float(max(high[now[0]], share)),
    )


def line_ends(
    prepared: PartialValues, shares: FloatArray, leaves: BoolArray
) -> tuple[float, FloatArray, FloatArray]:
    """Return the present share of the marked leaves, and all totals at share 0 and at share 1.

    Where every leaf is marked nothing can move: the share is 1 and both ends are the present.
    """
    inside = proportions(shares, leaves)
    at_one = weigh(prepared, inside)[1]
    if leaves.all():
        return 1.0, at_one, at_one
    outside = proportions(shares, ~leaves)
    share = min(1.0, math.fsum(shares[leaves].tolist()))
    return share, weigh(prepared, outside)[1], at_one


def totals_along(line: WeightLine, shares: FloatArray) -> FloatArray:
    """Return totals (points, options) at the given shares (points,), for drawing the lines."""
    at = shares[:, np.newaxis]
    return (1.0 - at) * line.at_zero + at * line.at_one


def first_between(at_zero: FloatArray, at_one: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the lowest and highest share at which each option is first; each (options,).

    Lines end at `at_zero` and `at_one`. An option that is nowhere first gets low = inf and
    high = -inf. Being first is exact up to the tie tolerance at the ends.
    """
    start, end = _differences(at_zero), _differences(at_one)
    meet = _meeting_share(start, end)
    lower = np.where(start < 0, np.where(end >= 0, meet, np.inf), 0.0).max(axis=1)
    upper = np.where(end < 0, np.where(start >= 0, meet, -np.inf), 1.0).min(axis=1)
    never = lower > upper
    return np.where(never, np.inf, lower), np.where(never, -np.inf, upper)


def find_crossovers(at_zero: FloatArray, at_one: FloatArray) -> Crossovers:
    """Return every share strictly between 0 and 1 at which two options change places."""
    start, end = _differences(at_zero), _differences(at_one)
    rising, falling = np.nonzero((start < 0) & (end > 0))
    share = _meeting_share(start, end)[rising, falling]
    by_share = np.argsort(share, kind="stable")
    share, rising, falling = share[by_share], rising[by_share], falling[by_share]
    total = (1.0 - share) * at_zero[rising] + share * at_one[rising]
    at = share[:, np.newaxis]
    best = ((1.0 - at) * at_zero + at * at_one).max(axis=1)
    return Crossovers(share, rising, falling, total, total >= best - TIE)


def _differences(totals: FloatArray) -> FloatArray:
    """Return row option minus column option, with ties as exact zeros; (options, options)."""
    gaps = totals[:, np.newaxis] - totals
    gaps[np.abs(gaps) <= TIE] = 0.0
    return gaps


def _meeting_share(start: FloatArray, end: FloatArray) -> FloatArray:
    """Return where a difference running from `start` to `end` is zero; 0 where it never moves."""
    run = start - end
    return np.divide(start, run, out=np.zeros_like(start), where=run != 0)


def _spans(low: FloatArray, high: FloatArray) -> tuple[Span, ...]:
    """Join the stretches on which options lead into a gapless sequence from 0 to 1."""
    long = np.flatnonzero(high - low > _SLIVER)
    stretches: dict[tuple[float, float], list[int]] = {}
    for option in long.tolist():
        stretches.setdefault((float(low[option]), float(high[option])), []).append(option)
    ordered = sorted(stretches.items())
    ends = [span[0] for span, _ in ordered[1:]] + [1.0]
    return tuple(
        Span(span[0], end, tuple(options))
        for (span, options), end in zip(ordered, ends, strict=True)
    )
