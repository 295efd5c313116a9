"""Ranks, ties and leaders."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.ranking import leaders, order, rank


def test_equal_options_share_the_better_rank():
    assert rank(np.array([5.0, 7.0, 7.0, 1.0])).tolist() == [3, 1, 1, 4]


def test_differences_below_the_tolerance_are_ties():
    totals = np.array([50.0, 50.0 + 5e-10, 50.0 + 2e-9])
    assert rank(totals).tolist() == [2, 2, 1]
    assert leaders(totals) == (2,)
    assert leaders(totals[:2]) == (0, 1)


def test_order_keeps_the_given_order_among_ties():
    assert order(rank(np.array([1.0, 3.0, 3.0, 2.0]))).tolist() == [1, 2, 3, 0]


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12))
def test_rank_is_one_more_than_the_number_ahead(numbers):
    expected = [1 + sum(other > number for other in numbers) for number in numbers]
    assert rank(np.array(numbers, dtype=float)).tolist() == expected
