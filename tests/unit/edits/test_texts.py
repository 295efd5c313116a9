"""Text as it is kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edits import EditRefused, texts
from db.model.characters import is_plain

ANY_TEXT = st.text(st.characters(), max_size=60)
"""Text of any characters, lone surrogates included."""


@given(ANY_TEXT)
def test_kept_text_is_plain_and_kept_as_it_is_the_next_time(text):
    kept = texts.prose(text)
    assert is_plain(kept)
    assert texts.prose(kept) == kept


@given(ANY_TEXT)
def test_a_line_has_no_line_ends_and_is_kept_as_it_is_the_next_time(text):
    kept = texts.line(text)
    assert len(kept.splitlines()) <= 1
    assert is_plain(kept)
    assert texts.line(kept) == kept


@given(ANY_TEXT)
def test_a_name_is_a_line_that_is_taken_once_somebody_has_it(text):
    try:
        kept = texts.name(text)
    except EditRefused:
        return
    assert kept == texts.line(text)
    with pytest.raises(EditRefused, match="already one called"):
        texts.name(text, [kept])


FILLERS = "\u115f\u1160\u3164\uffa0"


@given(st.text(st.characters(categories=("L", "N", "P", "S"), exclude_characters=FILLERS)))
def test_letters_numbers_and_signs_of_any_script_stay(text):
    assert texts.prose(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("e\u0301", "é"),
        ("e\x00\u0301", "é"),
        ("a\x00b\x07c\x1b", "abc"),
        ("start\u202eend", "startend"),
        ("Safe\u2067", "Safe\u2067\u2069"),
        ("\u2067Safe\u2069\u2069 now", "\u2067Safe\u2069 now"),
        ("\u2068one\ntwo\u2069", "\u2068one\u2069\ntwo"),
        ("\u200b\u00ad", ""),
        ("\u3164\ufe0f", ""),
        ("\u202a\u202b\u202c\u202d", ""),
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("lone \ud800 half", "lone  half"),
        ("  around  \n", "around"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("👩🏽\u200d🔬", "👩🏽\u200d🔬"),
    ],
)
def test_prose_is_cleaned_of_what_nobody_typed(typed, kept):
    assert texts.prose(typed) == kept


def test_a_line_joins_what_stood_on_several():
    assert texts.line("one\n two\t three\x0cfour") == "one two three four"


def test_a_no_break_space_inside_a_name_stays():
    assert texts.name("10\u00a0km") == "10\u00a0km"


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u200b", "\u2060\ufeff", "\x00", "\u202e"])
def test_a_name_that_shows_nothing_is_refused(typed):
    with pytest.raises(EditRefused, match="cannot be empty"):
        texts.name(typed)


@pytest.mark.parametrize("other", ["aid", "AID", " Aid ", "A\u200bid", "\uff21id", "Ai\x00d"])
def test_a_name_that_looks_like_a_siblings_is_refused(other):
    with pytest.raises(EditRefused, match="already one called"):
        texts.name(other, ["Peace", "Aid"])


def test_two_names_that_differ_in_an_accent_are_two():
    assert texts.name("Résumé", ["Resume"]) == "Résumé"


def test_a_name_may_have_two_hundred_characters_and_no_more():
    assert len(texts.name("x" * 200)) == 200
    with pytest.raises(EditRefused, match="at most 200 characters; this one has 300"):
        texts.name("x" * 300)


def test_a_text_that_is_too_long_is_refused_with_both_lengths():
    assert len(texts.prose("x" * 20_000)) == 20_000
    with pytest.raises(EditRefused, match="at most 20000 characters; it has 20001"):
        texts.prose("x" * 20_001)
    with pytest.raises(EditRefused, match="at most 24 characters; it has 25"):
        texts.line("x" * 25, 24)
