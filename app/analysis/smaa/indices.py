"""The indices of SMAA-2 and what is derived from them.

Sources: Lahdelma & Salminen (2001) for rank acceptability, central weights, confidence factors
and holistic acceptability; Leskinen, Viitanen, Kangas & Kangas (2006) for pairwise winning indices;
Shannon (1948) for entropy.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import FloatArray, IntArray, Vector, require_length
from app.analysis.rank_weights import rank_order_centroid


@dataclass(frozen=True, slots=True, eq=False)
class Acceptability:
    """The outcome of one SMAA run; indices are shares 0-1, `_error` their standard errors.

    samples, seed: what was drawn (seed None for given samples). rank: (options, ranks) how often
    each option takes each rank. pairwise: (options, options) how often the row beats the column.
    central_weights: per option the mean weights (criteria,) that make it first, None for one that
    is never first. confidence: per option how often it is first under its central weights when
    scores vary, None likewise; its error is 0 where it was integrated rather than sampled.
    """

    samples: int
    seed: int | None
    rank: FloatArray
    rank_error: FloatArray
    pairwise: FloatArray
    pairwise_error: FloatArray
    central_weights: tuple[FloatArray | None, ...]
    central_weights_error: tuple[FloatArray | None, ...]
    confidence: tuple[float | None, ...]
    confidence_error: tuple[float | None, ...]

    @property
    def first(self) -> FloatArray:
        """How often each option comes first; (options,)."""
        return self.rank[:, 0]


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """Raw counts of one run: the sufficient statistics of every index.

    ranks, wins: (options, options) counts; weights, squares: (options, criteria) sums of the
    shares and of their squares over the samples in which the option was first.
    """

    samples: int
    ranks: IntArray
    wins: IntArray
    weights: FloatArray
    squares: FloatArray


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its standard error."""

    value: float
    error: float


def share_error(shares: FloatArray, samples: int) -> FloatArray:
    """Return the standard error of shares counted over `samples` independent samples."""
    error: FloatArray = np.sqrt(shares * (1.0 - shares) / samples)
    return error


def central_weights(
    tally: Tally,
) -> tuple[tuple[FloatArray | None, ...], tuple[FloatArray | None, ...]]:
    """Return each option's central weights and their errors; None where it was never first."""
    centres: list[FloatArray | None] = []
    errors: list[FloatArray | None] = []
    for option, times in enumerate(tally.ranks[:, 0].tolist()):
        if times == 0:
            centres.append(None)
            errors.append(None)
            continue
        mean = tally.weights[option] / times
        variance = np.maximum(tally.squares[option] / times - mean**2, 0.0)
        centres.append(mean / mean.sum())
        errors.append(np.sqrt(variance / times))
    return tuple(centres), tuple(errors)


def holistic_acceptability(
    found: Acceptability, metaweights: Vector | None = None
) -> tuple[Estimate, ...]:
    """Return each option's acceptability over all ranks, weighted by rank.

    metaweights: (ranks,) worth of each rank, non-increasing from 1; by default rank-order centroid
    weights scaled so that the first rank counts 1. Source: Lahdelma & Salminen (2001).
    """
    options = found.rank.shape[0]
    if metaweights is None:
        centroid = rank_order_centroid(list(range(1, options + 1)))
        worth = centroid / centroid[0]
    else:
        worth = require_length(np.asarray(metaweights, dtype=np.float64), options, "Metaweights")
    return _expectations(found, np.broadcast_to(worth, found.rank.shape))


def rank_entropy(found: Acceptability) -> tuple[Estimate, ...]:
    """Return how open each option's rank is, in bits: 0 when it always takes the same rank."""
    surprise = np.zeros_like(found.rank)
    np.log2(found.rank, out=surprise, where=found.rank > 0)
    return _expectations(found, -surprise)


def _expectations(found: Acceptability, per_rank: FloatArray) -> tuple[Estimate, ...]:
    """Return the mean of a quantity over each option's ranks, with its standard error."""
    mean = (found.rank * per_rank).sum(axis=1)
    spread = np.maximum((found.rank * per_rank**2).sum(axis=1) - mean**2, 0.0)
    return tuple(
        Estimate(m + 0.0, math.sqrt(s / found.samples))
        for m, s in zip(mean.tolist(), spread.tolist(), strict=True)
    )
