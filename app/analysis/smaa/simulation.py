"""SMAA-2 by simulation: draw, rank, count, block by block in constant memory."""

from __future__ import annotations

import numpy as np

from app.analysis.arrays import IntArray
from app.analysis.smaa.confidence import find_confidence
from app.analysis.smaa.counting import count_ahead, count_ranks
from app.analysis.smaa.indices import Acceptability, Tally, central_weights, share_error
from app.analysis.smaa.products import sum_products
from app.analysis.smaa.random_numbers import Stream
from app.analysis.smaa.score_samples import Scores, draw_totals
from app.analysis.smaa.weight_samples import WeightSampler
from app.analysis.watch import Watch, portion, report

_LARGEST_BLOCK = 8192
_BLOCK_CELLS = 8192 * 20  # options x samples in work at once: what stays in the second-level cache


def simulate(
    scores: Scores,
    weights: WeightSampler,
    *,
    samples: int = 100_000,
    seed: int = 0,
    precision: float = 0.0,
    confidence: bool = True,
    watch: Watch | None = None,
) -> Acceptability:
    """Run SMAA-2 and return all indices with their standard errors.

    samples: at most this many are drawn; the run stops earlier, after a whole block, when every
    rank acceptability has a standard error of at most `precision` (0: never). seed: fixes every
    bit of the result. confidence: whether to find confidence factors too. watch: see
    `app.analysis.watch`; raises its Cancelled. Options that are identical in exact scores share
    the better rank in every sample. Raises ValueError when shapes differ or samples < 1.
    """
    if samples < 1:
        raise ValueError("A simulation needs at least one sample.")
    if weights.criteria != scores.likely.shape[1]:
        raise ValueError("Weights and scores must have the same criteria.")
    stream = Stream(seed)
    turns = 2 if confidence and scores.kind in {"uniform", "triangular"} else 1
    tally = _tally(scores, weights, stream, samples, precision, portion(watch, 0, turns))
    drawn, options = tally.samples, tally.ranks.shape[0]
    rank, pairwise = tally.ranks / drawn, tally.wins / drawn
    centres, centre_errors = central_weights(tally)
    factors: tuple[float | None, ...] = (None,) * options
    factor_errors: tuple[float | None, ...] = (None,) * options
    if confidence:
        factors, factor_errors = find_confidence(
            scores, centres, stream, drawn, portion(watch, 1, turns)
        )
    return Acceptability(
        samples=drawn,
        seed=seed,
        rank=rank,
        rank_error=share_error(rank, drawn),
        pairwise=pairwise,
        pairwise_error=share_error(pairwise, drawn),
        central_weights=centres,
        central_weights_error=centre_errors,
        confidence=factors,
        confidence_error=factor_errors,
    )


def _tally(
    scores: Scores,
    weights: WeightSampler,
    stream: Stream,
    samples: int,
    precision: float,
    watch: Watch | None,
) -> Tally:
    """Draw and count until `samples` are reached or the precision is."""
    distinct, place = _merge_twins(scores)
    twins = np.bincount(place)
    options, criteria = scores.likely.shape
    ranks = np.zeros((twins.size, options), dtype=np.int64)
    wins = np.zeros((twins.size, twins.size), dtype=np.int64)
    sums = np.zeros((twins.size, 2 * criteria))
    block = max(256, min(_LARGEST_BLOCK, _BLOCK_CELLS // max(options, criteria)))
    drawn = 0

    def go_on(_done: int, _total: int) -> bool:
        return watch is None or watch(drawn, samples)

    draw_shares = weights.begin(stream, go_on)
    while drawn < samples:
        report(watch, drawn, samples)
        count = min(block, samples - drawn)
        shares = draw_shares(count)
        ahead, beaten = count_ahead(draw_totals(distinct, stream, shares), twins)
        ranks += count_ranks(ahead, options)
        wins += beaten
        first = (ahead == 0).astype(np.float32)
        sums += sum_products(first, np.concatenate((shares, shares * shares)))
        drawn += count
        if share_error(ranks / drawn, drawn).max() <= precision:
            break
    expanded = sums[place]
    return Tally(
        drawn,
        ranks[place],
        wins[place][:, place],
        expanded[:, :criteria],
        expanded[:, criteria:],
    )


def _merge_twins(scores: Scores) -> tuple[Scores, IntArray]:
    """Return scores without repeated fixed rows, and the row that each option now has.

    Identical options tie in every sample; only by computing their total once is that sure in
    floating point. Options whose scores vary are drawn independently and stay apart.
    """
    seen: dict[bytes | int, int] = {}
    kept: list[int] = []
    place = np.empty(scores.likely.shape[0], dtype=np.int64)
    for option in range(place.size):
        fixed = bool((scores.low[option] == scores.high[option]).all())
        key = (scores.likely[option] + 0.0).tobytes() if fixed else option
        if key not in seen:
            seen[key] = len(kept)
            kept.append(option)
        place[option] = seen[key]
    return Scores(scores.kind, scores.low[kept], scores.likely[kept], scores.high[kept]), place
