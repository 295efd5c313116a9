"""Rounding for display."""

import math
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.rounding import round_half_away


@pytest.mark.parametrize(
    ("x", "digits", "shown"),
    [
        (0.285, 2, 0.29),  # stored as 0.28499999999999998
        (1.005, 2, 1.01),
        (-1.005, 2, -1.01),
        (2.5, 0, 3.0),
        (-2.5, 0, -3.0),
        (47.25, 1, 47.3),
        (47.2499999999, 1, 47.3),
        (47.249999, 1, 47.2),
        (1e300, 2, 1e300),
        (7, 0, 7.0),
    ],
)
def test_halves_go_away_from_zero_after_the_noise_is_gone(x, digits, shown):
    assert round_half_away(x, digits) == shown


def test_nothing_is_shown_as_minus_zero():
    assert math.copysign(1.0, round_half_away(-0.001, 1)) == 1.0


@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_agrees_with_decimal_arithmetic(thousandths, digits):
    exact = Decimal(thousandths) / 10000
    step = Decimal(1).scaleb(-digits)
    expected = float(exact.quantize(step, rounding=ROUND_HALF_UP))
    assert round_half_away(thousandths / 10000, digits) == expected


@pytest.mark.parametrize(("x", "digits"), [(math.nan, 1), (math.inf, 1), (1.0, 10), (1.0, -1)])
def test_what_cannot_be_shown_is_refused(x, digits):
    with pytest.raises(ValueError, match=r"\.$"):
        round_half_away(x, digits)
