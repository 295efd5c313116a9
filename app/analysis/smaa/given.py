"""SMAA-2 on samples that somebody else drew: exact counting, nothing random."""

from __future__ import annotations

import numpy as np

from app.analysis.arrays import TIE, FloatArray, Matrix, as_matrix, as_numbers
from app.analysis.smaa.counting import compare_totals, count_ranks
from app.analysis.smaa.indices import Acceptability, Tally, central_weights, share_error
from app.analysis.smaa.products import multiply, sum_products

_BLOCK_CELLS = 524_288  # numbers in work at once: four megabytes


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
    factors = _find_confidence(values, centres, tie)
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
    alone = np.ones(options, dtype=np.int64)
    block = max(1, _BLOCK_CELLS // (options * criteria))
    for start in range(0, samples, block):
        part = shares[start : start + block]
        cells = values if values.shape[0] == 1 else values[start : start + block]
        totals = np.ascontiguousarray((cells * part[:, np.newaxis, :]).sum(axis=2).T)
        ahead, beaten = compare_totals(totals, alone, tie)
        wins += beaten
        ranks += count_ranks(ahead, options)
        first = (ahead == 0).astype(np.float64)
        sums += sum_products(first, part.T)
        squares += sum_products(first, part.T**2)
    return Tally(samples, ranks, wins, sums, squares)


def _find_confidence(
    values: FloatArray, centres: tuple[FloatArray | None, ...], tie: float
) -> tuple[float | None, ...]:
    """Return how often each option is first over the score samples under its own centre."""
    chosen = [option for option, centre in enumerate(centres) if centre is not None]
    weights = np.array([centre for centre in centres if centre is not None])
    samples, options, criteria = values.shape
    block = max(1, _BLOCK_CELLS // (options * max(criteria, len(chosen))))
    wins = np.zeros(len(chosen))
    for start in range(0, samples, block):
        rows = values[start : start + block].reshape(-1, criteria)
        totals = multiply(weights, rows.T, np.empty((len(chosen), len(rows))))
        races = totals.reshape(len(chosen), -1, options)
        own = races[np.arange(len(chosen)), :, chosen]
        wins += (own >= races.max(axis=2) - tie).sum(axis=1)
    found: list[float | None] = [None] * options
    for option, share in zip(chosen, (wins / samples).tolist(), strict=True):
        found[option] = share
    return tuple(found)
