"""Edits of how options are meant to work."""

import pytest

from app.analysis.policy.conditions import find_cases
from app.edits import EditRefused, mechanisms, records
from db.model import Holds
from tests.unit.edits.policy_case import policy_case


@pytest.fixture
def case():
    return policy_case()


def test_an_option_rests_on_the_conditions_of_its_mechanism_and_aim(case):
    (found,) = find_cases(case, "talk")
    assert [row.id for row in found.conditions] == ["heard"]
    assert find_cases(mechanisms.rely_on(case, "hold", "talking", "aid"), "hold")[0].conditions == (
        ()
    )


def test_an_exempted_condition_does_not_apply_and_can_apply_again(case):
    freed = mechanisms.exempt(case, "talk", "heard", "Nobody need listen.")
    assert find_cases(freed, "talk")[0].conditions == ()
    assert mechanisms.stop_exempting(freed, "talk", "heard") == case


def test_an_option_is_not_exempted_from_what_does_not_apply_to_it(case):
    with pytest.raises(EditRefused, match="does not apply to it anyway"):
        mechanisms.exempt(case, "hold", "heard")


def test_the_rating_of_a_condition_changes_with_its_reason(case):
    rated = mechanisms.change_condition(case, "heard", rating=Holds.FAILS, reason="Deaf.")
    assert rated.conditions[-1].rating is Holds.FAILS


def test_an_option_that_stops_relying_on_a_mechanism_leaves_its_conditions(case):
    left = mechanisms.stop_relying_on(case, "talk", "talking", "peace")
    assert find_cases(left, "talk") == ()
    assert left.conditions is case.conditions


def test_removing_a_mechanism_takes_its_conditions_and_uses(case):
    left = records.remove(case, "mechanisms", "talking")
    assert left.conditions == left.option_mechanisms == ()
