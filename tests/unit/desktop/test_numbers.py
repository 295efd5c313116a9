"""Numbers and ranges as they are typed."""

from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.desktop.models.numbers import Entry, WrongEntry, read_number, read_score, show_number
from app.desktop.models.score_grid import entry_text
from app.wording.language import speaking
from db.model import Score

scores = st.floats(0, 100).map(lambda x: round(x, 6) + 0.0)


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("50", Entry(50)),
        (" 50.5 ", Entry(50.5)),
        ("50,5", Entry(50.5)),
        ("٥٠", Entry(50)),
        ("٥٠٫٥", Entry(50.5)),
        (".5", Entry(0.5)),
        ("40-60", Entry(None, 40, 60)),
        ("40 - 60", Entry(None, 40, 60)),
        ("40–60", Entry(None, 40, 60)),
        ("40 to 60", Entry(None, 40, 60)),
        ("40..60", Entry(None, 40, 60)),
        ("40 50 60", Entry(50, 40, 60)),
        ("40/50/60", Entry(50, 40, 60)),
        ("40, 50, 60", Entry(50, 40, 60)),
        ("40,50,60", Entry(50, 40, 60)),
        ("40,5 50,5 60,5", Entry(50.5, 40.5, 60.5)),
        ("40–50–60", Entry(50, 40, 60)),
        ("50 (40-60)", Entry(50, 40, 60)),
        ("50 [40; 60]", Entry(50, 40, 60)),
        ("50±10", Entry(50, 40, 60)),
        ("50 +- 10", Entry(50, 40, 60)),
        ("50 +/- 10", Entry(50, 40, 60)),
        ("", Entry(None)),
        ("–", Entry(None)),
        ("-3", Entry(-3)),
        ("−3", Entry(-3)),
        ("1e−2", Entry(0.01)),
        ("2.5e+10", Entry(2.5e10)),
        ("12\u202f500", Entry(12500)),
        ("1\u00a0234\u00a0567,5", Entry(1234567.5)),
        ("12\u00a0500–13\u00a0000", Entry(None, 12500, 13000)),
        ("١٢٬٥٠٠", Entry(12500)),
        ("0,125", Entry(0.125)),
        ("12,50", Entry(12.5)),
    ],
)
def test_what_is_typed_is_read(typed, entry):
    assert read_score(typed) == entry


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("-20 -10 5", Entry(-10, -20, 5)),
        ("-20 - -10", Entry(None, -20, -10)),
        ("-20 to 5", Entry(None, -20, 5)),
        ("40-60", Entry(None, 40, 60)),
    ],
)
def test_on_a_scale_with_negative_numbers_a_hyphen_can_be_a_minus(typed, entry):
    assert read_score(typed, signed=True) == entry


@pytest.mark.parametrize(
    "typed", ["abc", "50%", "4O", "40 50 60 70", "50 (40)", "1e", "nan", "inf", "40;;60", "(", "±"]
)
def test_what_is_not_a_score_is_refused_in_a_sentence(typed):
    with pytest.raises(WrongEntry, match=r"is not a score\. Type a number such as 55"):
        read_score(typed)


@pytest.mark.parametrize("typed", ["12,500", "10,000–12,500", "-1,250", "12,500 (10,000-13,000)"])
def test_a_comma_that_could_part_thousands_or_decimals_is_asked_about(typed):
    with pytest.raises(WrongEntry, match=r"could be \S+ or \d+\. Type it without the comma"):
        read_score(typed, signed=True)


def test_a_comma_is_no_question_where_decimals_have_it():
    with speaking("fr"):
        assert read_score("12,500") == Entry(12.5)
        assert read_number("12,500") == 12.5


@pytest.mark.parametrize("typed", ["60-40", "60 50 40", "50 (60-70)"])
def test_a_range_in_the_wrong_order_is_refused(typed):
    with pytest.raises(WrongEntry, match="not in that order"):
        read_score(typed)


def test_a_number_beyond_all_sense_is_refused():
    with pytest.raises(WrongEntry, match="too large"):
        read_score("9" * 400)


@pytest.mark.parametrize("typed", ["", "abc", "40-60", "1 2", "--3"])
def test_a_single_number_is_nothing_else(typed):
    with pytest.raises(WrongEntry, match="is not a number"):
        read_number(typed)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_a_sentence(text):
    with suppress(WrongEntry):
        entry = read_score(text)
        stated = [x for x in (entry.low, entry.likely, entry.high) if x is not None]
        assert stated == sorted(stated)


@given(st.lists(scores, min_size=3, max_size=3).map(sorted), st.booleans())
def test_what_is_shown_for_editing_reads_back_the_same(numbers, ranged):
    low, likely, high = numbers
    score = Score(assessor="a", option="o", criterion="c", likely=likely)
    if ranged:
        assume(low < high)
        score = Score(assessor="a", option="o", criterion="c", likely=likely, low=low, high=high)
    assert read_score(entry_text(score)) == Entry(score.likely, score.low, score.high)


@pytest.mark.parametrize(
    ("number", "shown"), [(58.0, "58"), (0.5, "0.5"), (200 / 3, "66.67"), (-20.0, "−20")]
)
def test_narrow_places_show_at_most_two_decimals(number, shown):
    assert show_number(number) == shown
