"""Honest standard errors for samples that remember each other, by batch means.

Weights from walks come from some thousand walks side by side. Walks know nothing of each other, but
a walk's samples resemble its last ones. So the walks are dealt into batches, and the scatter of the
batches' means says how sure a mean is, however much a walk remembers (Jones, Haran, Caffo & Neath
2006; here with independent batches). Never less is stated than independent samples would have.
"""

from __future__ import annotations

import numpy as np

from app.analysis.arrays import BoolArray, FloatArray, IntArray
from app.analysis.smaa.counting import Counts
from app.analysis.smaa.indices import share_error
from app.analysis.smaa.random_numbers import Floats

BATCHES = 64
"""The number of walks is a multiple of it, so that sample k of a block is in batch k mod 64."""

_MOST_ADDED = 255  # rounds, until the count in a byte could overflow


class Batches:
    """Counts of one run, kept apart by batch: ranks, wins, and weights where an option is first."""

    def __init__(self, rows: int, ranks: int, criteria: int) -> None:
        self._size = 0
        self._ranks = np.zeros((rows, ranks, BATCHES))
        self._wins = np.zeros((rows, rows, BATCHES))
        self._weights = np.zeros((BATCHES, rows, criteria))

    def add(self, ahead: Counts, beaten: IntArray, shares: Floats) -> None:
        """Count one block; samples that do not fill a round of all batches are left out.

        ahead (rows, samples) and beaten (rows, rows): from `counting.count_ahead`; shares:
        (criteria, samples).
        """
        samples = shares.shape[1]
        rounds = samples // BATCHES
        self._size += rounds
        whole = ahead[:, : rounds * BATCHES]
        batch = np.tile(np.arange(BATCHES), rounds)
        ties = (beaten + beaten.T < samples).sum(axis=1) > 1  # once with itself
        for row, places in enumerate(whole):
            cells = places.astype(np.int64) * BATCHES + batch
            counted = np.bincount(cells, minlength=self._ranks[row].size)
            self._ranks[row] += counted.reshape(self._ranks[row].shape)
            later = slice(row + 1, None)
            won = _deal(places < whole[later], rounds)
            level = _deal(places == whole[later], rounds) if ties[row] else 0
            self._wins[row, later] += won
            self._wins[later, row] += rounds - won - level
        first = _by_batch((ahead == 0).astype(np.float32), rounds)
        self._weights += first @ _by_batch(shares, rounds).transpose(0, 2, 1)

    def rank_error(self, rank: FloatArray, samples: int) -> FloatArray:
        """Return the standard error of rank acceptabilities (rows, ranks)."""
        return self._share_error(self._ranks, rank, samples)

    def win_error(self, wins: FloatArray, samples: int) -> FloatArray:
        """Return the standard error of pairwise winning indices (rows, rows)."""
        return self._share_error(self._wins, wins, samples)

    def centre_error(self, row: int, centre: FloatArray, stated: FloatArray) -> FloatArray:
        """Return the error of a row's central weights (criteria,), at least the one `stated`."""
        times = self._ranks[row, 0]
        if times.sum() == 0.0:
            return stated
        missed = self._weights[:, row] - times[:, np.newaxis] * centre
        scatter = (missed**2).sum(axis=0) * BATCHES / (BATCHES - 1)
        error: FloatArray = np.maximum(stated, np.sqrt(scatter) / float(times.sum()))
        return error

    def _share_error(self, counts: FloatArray, shares: FloatArray, samples: int) -> FloatArray:
        stated = share_error(shares, samples)
        if not self._size:
            return stated
        means = counts / self._size
        error: FloatArray = np.maximum(stated, means.std(axis=-1, ddof=1) / BATCHES**0.5)
        return error


def _deal(flags: BoolArray, rounds: int) -> IntArray:
    """Return how many of each row's flags fall into each batch; (rows, batches). Spoils `flags`."""
    counted = np.zeros((flags.shape[0], BATCHES), dtype=np.int64)
    for start in range(0, rounds, _MOST_ADDED):
        left = min(rounds - start, _MOST_ADDED)
        part = flags.view(np.uint8)[:, start * BATCHES : (start + left) * BATCHES]
        # Folding half of the rounds on the other half adds long rows, which is fast.
        while left > 1:
            half = left // 2
            part[:, : half * BATCHES] += part[:, (left - half) * BATCHES : left * BATCHES]
            left -= half
        counted += part[:, :BATCHES]
    return counted


def _by_batch(numbers: Floats, rounds: int) -> Floats:
    """Return (rows, samples) numbers as (batches, rows, rounds)."""
    dealt = numbers[:, : rounds * BATCHES].reshape(-1, rounds, BATCHES)
    return np.ascontiguousarray(dealt.transpose(2, 0, 1))
