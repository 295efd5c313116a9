"""Typed letters fit names as an officer means them."""

from hypothesis import given
from hypothesis import strategies as st

from app.desktop.finding.matching import NO_MATCH, fit, fold

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
