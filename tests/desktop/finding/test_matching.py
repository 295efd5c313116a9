"""Typed letters fit names as an officer means them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desktop.finding.matching import NO_MATCH, find_passage, fit, fold

NAMES = st.text(min_size=1, max_size=30).filter(fold)


@given(NAMES)
def test_every_name_fits_itself_best(name):
    assert fit(name, name) >= fit(name, name + " and more") > NO_MATCH


@given(NAMES, st.data())
def test_any_part_of_a_name_fits_it(name, data):
    whole = fold(name)
    start = data.draw(st.integers(0, len(whole) - 1))
    part = whole[start : data.draw(st.integers(start + 1, len(whole)))]

    assert fit(part, name) > NO_MATCH


def test_a_name_that_begins_so_comes_before_one_that_contains_it():
    assert fit("norm", "Normative leverage") > fit("norm", "The norm") > fit("norm", "Abnormal")


def test_initials_of_words_fit():
    assert fit("ce", "Conditional engagement") > NO_MATCH
    assert fit("coen", "Conditional engagement") > NO_MATCH


def test_words_fit_in_any_order():
    assert fit("engagement cond", "Conditional engagement") > NO_MATCH


def test_accents_and_case_do_not_count():
    assert fit("evenement", "Événement") == fit("événement", "Evenement")


def test_letters_in_another_order_do_not_fit():
    assert fit("zq", "Conditional engagement") == NO_MATCH
    assert fit("tnemegagne", "Conditional engagement") == NO_MATCH


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("etape", "Une Étape de plus", "Étape"),
        ("coeur", "Au cœur de l'affaire", "cœur"),
        ("l'affaire", "Au cœur de l’affaire", "l’affaire"),
        ("2024-2026", "In 2024–2026 only", "2024–2026"),
        ("37 %", "About 37\u00a0% of it", "37\u00a0%"),
        ("de facto", "the de\n  facto authorities", "de\n  facto"),
        ("strasse", "Die Straße", "Straße"),
        ("العضويه", "في العضويّة المشروطة", "العضويّة"),
        ("افغانستان", "دولة أفغانستان", "أفغانستان"),
        ("2025", "سنة ٢٠٢٥", "٢٠٢٥"),
        ("محمد", "محـــمد", "محـــمد"),
    ],
)
def test_a_passage_is_found_as_it_is_typed(typed, text, found):
    begin, end = find_passage(text, typed)

    assert text[begin:end] == found


def test_a_passage_that_is_not_there_is_not_found():
    assert find_passage("Conditional membership", "recognition") is None
    assert find_passage("Conditional membership", "  ") is None


@given(st.text(max_size=40), st.data())
def test_a_passage_is_found_wherever_a_text_fits(text, data):
    start = data.draw(st.integers(0, len(text)))
    typed = text[start : data.draw(st.integers(start, len(text)))]
    passage = find_passage(text, typed)

    if fold(typed):
        assert fold(typed) in fold(text)
        assert passage is not None
        assert fold(typed) in fold(text[slice(*passage)])
    else:
        assert passage is None
