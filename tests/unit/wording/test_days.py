"""A day is read however the interface's languages write it, and nothing else is taken for one."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.wording.dates import long_date
from app.wording.days import WrongDay, read_day
from app.wording.language import LANGUAGES, speaking

TODAY = date(2026, 11, 22)
DAY = date(2027, 1, 15)


@pytest.mark.parametrize(
    "text",
    [
        "2027-01-15",
        "2027/1/15",
        " 15 January 2027 ",
        "15 january, 2027",
        "January 15, 2027",
        "15th Jan 2027",
        "15 Jan",
        "15. Jan. 27",
        "15.1.2027",
        "15/01/2027",
        "15/1/27",
        "15 janvier 2027",
        "le 15 janv. 2027",
        "15 JANVIER",
        "15 يناير 2027",
        "١٥ يناير ٢٠٢٧",
        "١٥/١/٢٠٢٧",
        "15 كانون الثاني 2027",
        "\u200f15/01/2027\u200f",
    ],
)
def test_a_day_is_read_as_it_is_written(text):
    assert read_day(text, TODAY) == DAY
    assert read_day(text, TODAY, month_first=True) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er août 2027", date(2027, 8, 1)),
        ("3 févr. 2027", date(2027, 2, 3)),
        ("3 fevrier 2027", date(2027, 2, 3)),
        ("4 May 2027", date(2027, 5, 4)),
        ("5 أغسطس 2027", date(2027, 8, 5)),
        ("30 June", date(2026, 6, 30)),
    ],
)
def test_months_are_known_in_every_language(text, day):
    assert read_day(text, TODAY) == day


def test_which_number_is_the_month_is_as_the_desk_writes_it():
    assert read_day("2/1/2027", TODAY) == date(2027, 1, 2)
    assert read_day("2/1/2027", TODAY, month_first=True) == date(2027, 2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "29 Feb",
        "2027",
        "January 2027",
        "15",
        "31 April 2027",
        "0.1.2027",
        "13/13/2027",
        "99999999999999999999/13/2027",
        "15 Ju 2027",
        "1.2.3.4",
        "15 January 20277",
        "15 foo 2027",
        "15 January 2027 or so",
        "-",
        "",
    ],
)
def test_what_is_no_day_is_refused_with_how_to_write_one(text):
    with pytest.raises(WrongDay, match="is not a date. Write it like 15 January 2027"):
        read_day(text, TODAY)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.sampled_from(tuple(LANGUAGES)))
def test_what_the_program_writes_it_reads(day, code):
    with speaking(code):
        text = long_date(day)
    assert read_day(text, TODAY) == day
    assert read_day(day.isoformat(), TODAY) == day


@given(st.text())
def test_any_text_is_a_day_or_refused(text):
    with contextlib.suppress(WrongDay):
        read_day(text, TODAY)
