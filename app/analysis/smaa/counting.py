"""Ranks by counting who is ahead, for many samples at once.

Comparing every pair is faster than sorting for the few options of a decision, and gives the
pairwise winning indices for free.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.analysis.arrays import BoolArray, IntArray
from app.analysis.smaa.random_numbers import Floats

Counts: TypeAlias = NDArray[np.uint8] | NDArray[np.uint16]


def count_true(flags: BoolArray) -> IntArray:
    """Return the number of True in each row of `flags` (rows, columns)."""
    # Row by row: counting along an axis would convert every flag to a long integer.
    return np.array([np.count_nonzero(row) for row in flags], dtype=np.int64)


def count_ahead(totals: Floats, twins: IntArray) -> tuple[Counts, IntArray]:
    """Return how many options are ahead of each, and how often each beats each.

    totals: (options, samples); twins: (options,) how many identical options each row stands for.
    Returns (options, samples) numbers from 0, and wins (row beats column).
    """
    options, samples = totals.shape
    ahead: Counts = np.zeros((options, samples), dtype=np.uint8)
    if int(twins.sum()) > 256:
        ahead = ahead.astype(np.uint16)
    wins = np.empty((options, options), dtype=np.int64)
    beats = np.empty((options, samples), dtype=np.bool_)
    for rival in range(options):
        np.greater(totals[rival], totals, out=beats)
        wins[rival] = count_true(beats)
        for _ in range(int(twins[rival])):
            np.add(ahead, beats.view(np.uint8), out=ahead)
    return ahead, wins


def count_ranks(ahead: Counts, ranks: int) -> IntArray:
    """Return how often each option takes each rank; (options, ranks)."""
    return np.array([np.bincount(row, minlength=ranks) for row in ahead], dtype=np.int64)
