"""Dominance on likely values and on ranges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.additive import additive_values
from app.analysis.dominance import count_equal, find_dominance, find_interval_dominance

NAN = float("nan")


def test_weak_and_strict_differ_where_options_are_equal_on_a_criterion():
    found = find_dominance([[50, 60], [50, 40], [10, 10]])
    assert found.weak.tolist() == [[False, True, True], [False, False, True], [False] * 3]
    assert found.strict.tolist() == [[False, False, True], [False, False, True], [False] * 3]


def test_twins_do_not_dominate_each_other():
    assert not find_dominance([[50, 60], [50, 60]]).dominated.any()
    assert count_equal([[50, 60], [50, 60]]).tolist() == [[2, 2], [2, 2]]


def test_a_missing_score_leaves_doubt_unless_the_other_is_at_the_end():
    assert not find_dominance([[50, NAN], [40, 10]]).weak.any()
    assert find_dominance([[50, 100], [40, NAN]]).weak[0, 1]


def test_ranges_dominate_only_when_they_do_not_overlap():
    low, high = [[50, 60], [20, 30]], [[60, 70], [49, 60]]
    assert find_interval_dominance(low, high).weak.tolist() == [[False, True], [False, False]]
    assert not find_interval_dominance(low, [[60, 70], [55, 60]]).weak.any()


def test_ranges_upside_down_are_refused():
    with pytest.raises(ValueError, match="not below it"):
        find_interval_dominance([[2.0]], [[1.0]])


def test_a_single_option_is_not_dominated():
    assert not find_dominance([[0.0]]).dominated.any()


@given(st.data())
def test_what_dominates_is_never_below_under_any_weights(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    found = find_dominance(values)
    totals = additive_values(values, raw)
    better, worse = np.nonzero(found.weak)
    assert (totals[better] >= totals[worse] - 1e-8).all()
    assert not (found.weak & found.weak.T).any()
    assert (found.strict <= found.weak).all()
