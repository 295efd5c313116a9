"""Numbers as they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.wording.numbers import percent, points, score, signed


@pytest.mark.parametrize(
    ("value", "shown"), [(53.55, "53.6"), (0.05, "0.1"), (-0.04, "0.0"), (100.0, "100.0")]
)
def test_points_are_rounded_half_away_from_zero_to_one_decimal(value, shown):
    assert points(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(6.1, "+6.1"), (-6.14, "-6.1"), (0.04, "0.0"), (-0.04, "0.0")]
)
def test_a_difference_has_a_sign_unless_it_is_nothing(value, shown):
    assert signed(value) == shown


def test_a_share_is_shown_in_percent():
    assert percent(0.372) == "37.2%"
    assert percent(1 / 3, 3) == "33.333%"


@pytest.mark.parametrize(
    ("number", "shown"),
    [(50.0, "50"), (37.2, "37.2"), (-0.0, "0"), (1234567890.5, "1234567890.5"), (0.1 + 0.2, "0.3")],
)
def test_a_score_shows_what_was_typed(number, shown):
    assert score(number) == shown


@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_a_score_loses_no_digit_that_was_typed(whole, decimals):
    typed = whole / 10**decimals
    assert float(score(typed)) == typed
    assert len(score(typed).lstrip("-").replace(".", "")) <= 10 + decimals
