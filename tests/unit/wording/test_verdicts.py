"""The ranking's verdict in sentences."""

import msgspec
import pytest

from app.analysis.flips import Flip
from app.analysis.outcome import find_outcome
from app.analysis.verdict import find_verdict
from app.edits import criteria, options, scores, weights
from app.wording.verdicts import (
    flip_sentence,
    no_flip_sentence,
    provisional_sentence,
    verdict_sentence,
)


def verdict_on(assessment):
    outcome = find_outcome(assessment)
    return verdict_sentence(outcome, find_verdict(outcome))


def level(assessment, gap=0.0):
    """Give both options 50 on everything, and the first so much more."""
    for leaf in ("peace", "borders", "aid"):
        for option, points in (("hold", 50.0 + gap), ("talk", 50.0)):
            assessment = scores.set_score(assessment, "me", option, leaf, points)
    return assessment


def test_a_robust_lead(case):
    assert verdict_on(case) == (
        "Talk leads with 65.0, 32.5 ahead of Hold back. The lead is robust: no single weight "
        "changes it by moving less than 10 percentage points, and no single score within its range."
    )


def test_nothing_is_called_robust_before_weights(case):
    unweighted = weights.set_swings(case, "me", {})

    assert "robust" not in verdict_on(unweighted)
    assert "sensitive" not in verdict_on(unweighted)


def test_one_criterion_with_all_the_weight_is_named(case):
    alone = weights.set_swings(case, "me", {"peace": 100.0, "borders": 0.0, "aid": 0.0})
    alone = scores.set_score(alone, "me", "talk", "peace", 70.0, 65.0, 75.0)

    assert "robust" not in verdict_on(alone)
    assert "Peace alone decides this: it holds all of the weight" in verdict_on(alone)


def test_a_score_whose_range_could_change_the_lead_is_named(case):
    said = "The lead is sensitive to one score within its range: Talk on Peace."
    assert not verdict_on(scores.set_score(case, "me", "talk", "peace", 70.0, 10.0)).endswith(said)
    assert verdict_on(scores.set_score(case, "me", "talk", "peace", 70.0, 0.0)).endswith(said)


def near(case, borders=49.0):
    """Bring another leader within reach of a small move of the weight of Peace.

    borders: what Hold back scores there; from 50 a small move of that weight suffices, too.
    """
    case = weights.set_swings(case, "me", {"peace": 30.0, "borders": 100.0, "aid": 20.0})
    case = scores.set_score(case, "me", "talk", "aid", 30.0)
    return scores.set_score(case, "me", "hold", "borders", borders)


def test_a_sensitive_lead_names_the_weight(case):
    certain = scores.set_score(near(case), "me", "talk", "peace", 70.0)
    assert verdict_on(certain).endswith("The lead is sensitive to the weight of Peace.")


def test_a_near_weight_and_a_wide_score_are_both_named(case):
    assert verdict_on(near(case)).endswith(
        "The lead is sensitive to the weight of Peace. One score would change it within its range, "
        "too: Talk on Peace."
    )


def test_all_scores_that_could_change_the_lead_are_counted(case):
    wide = scores.set_score(case, "me", "talk", "peace", 70.0, 0.0)
    wide = scores.set_score(wide, "me", "talk", "aid", 60.0, 0.0)
    for leaf in ("peace", "aid"):
        wide = scores.set_score(wide, "me", "hold", leaf, 55.0)
    assert len(find_verdict(find_outcome(wide)).doubts) == 2
    assert verdict_on(wide).endswith(
        "The lead is sensitive to 2 scores, each within its range; the first is Talk on Peace."
    )


def test_all_weights_near_which_another_leads_are_named_the_nearest_first(case):
    certain = scores.set_score(near(case, 52.0), "me", "talk", "peace", 70.0)
    assert verdict_on(certain).endswith("sensitive to the weights of Peace and Borders.")


def test_a_lead_just_below_a_point_is_not_stated_as_a_point(case):
    assert "Hold back leads with 51.0, 0.96 ahead of Talk. There is no clear" in verdict_on(
        level(case, 0.96)
    )


def test_a_lead_below_a_point_is_no_clear_winner(case):
    assert verdict_on(level(case, 0.5)) == (
        "Hold back leads with 50.5, 0.5 ahead of Talk. There is no clear winner: the lead is below "
        "one point."
    )


def test_a_lead_too_small_to_show_is_not_said_to_be_nothing(case):
    assert verdict_on(level(case, 0.01)).startswith(
        "Hold back leads with 50.0, less than 0.1 ahead of Talk."
    )


def test_two_options_tie(case):
    assert verdict_on(level(case)) == "Hold back and Talk tie for first place with 50.0."


def test_three_options_tie(case):
    three = options.readmit(level(case), "fight")
    for leaf in ("peace", "borders", "aid"):
        three = scores.set_score(three, "me", "fight", leaf, 50.0)
    assert verdict_on(three) == "Hold back, Talk and Fight tie for first place with 50.0."


def test_a_tie_that_missing_scores_could_break_says_so(case):
    empty = msgspec.structs.replace(case, scores=(), score_evidence=())
    assert verdict_on(empty) == (
        "Hold back and Talk tie for first place with 50.0. There is no clear winner yet: missing "
        "scores could change the first place."
    )


def test_a_lead_that_missing_scores_could_end_says_so(case):
    gap = scores.set_score(case, "me", "hold", "peace", None)
    assert verdict_on(gap) == (
        "Talk leads with 65.0, 17.5 ahead of Hold back. There is no clear winner yet: missing "
        "scores could change the first place."
    )


def test_a_single_option_is_the_only_one(case):
    assert verdict_on(options.remove_option(case, "hold")) == (
        "Talk is the only option ranked, with 65.0."
    )


@pytest.mark.parametrize(
    ("present", "at", "said"),
    [
        (0.25, 0.372, "takes more than 37.2% of the weight (now 25.0%); beyond that Hold back"),
        (0.5, 0.1, "falls below 10.0% of the weight (now 50.0%); below that Hold back"),
        (0.372, 0.3724, "takes more than 37.24% of the weight (now 37.20%)"),
        (0.25, 0.99999, "takes more than 99.999% of the weight (now 25.000%)"),
    ],
)
def test_a_flip_says_where_the_lead_ends_and_who_takes_it(case, present, at, said):
    flip = Flip(node="aid", present=present, at=at, leader="hold")
    sentence = flip_sentence(case, "talk", flip)
    assert sentence.startswith("Talk stays first unless Aid ")
    assert said in sentence


def test_where_nothing_flips_that_is_said(case):
    assert no_flip_sentence(case, "talk") == (
        "Talk stays first whatever the weight of any single criterion."
    )


def test_a_complete_assessment_is_not_provisional(case):
    assert provisional_sentence(find_outcome(case)) == ""


def test_without_weights_all_criteria_are_said_to_count_equally(case):
    bare = msgspec.structs.replace(case, weights=())
    assert provisional_sentence(find_outcome(bare)) == (
        "Nothing is weighted yet, so all criteria count equally."
    )


@pytest.mark.parametrize(
    ("leaves", "said"),
    [
        (1, "1 criterion has no weight yet and counts nothing. 2 scores are missing;"),
        (2, "2 criteria have no weight yet and count nothing. 4 scores are missing;"),
    ],
)
def test_leaves_without_a_weight_and_missing_scores_are_counted(case, leaves, said):
    for number in range(leaves):
        case = criteria.add_criterion(case, f"new{number}", f"New {number}")
    assert provisional_sentence(find_outcome(case)).startswith(said)


def test_one_missing_score_is_one(case):
    gap = scores.set_score(case, "me", "hold", "peace", None)
    assert provisional_sentence(find_outcome(gap)) == (
        "1 score is missing; it is taken as anything from worst to best."
    )


def test_names_with_braces_are_names(case):
    odd = options.rename_option(case, "talk", "{leader} %s")
    assert verdict_on(odd).startswith("{leader} %s leads with 65.0")
