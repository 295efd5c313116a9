"""Edits of obligations outside the weights."""

import pytest

from app.analysis.policy.red_lines import Breach, find_breaches
from app.edits import EditRefused, red_lines
from db.model import Crossing, RedLineTest
from tests.unit.edits.policy_case import policy_case


@pytest.fixture
def case():
    return policy_case()


def breaches(assessment):
    return {row.option: row.breach for row in find_breaches(assessment) if row.scenario is None}


def test_a_judgement_is_kept_with_its_reason(case):
    judged = red_lines.judge(case, "harm", "talk", Crossing.CROSSES, "It harms.")
    again = red_lines.judge(judged, "harm", "talk", Crossing.MAY_CROSS)
    assert again.red_line_judgements[0].reason == "It harms."
    assert breaches(again)["talk"] is Breach.MAY_CROSS
    assert red_lines.withdraw_judgement(again, "harm", "talk") == case


def test_a_red_line_that_is_tested_is_not_judged(case):
    tested = red_lines.change_red_line(case, "harm", test=RedLineTest.SCORE_BELOW)
    with pytest.raises(EditRefused, match="tested by scores or benchmarks"):
        red_lines.judge(tested, "harm", "talk", Crossing.CROSSES)


def test_a_tested_red_line_is_crossed_below_its_threshold(case):
    tested = red_lines.change_red_line(
        case, "harm", test=RedLineTest.SCORE_BELOW, criterion="aid", threshold=50.0
    )
    assert breaches(tested) == {"hold": Breach.CROSSES}


@pytest.mark.parametrize("threshold", [-0.5, 100.5, float("nan")])
def test_a_threshold_lies_on_the_scale(case, threshold):
    with pytest.raises(EditRefused):
        red_lines.change_red_line(case, "harm", criterion="aid", threshold=threshold)


def test_a_branch_has_no_score_to_test(case):
    with pytest.raises(EditRefused, match="“Safety” is a branch"):
        red_lines.change_red_line(case, "harm", criterion="safety")
