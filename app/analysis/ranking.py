"""Ranks from total values, with ties that do not depend on the order of the options."""

from __future__ import annotations

import numpy as np

from app.analysis.arrays import TIE, FloatArray, IntArray


def rank(totals: FloatArray, tie: float = TIE) -> IntArray:
    """Return competition ranks (1, 2, 2, 4) of `totals`, shape (options,), highest first.

    An option's rank is one more than the number of options that exceed it by more than `tie`, so
    equal options share the better rank and the input's order never matters.
    """
    ascending = np.sort(totals)
    return totals.size + 1 - np.searchsorted(ascending, totals + tie, side="right")


def order(ranks: IntArray) -> IntArray:
    """Return option indices best first, tied ones in their given order; shape (options,)."""
    return np.argsort(ranks, kind="stable")


def leaders(totals: FloatArray, tie: float = TIE) -> tuple[int, ...]:
    """Return the indices of all options that are first, ties included, in ascending order."""
    return tuple(int(i) for i in np.flatnonzero(totals >= totals.max() - tie))
