"""SMAA-2 on samples that somebody else drew: exact counting, nothing random."""

from __future__ import annotations

import numpy as np

from app.analysis.arrays import TIE, FloatArray, Matrix, as_matrix, as_numbers
from app.analysis.smaa.indices import Acceptability, Tally, central_weights, share_error

_BLOCK = 2048


def count_given(scores: FloatArray, weights: Matrix) -> Acceptability:
    """Return all indices of SMAA-2 for given samples of scores and of weights, in doubles.

    scores: (options, criteria) values, or (samples, options, criteria); weights: (samples,
    criteria), non-negative, of any scale. Totals that differ by less than 1e-9 (on a 0-100 scale;
    in proportion on others) tie and share the better rank. The confidence factor is the share of
    the score samples in which the option is first, ties included, under its central weights.
    Raises ValueError for shapes that do not fit, numbers that are not finite, weights below zero
    or all zero.
    """
    drawn = as_matrix(weights, "Weights")
    values = as_numbers(scores, "Scores")
    if values.ndim == 2:
        values = values[np.newaxis]
    samples = drawn.shape[0]
    if values.ndim != 3 or values.shape[2] != drawn.shape[1] or values.size == 0:
        raise ValueError("Scores and weights must have the same criteria.")
    if values.shape[0] not in {1, samples} or not np.isfinite(values).all():
        raise ValueError("Scores must be finite and be given once or for every sample.")
    if (drawn < 0).any() or not drawn.any(axis=1).all():
        raise ValueError("Every sample needs weights of zero or more, and one above zero.")
    drawn = drawn / drawn.max(axis=1, keepdims=True)
    tie = TIE / 100.0 * float(np.abs(values).max())
    tally = _tally(values, drawn / drawn.sum(axis=1, keepdims=True), tie)
    centres, errors = central_weights(tally)
    factors = tuple(_confidence(values, centre, i, tie) for i, centre in enumerate(centres))
    spread = tuple(None if f is None else (f * (1.0 - f) / values.shape[0]) ** 0.5 for f in factors)
    rank, pairwise = tally.ranks / samples, tally.wins / samples
    return Acceptability(
        samples=samples,
        seed=None,
        rank=rank,
        rank_error=share_error(rank, samples),
        pairwise=pairwise,
        pairwise_error=share_error(pairwise, samples),
        central_weights=centres,
        central_weights_error=errors,
        confidence=factors,
        confidence_error=spread,
    )


def _tally(values: FloatArray, shares: FloatArray, tie: float) -> Tally:
    samples, criteria = shares.shape
    options = values.shape[1]
    ranks = np.zeros((options, options), dtype=np.int64)
    wins = np.zeros((options, options), dtype=np.int64)
    sums = np.zeros((options, criteria))
    squares = np.zeros((options, criteria))
    block = max(1, _BLOCK // options)
    for start in range(0, samples, block):
        part = shares[start : start + block]
        cells = values if values.shape[0] == 1 else values[start : start + block]
        totals = (cells * part[:, np.newaxis, :]).sum(axis=2)
        beats = totals[:, :, np.newaxis] > totals[:, np.newaxis, :] + tie
        wins += beats.sum(axis=0)
        ahead = beats.sum(axis=1)
        ranks += (ahead[:, :, np.newaxis] == np.arange(options)).sum(axis=0)
        first = (ahead == 0).astype(np.float64)
        sums += np.einsum("si,sj->ij", first, part)
        squares += np.einsum("si,sj->ij", first, part**2)
    return Tally(samples, ranks, wins, sums, squares)


def _confidence(
    values: FloatArray, centre: FloatArray | None, option: int, tie: float
) -> float | None:
    """Return how often `option` is first over the score samples under weights `centre`."""
    if centre is None:
        return None
    totals = (values * centre).sum(axis=2)
    return float((totals[:, option] >= totals.max(axis=1) - tie).mean())
