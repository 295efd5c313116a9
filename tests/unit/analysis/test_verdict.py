"""How firmly the leader leads."""

import pytest

from app.analysis.outcome import find_outcome
from app.analysis.verdict import CLOSE, NEAR, Doubt, Firmness, find_verdict
from app.edits import options, scores, weights
from tests.cases import small_case


@pytest.fixture
def case():
    """Return a small assessment with readable keys."""
    return small_case()


def judge(assessment):
    return find_verdict(find_outcome(assessment))


def level(assessment, gap):
    for leaf in ("peace", "borders", "aid"):
        assessment = scores.set_score(assessment, "me", "hold", leaf, 50.0)
        assessment = scores.set_score(assessment, "me", "talk", leaf, 50.0 + gap)
    return assessment


def test_a_lead_that_no_near_weight_changes_is_robust(case):
    verdict = judge(case)
    assert verdict.firmness is Firmness.ROBUST
    assert (verdict.leader, verdict.runner_up, verdict.lead) == ("talk", "hold", 32.5)
    assert verdict.flips[0].distance > NEAR


def test_a_flip_that_is_near_makes_the_lead_sensitive(case):
    close = weights.set_swings(case, "me", {"peace": 20.0, "borders": 100.0, "aid": 30.0})
    verdict = judge(close)
    assert verdict.firmness is Firmness.SENSITIVE
    assert verdict.flips[0].distance < NEAR
    assert verdict.lead >= CLOSE


def test_a_score_whose_range_unseats_the_leader_makes_the_lead_sensitive(case):
    firm = scores.set_score(case, "me", "talk", "peace", 70.0, 10.0, 80.0)
    assert judge(firm).doubts == ()
    wide = scores.set_score(case, "me", "talk", "peace", 70.0, 0.0, 80.0)
    wide = scores.set_score(wide, "me", "hold", "peace", 20.0, 0.0, 100.0)
    verdict = judge(wide)
    assert verdict.firmness is Firmness.SENSITIVE
    assert verdict.doubts == (Doubt("hold", "peace"), Doubt("talk", "peace"))


def test_doubts_are_about_stated_ranges_and_not_about_gaps(case):
    light = weights.set_swing(case, "me", "aid", 10.0)
    assert judge(scores.set_score(light, "me", "hold", "aid", None)).doubts == ()


@pytest.mark.parametrize(
    ("gap", "firmness"), [(0.99, Firmness.NO_CLEAR_WINNER), (1.0, Firmness.ROBUST)]
)
def test_a_lead_below_one_point_is_no_clear_lead(case, gap, firmness):
    assert judge(level(case, gap)).firmness is firmness


def test_a_tie_has_no_clear_winner(case):
    verdict = judge(level(case, 0.0))
    assert verdict.firmness is Firmness.NO_CLEAR_WINNER
    assert (verdict.lead, verdict.flips) == (0.0, ())


def test_gaps_that_could_change_the_first_place_leave_no_clear_winner(case):
    verdict = judge(scores.set_score(case, "me", "hold", "peace", None))
    assert verdict.undecided_by_gaps
    assert verdict.firmness is Firmness.NO_CLEAR_WINNER


def test_gaps_that_could_not_change_the_first_place_do_no_harm(case):
    light = weights.set_swing(case, "me", "aid", 10.0)
    verdict = judge(scores.set_score(light, "me", "hold", "aid", None))
    assert not verdict.undecided_by_gaps
    assert verdict.firmness is Firmness.ROBUST


def test_a_single_option_leads_nobody(case):
    verdict = judge(options.remove_option(case, "hold"))
    assert (verdict.leader, verdict.runner_up, verdict.lead) == ("talk", None, None)
    assert (verdict.firmness, verdict.flips) == (Firmness.ROBUST, ())


def test_a_single_option_with_gaps_is_undecided_by_nobody(case):
    alone = scores.set_score(options.remove_option(case, "hold"), "me", "talk", "aid", None)
    assert not judge(alone).undecided_by_gaps
