"""Edits of past cases and of which conditions held in them."""

import pytest

from app.edits import EditRefused, mechanisms, precedents, records
from db.model import Holds
from tests.unit.edits.policy_case import policy_case


@pytest.fixture
def case():
    a = precedents.add_precedent(policy_case(), "before", "The talks of the year before")
    return records.change(a, "precedents", "before", mechanism="talking")


def test_a_condition_is_rated_with_reason_and_place(case):
    a = precedents.rate_condition(case, "before", "heard", Holds.FAILS, "They left.", "Page 3")
    a = precedents.rate_condition(a, "before", "heard", Holds.PARTLY)
    (row,) = a.precedent_conditions
    assert (row.rating, row.reason, row.locator) == (Holds.PARTLY, "They left.", "Page 3")
    a = precedents.rate_condition(a, "before", "heard", reason="They stayed.")
    assert a.precedent_conditions[0].reason == "They stayed."
    assert a.precedent_conditions[0].rating is Holds.PARTLY
    assert precedents.withdraw_rating(a, "before", "heard") == case


def test_a_reason_waits_for_the_rating(case):
    with pytest.raises(EditRefused, match="Say first whether"):
        precedents.rate_condition(case, "before", "heard", reason="They left.")


def test_a_condition_of_a_mechanism_that_was_not_tried_is_refused(case):
    a = mechanisms.add_mechanism(case, "paying", "Inducement")
    a = mechanisms.add_condition(a, "wanted", "They want it", "paying", "peace")
    with pytest.raises(EditRefused, match="of another mechanism"):
        precedents.rate_condition(a, "before", "wanted", Holds.HOLDS)
    bare = records.change(a, "precedents", "before", mechanism=None)
    with pytest.raises(EditRefused, match="of another mechanism"):
        precedents.rate_condition(bare, "before", "heard", Holds.HOLDS)


@pytest.mark.parametrize(("table", "key"), [("precedents", "before"), ("conditions", "heard")])
def test_a_rating_goes_with_what_it_is_about(case, table, key):
    a = precedents.rate_condition(case, "before", "heard", Holds.HOLDS)
    assert records.remove(a, table, key).precedent_conditions == ()
