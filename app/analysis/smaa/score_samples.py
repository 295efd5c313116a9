"""Totals of all options for many drawn scores and weights.

Scores are exact, or vary independently within their range on the 0-100 value scale: uniform or
triangular from low over likely to high, or normal around likely with low and high as the ends of a
95 % range (not cut off at the ends of the scale, as is usual in SMAA).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from app.analysis.additive import HIGHEST, LOWEST, MIDDLE
from app.analysis.arrays import BoolArray, FloatArray, Matrix, as_matrix
from app.analysis.smaa.products import multiply
from app.analysis.smaa.random_numbers import Floats, Stream
from app.analysis.watch import Watch, report

ScoreKind: TypeAlias = Literal["exact", "uniform", "triangular", "normal"]
NORMAL_95 = 1.959963984540054
SAMPLED = frozenset({"uniform", "triangular"})
"""The kinds of which single scores are drawn; others are added up in closed form."""

_FEWEST, _MOST = 256, 8192  # samples in work at once
_DRAWN_CELLS = 8192 * 20  # criteria x samples drawn at once: what stays in the second-level cache
_RANKED_CELLS = 8192 * 40  # options x samples, which are touched a strip or an option at a time
_GRID = 65536.0  # short uniform numbers are whole numbers below this


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """How the values of all options vary; low, likely, high: (options, criteria). See `vary`."""

    kind: ScoreKind
    low: FloatArray
    likely: FloatArray
    high: FloatArray

    @property
    def deviations(self) -> FloatArray:
        """Standard deviations of normal scores; (options, criteria)."""
        return (self.high - self.low) / (2.0 * NORMAL_95)


def vary(kind: ScoreKind, low: Matrix, likely: Matrix, high: Matrix) -> Scores:
    """Return a description of varying scores, all on the 0-100 value scale.

    A missing score (NaN in likely) varies over its full scale; when scores are exact it stands at
    the middle. Raises ValueError unless low <= likely <= high.
    """
    ends = [as_matrix(part, "Values", missing=True) for part in (low, likely, high)]
    if len({part.shape for part in ends}) > 1:
        raise ValueError("Low, likely and high values must have the same shape.")
    missing: BoolArray = np.isnan(ends[1])
    full = (LOWEST, MIDDLE, HIGHEST)
    low, likely, high = (np.where(missing, end, part) for part, end in zip(ends, full, strict=True))
    if not ((low <= likely) & (likely <= high)).all():
        raise ValueError("A value's low, likely and high must be in that order.")
    if kind == "exact":
        return Scores(kind, likely, likely, likely)
    return Scores(kind, low, likely, high)


def fix_scores(values: Matrix) -> Scores:
    """Return exact scores from values (options, criteria); missing ones stand at the middle."""
    return vary("exact", values, values, values)


def choose_block(options: int, criteria: int) -> int:
    """Return how many samples to work on at once: by the size of the decision alone."""
    return max(_FEWEST, min(_MOST, _DRAWN_CELLS // criteria, _RANKED_CELLS // options))


class TotalSampler:
    """Draws the totals of all options, block after block, into the same memory."""

    def __init__(self, scores: Scores, most: int) -> None:
        """Prepare what all blocks, of at most so many samples, have in common."""
        self._likely = scores.likely.astype(np.float32)
        self._varying = ScoreSampler(scores, most) if scores.kind in SAMPLED else None
        self._totals = np.empty((len(self._likely), most), dtype=np.float32)
        if scores.kind == "normal":
            self._variances = (scores.deviations**2).astype(np.float32)
            self._spreads = np.empty_like(self._totals)
        self._normal = scores.kind == "normal"

    def draw(self, stream: Stream, shares: Floats, watch: Watch | None = None) -> Floats:
        """Return totals (options, samples) of new scores under shares (criteria, samples).

        The next draw overwrites them. watch is asked before every option whether to go on.
        """
        totals: Floats = self._totals[:, : shares.shape[1]]
        if self._varying is None:
            multiply(self._likely, shares, totals)
            if self._normal:
                totals += self._draw_noise(stream, shares)
            return totals
        for option, total in enumerate(totals):
            report(watch, 0, 1)
            weighted = self._varying.draw(option, stream, shares.shape[1])
            np.multiply(weighted, shares, out=weighted)
            np.add.reduce(weighted, axis=0, out=total)
        return totals

    def _draw_noise(self, stream: Stream, shares: Floats) -> Floats:
        """Return what independent normal scores add to the totals.

        For given weights a sum of independent normal scores is itself exactly normal, so one number
        an option and sample is drawn instead of one a criterion.
        """
        spreads: Floats = self._spreads[:, : shares.shape[1]]
        multiply(self._variances, shares * shares, spreads)
        np.sqrt(spreads, out=spreads)
        spreads *= stream.normals(*spreads.shape)
        return spreads


class ScoreSampler:
    """Draws uniform or triangular scores of one option at a time.

    A score is a base plus a slope times a whole random number of 16 bits, or two of each.
    """

    def __init__(self, scores: Scores, most: int) -> None:
        """Find the bases and slopes (options, criteria, 1), and room for so many samples."""
        low, high = scores.low, scores.high
        span = (high - low) / _GRID
        # The middle of each step of the grid, so that the mean is exact.
        self._base = _columns(low + 0.5 * span)
        self._slopes: tuple[Floats, ...] = (_columns(span),)
        if scores.kind == "triangular":
            # (1 - c) min(U, V) + c max(U, V) is exactly triangular on 0-1 with its mode at c.
            mode = np.full(low.shape, 0.5)
            np.divide(scores.likely - low, high - low, out=mode, where=high > low)
            self._slopes = (_columns(span * (1.0 - mode)), _columns(span * mode))
        self._room = np.empty((len(self._slopes), low.shape[1], most), dtype=np.float32)

    def draw(self, option: int, stream: Stream, samples: int) -> Floats:
        """Return new scores (criteria, samples) of an option; the next draw overwrites them."""
        criteria = self._base.shape[1]
        features = tuple(stream.short_uniforms(criteria, samples) for _ in self._slopes)
        if len(features) == 2:
            features = (np.minimum(*features), np.maximum(*features, out=features[0]))
        room = self._room[:, :, :samples]
        for feature, slopes, scaled in zip(features, self._slopes, room, strict=True):
            np.multiply(feature, slopes[option], out=scaled)
        drawn: Floats = room[0]
        drawn += self._base[option]
        for scaled in room[1:]:
            drawn += scaled
        return drawn


def _columns(numbers: FloatArray) -> Floats:
    return numbers.astype(np.float32)[:, :, np.newaxis]
