"""Ranks and who beats whom, counted for many samples at once.

Few options are compared pair by pair, which gives the pairwise winning indices for free. More are
sorted, sample by sample, which costs nearly the same for each option however many there are. Both
ways find the same numbers, ties included.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.analysis.arrays import BoolArray, FloatArray, IntArray
from app.analysis.smaa.random_numbers import Floats

Counts: TypeAlias = NDArray[np.uint8 | np.uint16]

_FEW = 32  # up to so many options comparing all pairs is faster than sorting
_SORTED_AT_ONCE = 16384  # options x samples: what a sort's keys may fill of the cache
_INDEX_BITS = 32
_LANES = 8  # bytes that one word adds up at once
_MOST_ADDED = 255  # words, until the count in a byte could overflow


def count_true(flags: BoolArray) -> IntArray:
    """Return the number of True in each row of `flags` (rows, columns)."""
    # Row by row: counting along an axis would convert every flag to a long integer.
    return np.array([np.count_nonzero(row) for row in flags], dtype=np.int64)


def count_ahead(totals: Floats, twins: IntArray) -> tuple[Counts, IntArray]:
    """Return how many options are ahead of each, and how often each beats each.

    totals: (options, samples), no NaN; twins: (options,) how many identical options each row
    stands for. Returns (options, samples) numbers from 0, and wins (row beats column).
    """
    if totals.shape[0] <= _FEW:
        return compare_totals(totals, twins)
    ahead, level = sort_totals(totals, twins)
    return ahead, count_wins(ahead, level)


def compare_totals(
    totals: Floats | FloatArray, twins: IntArray, tie: float = 0.0
) -> tuple[Counts, IntArray]:
    """Return what `count_ahead` does, by comparing every pair.

    tie: by how much one must exceed another to be ahead of it.
    """
    options, samples = totals.shape
    reached = totals + tie if tie else totals
    ahead = np.zeros((options, samples), dtype=_counter(twins))
    wins = np.empty((options, options), dtype=np.int64)
    beats = np.empty((options, samples), dtype=np.bool_)
    for rival in range(options):
        np.greater(totals[rival], reached, out=beats)
        wins[rival] = count_true(beats)
        for _ in range(int(twins[rival])):
            np.add(ahead, beats.view(np.uint8), out=ahead)
    return ahead, wins


def sort_totals(totals: Floats, twins: IntArray) -> tuple[Counts, BoolArray]:
    """Return how many options are ahead of each, by sorting each sample, and who ever ties.

    The arguments are those of `count_ahead`; who ever ties is (options,).
    """
    options, samples = totals.shape
    ahead = np.empty((options, samples), dtype=_counter(twins))
    ever_level, single = np.zeros(options, dtype=np.bool_), bool((twins == 1).all())
    strip = max(1, _SORTED_AT_ONCE // options)
    # One number holds a total and its place in the strip, so that sorting numbers sorts both.
    keys = np.empty((strip, options), dtype=np.int64)
    cells = np.arange(strip * options).reshape(strip, options)
    plain = np.tile(np.arange(options, dtype=ahead.dtype), (strip, 1))
    for start in range(0, samples, strip):
        part = totals[:, start : start + strip]
        count = part.shape[1]
        order, places = keys[:count], plain[:count]
        order[...] = _falling_codes(part).T
        order <<= _INDEX_BITS
        order |= cells[:count]
        order.sort(axis=1)
        level = _find_level(order)
        order &= (1 << _INDEX_BITS) - 1
        if level is not None:
            ever_level[order[level | np.roll(level, -1, axis=1)] % options] = True
        if level is not None or not single:
            places = _rank_sorted(twins[order % options], level).astype(ahead.dtype)
        placed = np.empty_like(places)
        placed.reshape(-1)[order] = places
        ahead[:, start : start + strip] = placed.T
    return ahead, ever_level


def count_wins(ahead: Counts, level: BoolArray) -> IntArray:
    """Return how often each row is ahead of each other, (options, options).

    ahead: from `count_ahead`; level: (options,) False for those that never tie with another.
    """
    # Of two options the better one has fewer ahead of it, and only equals have as many: comparing
    # these small numbers is four times as fast as comparing totals. A pair is compared once.
    options, samples = ahead.shape
    words = -(-samples // _LANES)
    groups = -(-words // _MOST_ADDED)
    words = -(-words // groups)
    flags = np.zeros((options, groups * words * _LANES), dtype=np.bool_)
    seen, packed = flags[:, :samples], flags.view(np.uint64).reshape(options, groups, words)
    sums = np.zeros((options, options, groups), dtype=np.uint64)
    for row in range(options - 1):
        later = slice(row + 1, options)
        np.less(ahead[row], ahead[later], out=seen[later])
        np.add.reduce(packed[later], axis=2, out=sums[row, later])
        if level[row]:
            np.equal(ahead[row], ahead[later], out=seen[later])
            np.add.reduce(packed[later], axis=2, out=sums[later, row])
    counts = sums.view(np.uint8).sum(axis=2, dtype=np.int64)
    wins: IntArray = np.triu(counts, 1)
    wins += np.tril(samples - wins.T - counts, -1)
    return wins


def count_ranks(ahead: Counts, ranks: int) -> IntArray:
    """Return how often each option takes each rank; (options, ranks)."""
    return np.array([np.bincount(row, minlength=ranks) for row in ahead], dtype=np.int64)


def _counter(twins: IntArray) -> type[np.uint8 | np.uint16]:
    return np.uint8 if int(twins.sum()) <= 256 else np.uint16


def _falling_codes(totals: Floats) -> NDArray[np.int32]:
    """Return whole numbers that are equal where totals are and smaller where they are larger."""
    # Subtracting from zero makes one zero of both; the bits of a number below zero count backwards.
    codes = np.subtract(np.float32(0.0), totals).view(np.int32)
    codes ^= (codes >> 31) & np.int32(0x7FFFFFFF)
    return codes


def _find_level(keys: IntArray) -> BoolArray | None:
    """Return where a key has the same total as the one before it in its row; None: nowhere."""
    # Rows are compared as one long one, which is faster, and where they meet is struck out.
    bits = keys.view(np.uint64).reshape(-1)
    near = (bits[1:] ^ bits[:-1]) < (1 << _INDEX_BITS)
    if not near.any():
        return None
    level = np.zeros(keys.shape, dtype=np.bool_)
    level.reshape(-1)[1:] = near
    level[:, 0] = False
    return level


def _rank_sorted(counts: IntArray, level: BoolArray | None) -> IntArray:
    """Return how many are ahead of each in rows (samples, options) sorted best first.

    counts: how many options each stands for; level: where one is level with the one before.
    """
    ahead: IntArray = counts.cumsum(axis=1) - counts
    if level is not None:
        ahead[level] = 0
        np.maximum.accumulate(ahead, axis=1, out=ahead)
    return ahead
