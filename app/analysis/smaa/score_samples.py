"""Totals of all options for many drawn scores and weights.

Scores are exact, or vary independently within their range on the 0-100 value scale: uniform or
triangular from low over likely to high, or normal around likely with low and high as the ends of a
95 % range (not cut off at the ends of the scale, as is usual in SMAA).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.analysis.additive import HIGHEST, LOWEST, MIDDLE
from app.analysis.arrays import BoolArray, FloatArray, Matrix, as_matrix
from app.analysis.smaa.products import multiply
from app.analysis.smaa.random_numbers import Floats, Stream

ScoreKind: TypeAlias = Literal["exact", "uniform", "triangular", "normal"]
NORMAL_95 = 1.959963984540054
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


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """Scores of one option in many samples, as whole-number features and their coefficients.

    value[j] = base[j] + sum over features f of slope[f][j] * feature[f][j].
    """

    features: tuple[NDArray[np.uint16], ...]
    base: Floats
    slopes: tuple[Floats, ...]


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


def draw_totals(scores: Scores, stream: Stream, shares: Floats) -> Floats:
    """Return the totals (options, samples) for freshly drawn scores and given shares.

    shares: (criteria, samples).
    """
    options, samples = scores.likely.shape[0], shares.shape[1]
    totals = np.empty((options, samples), dtype=np.float32)
    if scores.kind in {"exact", "normal"}:
        multiply(scores.likely.astype(np.float32), shares, totals)
        if scores.kind == "normal":
            totals += _normal_noise(scores, stream, shares)
        return totals
    for option in range(options):
        drawn = draw_scores(scores, option, stream, samples)
        weighted = np.repeat(drawn.base[:, np.newaxis], samples, axis=1)
        for feature, slope in zip(drawn.features, drawn.slopes, strict=True):
            weighted += feature * slope[:, np.newaxis]
        np.multiply(weighted, shares, out=weighted)
        np.add.reduce(weighted, axis=0, out=totals[option])
    return totals


def draw_scores(scores: Scores, option: int, stream: Stream, samples: int) -> Drawn:
    """Draw uniform or triangular scores of one option on all criteria."""
    low, high = scores.low[option], scores.high[option]
    criteria, span = low.size, (high - low) / _GRID
    first = stream.short_uniforms(criteria, samples)
    if scores.kind == "uniform":
        # The middle of each step of the grid, so that the mean is exact.
        return Drawn((first,), _single(low + 0.5 * span), (_single(span),))
    # (1 - c) min(U, V) + c max(U, V) is exactly triangular on 0-1 with its mode at c.
    second = stream.short_uniforms(criteria, samples)
    mode = np.divide(
        scores.likely[option] - low, high - low, out=np.full(criteria, 0.5), where=high > low
    )
    return Drawn(
        (np.minimum(first, second), np.maximum(first, second, out=second)),
        _single(low + 0.5 * span),
        (_single(span * (1.0 - mode)), _single(span * mode)),
    )


def _normal_noise(scores: Scores, stream: Stream, shares: Floats) -> Floats:
    """Return what independent normal scores add to the totals.

    For given weights a sum of independent normal scores is itself exactly normal, so one number an
    option and sample is drawn instead of one a criterion.
    """
    variances = (scores.deviations**2).astype(np.float32)
    spread = np.empty((variances.shape[0], shares.shape[1]), dtype=np.float32)
    multiply(variances, shares * shares, spread)
    np.sqrt(spread, out=spread)
    return np.multiply(spread, stream.normals(*spread.shape), out=spread)


def _single(numbers: FloatArray) -> Floats:
    return numbers.astype(np.float32)
