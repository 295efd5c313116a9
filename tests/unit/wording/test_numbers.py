"""Numbers as they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.wording.language import speaking
from app.wording.numbers import percent, points, score, signed, typed, with_sign


@pytest.mark.parametrize(
    ("value", "shown"), [(53.55, "53.6"), (0.05, "0.1"), (-0.04, "0.0"), (100.0, "100.0")]
)
def test_points_are_rounded_half_away_from_zero_to_one_decimal(value, shown):
    assert points(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(6.1, "+6.1"), (-6.14, "−6.1"), (0.04, "0.0"), (-0.04, "0.0")]
)
def test_a_difference_has_a_sign_unless_it_is_nothing(value, shown):
    assert signed(value) == shown


def test_a_share_is_shown_in_percent():
    assert percent(0.372) == "37.2%"
    assert percent(1 / 3, 3) == "33.333%"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (50.0, "50"),
        (37.2, "37.2"),
        (-0.0, "0"),
        (-20.0, "−20"),
        (1234567890.5, "1234567890.5"),
        (0.1 + 0.2, "0.3"),
    ],
)
def test_a_score_shows_what_was_typed(number, shown):
    assert score(number) == shown


@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_a_score_loses_no_digit_that_was_typed(whole, decimals):
    stated = whole / 10**decimals
    assert float(score(stated).replace("−", "-")) == stated
    assert len(score(stated).lstrip("−").replace(".", "")) <= 10 + decimals


@pytest.mark.parametrize(("change", "shown"), [(5.0, "+5"), (-20.0, "−20"), (0.0, "+0")])
def test_a_stated_change_has_its_sign(change, shown):
    assert with_sign(change) == shown


@pytest.mark.parametrize(("code", "shown"), [("en", "-2.5"), ("fr", "-2,5"), ("ar", "-2.5")])
def test_a_field_has_the_sign_of_the_keyboard_and_nothing_that_cannot_be_typed(code, shown):
    with speaking(code):
        assert typed(-2.5) == shown


def test_a_sign_stays_before_its_number_where_text_runs_from_the_right():
    with speaking("ar"):
        assert score(-2.5) == "\u200e−2.5"
