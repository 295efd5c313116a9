"""What an answer would tell: drawn weights split by it, and the doubt left about the winner."""

from __future__ import annotations

import numpy as np

from app.analysis.arrays import BoolArray, FloatArray, IntArray
from app.analysis.smaa.products import sum_products
from app.analysis.smaa.random_numbers import Floats
from app.analysis.watch import Watch, report

_BORDER = 1e-6
_LEAST_VARIANCE = 1e-30
_BLOCK = 512  # questions weighed at once


class Splits:
    """Weights (criteria, points) and who is first at each, ready to be split by questions.

    doubt: bits of entropy about who is first among all of them.
    """

    def __init__(
        self, drawn: FloatArray, firsts: IntArray, options: int, watch: Watch | None = None
    ) -> None:
        present = np.flatnonzero(np.bincount(firsts, minlength=options))
        self._drawn = drawn.astype(np.float32)
        # One column for each option that is ever first; counting is then a product.
        self._firsts = (firsts[:, np.newaxis] == present).astype(np.float32)
        self._watch = watch
        self.doubt = float(entropy(self._firsts.sum(axis=0, keepdims=True))[0])

    def find_telling(self, most: int) -> IntArray:
        """Return the criteria (at most so many) whose weights tell most about who is first.

        By how far the mean weights of those who favour each option lie apart, in deviations.
        """
        mean = self._drawn.mean(axis=1, dtype=np.float64)
        size = np.maximum(self._firsts.sum(axis=0, dtype=np.float64), 1.0)
        centres = sum_products(self._drawn, np.ascontiguousarray(self._firsts.T)) / size
        apart = (size * (centres - mean[:, np.newaxis]) ** 2).sum(axis=1)
        told = apart / np.maximum(self._drawn.var(axis=1, dtype=np.float64), _LEAST_VARIANCE)
        return np.sort(np.argsort(-told, kind="stable")[:most])

    def weigh(
        self, first: IntArray, second: IntArray, ratio: FloatArray, part: int = 1
    ) -> tuple[FloatArray, FloatArray]:
        """Return for each question the expected doubt after it and the share that says yes.

        The question: is criterion `first` worth more than `ratio` times `second`? All (questions,).
        A point on the border stays admissible after either answer, so it counts on both sides.
        part: look at one in so many of the points only.
        """
        drawn, firsts = np.ascontiguousarray(self._drawn[:, ::part]), self._firsts[::part]
        after, likely = np.empty(ratio.size), np.empty(ratio.size)
        for start in range(0, ratio.size, _BLOCK):
            report(self._watch, start, ratio.size)
            block = slice(start, start + _BLOCK)
            times = ratio[block, np.newaxis].astype(np.float32)
            lead = drawn[first[block]] - times * drawn[second[block]]
            yes = _count(lead >= -_BORDER, firsts)
            border = np.abs(lead) <= _BORDER
            no = firsts.sum(axis=0, dtype=np.float64) - yes
            if border.any():
                no += _count(border, firsts)
            share = yes.sum(axis=1) / (yes.sum(axis=1) + no.sum(axis=1))
            after[block] = share * entropy(yes) + (1.0 - share) * entropy(no)
            likely[block] = share
        return after, likely


def entropy(counts: FloatArray) -> FloatArray:
    """Return the entropy in bits of each row of counts (rows, outcomes); 0 for an empty row."""
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1.0)
    bits = np.zeros_like(shares)
    np.log2(shares, out=bits, where=shares > 0.0)
    found: FloatArray = -(shares * bits).sum(axis=1) + 0.0
    return found


def _count(side: BoolArray, firsts: Floats) -> FloatArray:
    """Return how often each option is first among the points of one side (questions, points)."""
    # Whole numbers this small add up exactly in any order, so any number of threads may do it.
    counts: FloatArray = (side.astype(np.float32) @ firsts).astype(np.float64)
    return counts
