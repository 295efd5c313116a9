"""Which change moved each option's total, and which one changed the winner.

A total is a sum of share x value, so between two states the Shapley value (Shapley 1953) of "the
scores changed" and "the weights changed" has a closed form: each takes its own change times the
mean of the other. For edits of any kind, the Shapley value is computed over all their orders.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import FloatArray, Matrix, as_matrix, require_length
from app.analysis.ranking import leaders

_MOST_GROUPS = 12

Evaluate = Callable[[tuple[bool, ...]], FloatArray]
"""Totals (options,) of the state in which just the marked groups of edits have been made."""


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """Exact parts of every option's change; both (options, criteria), in points of total.

    by_score: what its changed value did; by_weight: what the criterion's changed share did. All
    parts of an option add up to the change of its total.
    """

    by_score: FloatArray
    by_weight: FloatArray

    @property
    def total(self) -> FloatArray:
        """The change of each option's total; (options,)."""
        return np.asarray((self.by_score + self.by_weight).sum(axis=1))


def split_change(
    values_before: Matrix, shares_before: FloatArray, values_after: Matrix, shares_after: FloatArray
) -> Change:
    """Split the change of all totals between two states into parts by score and by weight.

    Both states list the same options and criteria; one that a state lacks has share 0 there and
    the other state's values. Raises ValueError when shapes differ.
    """
    before, after = as_matrix(values_before, "Values"), as_matrix(values_after, "Values")
    if before.shape != after.shape:
        raise ValueError("Both states must list the same options and criteria.")
    for shares in (shares_before, shares_after):
        require_length(shares, before.shape[1], "Weights")
    by_score = (after - before) * (shares_before + shares_after) / 2.0
    by_weight = (shares_after - shares_before) * (before + after) / 2.0
    return Change(by_score, by_weight)


def share_out(evaluate: Evaluate, groups: int) -> FloatArray:
    """Return each group of edits' Shapley share in the change of every total; (groups, options).

    evaluate is called for all 2 ** groups combinations. The shares of an option add up to its
    change from no edit to all. Raises ValueError for more than 12 groups: join some first.
    """
    if groups > _MOST_GROUPS:
        raise ValueError(f"At most {_MOST_GROUPS} groups of edits can be told apart exactly.")
    totals = [
        evaluate(tuple(bool(state >> g & 1) for g in range(groups))) for state in range(1 << groups)
    ]
    parts = np.zeros((groups, totals[0].size))
    for state in range(1 << groups):
        made = state.bit_count()
        for group in range(groups):
            if not state >> group & 1:
                orders = math.factorial(made) * math.factorial(groups - made - 1)
                step = totals[state | 1 << group] - totals[state]
                parts[group] += orders / math.factorial(groups) * step
    return parts


def find_flipping_edit(totals: FloatArray) -> int | None:
    """Return which edit, counted from 0, last changed who leads, or None if none did.

    totals: (edits + 1, options) before the first edit and after each, in the order made. Ties
    count: an option that joins or leaves the first place changes who leads.
    """
    return find_last_turn([leaders(row) for row in totals])


def find_last_turn(firsts: Sequence[Sequence[Hashable]]) -> int | None:
    """Return which step, counted from 0, last changed who is first, or None if none did.

    firsts: who is first before the first step and after each, in any order among themselves.
    """
    for step in range(len(firsts) - 2, -1, -1):
        if set(firsts[step]) != set(firsts[step + 1]):
            return step
    return None
