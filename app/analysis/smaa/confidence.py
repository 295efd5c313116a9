"""Confidence factors: how often an option is first under its own central weights.

Source: Lahdelma & Salminen (2001). Under fixed weights the options' totals are independent. For
normal scores each total is normal, so the factor is a one-dimensional integral and is computed as
one, free of sampling error. For uniform and triangular scores it is sampled.
"""

from __future__ import annotations

import numpy as np

from app.analysis.arrays import TIE, FloatArray
from app.analysis.smaa.normal_race import win_probability
from app.analysis.smaa.products import multiply
from app.analysis.smaa.random_numbers import Stream
from app.analysis.smaa.score_samples import SAMPLED, Scores, ScoreSampler, choose_block
from app.analysis.watch import Watch, report


def find_confidence(
    scores: Scores,
    centres: tuple[FloatArray | None, ...],
    stream: Stream,
    samples: int,
    watch: Watch | None = None,
) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    """Return the confidence factor of each option and its standard error.

    centres: per option its central weights, or None; None gives None. Options that tie for the
    first place both count as first. Raises Cancelled when `watch` says so.
    """
    chosen = [i for i, centre in enumerate(centres) if centre is not None]
    weights = np.array([centre for centre in centres if centre is not None])
    rows = np.array(chosen, dtype=np.int64)
    if scores.kind in SAMPLED:
        factors = _sample(scores, rows, weights, stream, samples, watch)
        errors = np.sqrt(factors * (1.0 - factors) / samples)
    else:
        means = weights @ scores.likely.T
        deviations = np.sqrt(weights**2 @ (scores.deviations**2).T)
        factors = np.array(
            [
                win_probability(means[k], deviations[k], option, TIE)
                for k, option in enumerate(chosen)
            ]
        )
        errors = np.zeros(len(chosen))
    found: list[float | None] = [None] * len(centres)
    error: list[float | None] = [None] * len(centres)
    for k, option in enumerate(chosen):
        found[option], error[option] = float(factors[k]), float(errors[k])
    return tuple(found), tuple(error)


def _sample(
    scores: Scores,
    rows: np.ndarray[tuple[int], np.dtype[np.int64]],
    weights: FloatArray,
    stream: Stream,
    samples: int,
    watch: Watch | None,
) -> FloatArray:
    """Return how often each option of `rows` is first under its row of `weights`."""
    block = choose_block(*weights.shape)
    sampler, single = ScoreSampler(scores, block), weights.astype(np.float32)
    wins = np.zeros(rows.size)
    for start in range(0, samples, block):
        count = min(block, samples - start)
        own = np.empty((rows.size, count), dtype=np.float32)
        best = np.full((rows.size, count), -np.inf, dtype=np.float32)
        total = np.empty_like(own)
        for option in range(scores.likely.shape[0]):
            report(watch, start, samples)
            multiply(single, sampler.draw(option, stream, count), total)
            itself = rows == option
            own[itself] = total[itself]
            total[itself] = -np.inf
            np.maximum(best, total, out=best)
        wins += (own >= best).sum(axis=1)
    return wins / samples
