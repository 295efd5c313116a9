"""What to find out next: the value of learning one score or one weight exactly.

The measure is the expected value of partial perfect information (Raiffa & Schlaifer 1961; Strong &
Oakley 2013): by how many points the best option's expected total rises, on average, when one
uncertain number becomes known before choosing. Scores enter the additive model one at a time and
linearly, so their value is a closed-form partial expectation, free of sampling. For weights the
other shares move along; their conditional means are taken from drawn weights in narrow bins.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import BoolArray, FloatArray
from app.analysis.ranking import leaders
from app.analysis.smaa.products import multiply
from app.analysis.smaa.random_numbers import Stream
from app.analysis.smaa.score_samples import Scores
from app.analysis.smaa.weight_samples import WeightSampler
from app.analysis.watch import Watch, report

_BINS = 64
_OUT_OF_REACH = 1e15


@dataclass(frozen=True, slots=True, eq=False)
class Information:
    """What learning is worth.

    scores_gain: (options, criteria) points of expected total; scores_change: how often, 0-1,
    learning that score would change the winner; weights_gain, weights_change: (criteria,) likewise
    for weights; winner: the option with the highest expected total, from which change is counted.
    """

    winner: int
    scores_gain: FloatArray
    scores_change: FloatArray
    weights_gain: FloatArray
    weights_change: FloatArray


def expect(scores: Scores) -> FloatArray:
    """Return the mean value of every score; (options, criteria)."""
    if scores.kind == "triangular":
        mean: FloatArray = (scores.low + scores.likely + scores.high) / 3.0
        return mean
    if scores.kind == "uniform":
        middle: FloatArray = (scores.low + scores.high) / 2.0
        return middle
    return scores.likely


def find_information(
    scores: Scores,
    weights: WeightSampler,
    *,
    samples: int = 65_536,
    seed: int = 0,
    watch: Watch | None = None,
) -> Information:
    """Return what learning each score, and each weight, would be worth.

    samples: weights drawn for their means and conditional means. Scores and weights vary
    independently, and scores of each other. Raises ValueError when shapes differ or there are
    fewer samples than bins, and Cancelled as `watch` says.
    """
    if weights.criteria != scores.likely.shape[1]:
        raise ValueError("Weights and scores must have the same criteria.")
    if samples < _BINS:
        raise ValueError(f"Learning about weights needs at least {_BINS} samples.")
    drawn = weights.begin(Stream(seed), watch)(samples).astype(np.float64)
    shares = drawn.mean(axis=1)
    shares /= shares.sum()
    means = expect(scores)
    totals = means @ shares
    winner = leaders(totals)[0]
    gain, change = _learn_scores(scores, means, shares, totals, winner)
    weights_gain, weights_change = _learn_weights(means, drawn, winner, watch)
    return Information(winner, gain, change, weights_gain, weights_change)


def _learn_scores(
    scores: Scores, means: FloatArray, shares: FloatArray, totals: FloatArray, winner: int
) -> tuple[FloatArray, FloatArray]:
    """Return gain and chance of another winner for every cell, in closed form."""
    if totals.size == 1:
        return np.zeros_like(means), np.zeros_like(means)
    gaps = totals[winner] - totals
    gaps[winner] = float(np.delete(gaps, winner).min())
    # A level that next to no weight puts beyond every score is not divided out.
    near = (shares > 0.0) & (gaps[:, np.newaxis] <= shares * _OUT_OF_REACH)
    needed = np.divide(gaps[:, np.newaxis], shares, out=np.full_like(means, np.inf), where=near)
    # The winner's score must fall to matter, a rival's must rise: mirrored, both rise.
    mirror = np.where(np.arange(totals.size) == winner, -1.0, 1.0)[:, np.newaxis]
    low = np.where(mirror < 0.0, -scores.high, scores.low)
    high = np.where(mirror < 0.0, -scores.low, scores.high)
    excess, chance = _exceed(scores, low, mirror * scores.likely, high, mirror * means + needed)
    possible = np.isfinite(needed)
    return np.where(possible, excess * shares, 0.0), np.where(possible, chance, 0.0)


def _exceed(
    scores: Scores, low: FloatArray, likely: FloatArray, high: FloatArray, level: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the mean excess of each score above `level`, and its chance of being above."""
    level = np.minimum(level, _OUT_OF_REACH)  # a level out of reach, but a number
    fixed = (low == high) | (scores.kind == "exact")
    above = np.maximum(likely - level, 0.0)
    width = np.where(fixed, 1.0, high - low)
    if scores.kind == "normal":
        excess, chance = _exceed_normal(likely, np.where(fixed, 1.0, scores.deviations), level)
    elif scores.kind == "uniform":
        reach = np.clip(high - level, 0.0, width)
        excess = reach**2 / (2.0 * width) + np.maximum(low - level, 0.0)
        chance = reach / width
    else:
        excess, chance = _exceed_triangular(low, likely, high, level, fixed)
    return np.where(fixed, above, excess), np.where(fixed, (above > 0.0) * 1.0, chance)


def _exceed_normal(
    mean: FloatArray, deviation: FloatArray, level: FloatArray
) -> tuple[FloatArray, FloatArray]:
    z = np.clip((level - mean) / deviation, -40.0, 40.0)
    scaled = (z / math.sqrt(2.0)).ravel().tolist()
    chance = 0.5 * np.array([math.erfc(x) for x in scaled]).reshape(z.shape)
    density = np.exp(-0.5 * z**2) / math.sqrt(2.0 * math.pi)
    return np.maximum(deviation * (density - z * chance), 0.0), chance


def _exceed_triangular(
    low: FloatArray, mode: FloatArray, high: FloatArray, level: FloatArray, fixed: BoolArray
) -> tuple[FloatArray, FloatArray]:
    width = np.where(fixed, 1.0, high - low)
    right = np.where(high > mode, (high - mode) * width, 1.0)
    left = np.where(mode > low, (mode - low) * width, 1.0)
    # Each counts on its own side of the mode only.
    over = np.clip(high - level, 0.0, high - mode)
    under = np.clip(level - low, 0.0, mode - low)
    mean = (low + mode + high) / 3.0
    beyond_mode = level >= mode
    excess = np.where(beyond_mode, over**3 / (3.0 * right), mean - level + under**3 / (3.0 * left))
    chance = np.where(beyond_mode, over**2 / right, 1.0 - under**2 / left)
    return np.maximum(excess, 0.0), np.clip(chance, 0.0, 1.0)


def _learn_weights(
    means: FloatArray, drawn: FloatArray, winner: int, watch: Watch | None
) -> tuple[FloatArray, FloatArray]:
    """Return gain and chance of another winner for every weight, from bins of drawn weights."""
    criteria, samples = drawn.shape
    size = samples // _BINS
    by_sample = np.ascontiguousarray(drawn.T)
    gains, changes = np.zeros(criteria), np.zeros(criteria)
    for criterion in range(criteria):
        report(watch, criterion, criteria)
        if np.ptp(drawn[criterion]) == 0.0:
            continue
        order = np.argsort(drawn[criterion])[: size * _BINS]
        centres = by_sample[order].reshape(_BINS, size, criteria).mean(axis=1)
        totals = multiply(means, np.ascontiguousarray(centres.T), np.empty((len(means), _BINS)))
        best = totals.max(axis=0)
        gains[criterion] = max(0.0, float((best - totals[winner]).mean()))
        changes[criterion] = float((totals[winner] < best - 1e-9).mean())
    return gains, changes
