"""Value functions in both directions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.value_functions import (
    apply,
    beyond_scale,
    carry,
    direct,
    linear,
    monotone,
    piecewise_linear,
)


def test_linear_runs_from_worst_to_best_in_either_direction():
    x = np.array([10.0, 15.0, 20.0])
    assert apply(linear(10, 20), x).tolist() == [0.0, 50.0, 100.0]
    assert apply(linear(20, 10), x).tolist() == [100.0, 50.0, 0.0]


def test_points_may_be_given_in_either_order():
    falling = piecewise_linear([100, 60, 0], [0, 80, 100])
    assert apply(falling, np.array([100.0, 80.0, 30.0])) == pytest.approx([0, 40, 90])
    assert not falling.rising


def test_beyond_the_scale_is_clipped_or_extrapolated_as_asked():
    x = np.array([-5.0, 25.0])
    assert apply(linear(0, 20), x).tolist() == [0.0, 100.0]
    assert apply(linear(0, 20, "extrapolate"), x).tolist() == [-25.0, 125.0]
    assert beyond_scale(linear(0, 20), np.array([-5.0, 25.0, 3.0, np.nan])).tolist() == [
        -5,
        5,
        0,
        0,
    ]


def test_a_missing_score_stays_missing():
    for function in (direct(), linear(1, 0, "extrapolate")):
        assert np.isnan(apply(function, np.array([np.nan]))).all()


def test_direct_rating_is_taken_as_it_is():
    assert apply(direct(), np.array([0.0, 33.3, 100.0])).tolist() == [0.0, 33.3, 100.0]


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=6, unique=True).map(sorted),
    st.data(),
)
def test_low_likely_high_stay_in_order_whichever_way_the_scale_runs(points, data):
    if min(np.diff(points)) < 1e-9:
        return
    values = data.draw(
        st.lists(st.floats(0, 100), min_size=len(points), max_size=len(points)).map(sorted)
    )
    if data.draw(st.booleans()):
        values = values[::-1]
    function = piecewise_linear(points, values)
    score = sorted(data.draw(st.tuples(*[st.floats(-2e6, 2e6)] * 3)))
    low, likely, high = carry(function, *(np.array([s]) for s in score))
    assert low[0] <= likely[0] + 1e-9
    assert likely[0] <= high[0] + 1e-9
    assert low[0] >= 0
    assert high[0] <= 100


@pytest.mark.parametrize("magnitude", [1e-12, 1e12])
def test_an_affine_change_of_a_natural_scale_changes_nothing(magnitude):
    x = np.array([3.0, 7.5, 9.0])
    moved = apply(linear(2 * magnitude + 1, 10 * magnitude + 1), x * magnitude + 1)
    tolerance = 1e-9 if magnitude > 1 else 1e-2  # at 1e-12 the shift by 1 eats the digits
    assert moved == pytest.approx(apply(linear(2, 10), x), abs=tolerance)


def test_monotone_accepts_level_stretches_only():
    assert monotone([0, 0, 50, 100])
    assert monotone([100, 100, 0])
    assert not monotone([0, 60, 50])


@pytest.mark.parametrize(
    ("points", "values"),
    [
        ([1], [0]),
        ([1, 1], [0, 100]),
        ([1, 3, 2], [0, 50, 100]),
        ([1, 2, 3], [0, 60, 50]),
        ([1, 2], [0, 50, 100]),
        ([-1.7e308, 1.7e308], [0, 100]),
        ([0, float("nan")], [0, 100]),
    ],
)
def test_impossible_functions_are_refused(points, values):
    with pytest.raises(ValueError, match=r"\.$"):
        piecewise_linear(points, values)


def test_a_range_out_of_order_is_refused():
    with pytest.raises(ValueError, match="order"):
        carry(direct(), np.array([5.0]), np.array([4.0]), np.array([6.0]))
