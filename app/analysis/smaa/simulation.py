"""SMAA-2 by simulation: draw, rank, count, block by block in constant memory."""

from __future__ import annotations

from typing import NamedTuple, TypedDict

import numpy as np

from app.analysis.arrays import FloatArray, IntArray
from app.analysis.smaa.batches import Batches
from app.analysis.smaa.confidence import find_confidence
from app.analysis.smaa.counting import count_ahead, count_ranks
from app.analysis.smaa.indices import Acceptability, Tally, central_weights, share_error
from app.analysis.smaa.products import sum_products
from app.analysis.smaa.random_numbers import Stream
from app.analysis.smaa.score_samples import SAMPLED, Scores, TotalSampler, choose_block
from app.analysis.smaa.weight_samples import FixedWeights, WeightSampler
from app.analysis.watch import Watch, portion, report


class Drawing(TypedDict, total=False):
    """How a simulation draws; see `simulate`."""

    samples: int
    seed: int
    precision: float


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
    # Weights that stand still are every option's central weights: it was counted already how often
    # each is first under them.
    counted = scores.kind in SAMPLED and isinstance(weights, FixedWeights)
    turns = 2 if confidence and scores.kind in SAMPLED and not counted else 1
    tally, errors = _tally(scores, weights, stream, samples, precision, portion(watch, 0, turns))
    drawn, options = tally.samples, tally.ranks.shape[0]
    rank, pairwise = tally.ranks / drawn, tally.wins / drawn
    centres, _ = central_weights(tally)
    factors: tuple[float | None, ...] = (None,) * options
    factor_errors: tuple[float | None, ...] = (None,) * options
    if confidence and counted:
        factors = _first_shares(rank, centres)
        factor_errors = _first_shares(errors.rank, centres)
    elif confidence:
        factors, factor_errors = find_confidence(
            scores, centres, stream, drawn, portion(watch, 1, turns)
        )
    return Acceptability(
        samples=drawn,
        seed=seed,
        rank=rank,
        rank_error=errors.rank,
        pairwise=pairwise,
        pairwise_error=errors.pairwise,
        central_weights=centres,
        central_weights_error=errors.centres,
        confidence=factors,
        confidence_error=factor_errors,
    )


def _first_shares(
    rank: FloatArray, centres: tuple[FloatArray | None, ...]
) -> tuple[float | None, ...]:
    """Return the first column of what is known of each rank; None where there is no centre."""
    firsts = zip(rank[:, 0].tolist(), centres, strict=True)
    return tuple(None if centre is None else first for first, centre in firsts)


class _Errors(NamedTuple):
    """Standard errors of one run: (options, ranks), (options, options), and per option."""

    rank: FloatArray
    pairwise: FloatArray
    centres: tuple[FloatArray | None, ...]


def _tally(
    scores: Scores,
    weights: WeightSampler,
    stream: Stream,
    samples: int,
    precision: float,
    watch: Watch | None,
) -> tuple[Tally, _Errors]:
    """Draw and count until `samples` are reached or the precision is."""
    distinct, place = _merge_twins(scores)
    twins = np.bincount(place)
    options, criteria = scores.likely.shape
    ranks = np.zeros((twins.size, options), dtype=np.int64)
    wins = np.zeros((twins.size, twins.size), dtype=np.int64)
    sums = np.zeros((twins.size, 2 * criteria))
    batches = Batches(twins.size, options, criteria) if weights.remembers else None
    block = choose_block(options, criteria)
    sampler, drawn = TotalSampler(distinct, min(block, samples)), 0

    def go_on(_done: int, _total: int) -> bool:
        return watch is None or watch(drawn, samples)

    draw_shares = weights.begin(stream, go_on)
    while drawn < samples:
        report(watch, drawn, samples)
        shares = draw_shares(min(block, samples - drawn))
        totals = sampler.draw(stream, shares, go_on)
        ahead, beaten = count_ahead(totals, twins)
        ranks += count_ranks(ahead, options)
        wins += beaten
        first = (ahead == 0).astype(np.float32)
        sums += sum_products(first, np.concatenate((shares, shares * shares)))
        drawn += shares.shape[1]
        if batches is not None:
            batches.add(ahead, beaten, shares)
        if precision > 0.0 and _rank_error(ranks / drawn, drawn, batches).max() <= precision:
            break
    tally = Tally(drawn, ranks, wins, sums[:, :criteria], sums[:, criteria:])
    return _expand(tally, place), _find_errors(tally, batches, place)


def _rank_error(rank: FloatArray, drawn: int, batches: Batches | None) -> FloatArray:
    return share_error(rank, drawn) if batches is None else batches.rank_error(rank, drawn)


def _expand(tally: Tally, place: IntArray) -> Tally:
    """Return the counts of all options from those of the distinct ones."""
    ranks, wins = tally.ranks[place], tally.wins[place][:, place]
    return Tally(tally.samples, ranks, wins, tally.weights[place], tally.squares[place])


def _find_errors(tally: Tally, batches: Batches | None, place: IntArray) -> _Errors:
    drawn = tally.samples
    pairwise = tally.wins / drawn
    win_error = share_error(pairwise, drawn)
    centres, errors = central_weights(tally)
    if batches is not None:
        win_error = batches.win_error(pairwise, drawn)
        errors = tuple(
            None if centre is None or error is None else batches.centre_error(row, centre, error)
            for row, (centre, error) in enumerate(zip(centres, errors, strict=True))
        )
    return _Errors(
        _rank_error(tally.ranks / drawn, drawn, batches)[place],
        win_error[place][:, place],
        tuple(errors[row] for row in place.tolist()),
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
