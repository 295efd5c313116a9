"""Edits of named futures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.policy.scenarios import in_scenario
from app.edits import EditRefused, criteria, scenarios
from db.model import ChangeKind
from tests.unit.edits.policy_case import policy_case

SET, ADD = ChangeKind.SET, ChangeKind.ADD


@pytest.fixture
def case():
    return policy_case()


def changed(case, kind, amount):
    return scenarios.set_change(case, "storm", "talk", "peace", kind, amount)


def test_two_scenarios_cannot_have_one_name(case):
    with pytest.raises(EditRefused, match="already one called “storm”"):
        scenarios.add_scenario(case, "again", "storm")


def test_a_scenario_sets_a_score_or_adds_to_it(case):
    for kind, amount, expected in ((SET, 30.0, 30.0), (ADD, -20.0, 50.0)):
        there = in_scenario(changed(case, kind, amount), "storm")
        assert there.score_by_key["me", "talk", "peace"].likely == expected


def test_changing_a_change_keeps_its_reason(case):
    case = scenarios.explain_change(changed(case, SET, 30.0), "storm", "talk", "peace", "Rain.")
    (row,) = changed(case, ADD, 5.0).score_changes
    assert (row.kind, row.amount, row.reason) == (ADD, 5.0, "Rain.")


def test_a_change_that_is_not_there_has_no_reason(case):
    with pytest.raises(EditRefused, match="no longer there"):
        scenarios.explain_change(case, "storm", "talk", "peace", "Rain.")


@pytest.mark.parametrize(
    ("kind", "amount"), [(SET, -1.0), (SET, 100.5), (ADD, -101.0), (ADD, float("nan"))]
)
def test_a_change_stays_within_what_the_scale_allows(case, kind, amount):
    with pytest.raises(EditRefused, match="not possible on “Peace”"):
        changed(case, kind, amount)


def test_a_branch_has_no_score_to_change(case):
    with pytest.raises(EditRefused, match="“Safety” is a branch"):
        scenarios.set_change(case, "storm", "talk", "safety", SET, 1.0)


def test_a_change_passes_to_the_first_criterion_below_a_leaf_that_is_split(case):
    case = criteria.add_criterion(changed(case, SET, 30.0), "truth", "Truth", "peace")
    assert [row.criterion for row in case.score_changes] == ["truth"]


@given(st.floats(0, 100), st.floats(-100, 100))
def test_clearing_a_change_leads_back_to_the_base(number, step):
    case = policy_case()
    both = changed(changed(case, SET, number), ADD, step)
    assert scenarios.clear_change(both, "storm", "talk", "peace") == case


def test_assumptions_are_rested_on_and_broken_and_taken_back(case):
    rested = scenarios.rest_on(case, "talk", "calm")
    broken = scenarios.break_assumption(rested, "storm", "calm", "Ranks break.")
    assert broken.assumption_breaks[0].reason == "Ranks break."
    again = scenarios.keep_assumption(broken, "storm", "calm")
    assert scenarios.stop_resting_on(again, "talk", "calm") == case
