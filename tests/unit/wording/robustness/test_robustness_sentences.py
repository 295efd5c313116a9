"""Each sentence about robustness says what the numbers say, and turns when they turn."""

import math

import msgspec
import pytest

from app.analysis.examination import examine
from app.analysis.model_checks import Check, Finding
from app.analysis.outcome import find_outcome
from app.edits import criteria, options, scores, weights
from app.wording.robustness import (
    learning,
    methods,
    model_findings,
    score_moves,
    weight_moves,
    weightings,
)
from app.wording.robustness.account import give_account
from app.wording.robustness.names import part, score_text, small_points
from db.model import ScaleKind
from tests.cases import small_case

LEAVES = ("peace", "borders", "aid")


def look_into(case, samples=4000):
    return examine(find_outcome(case), samples=samples)


def scored(case, hold, talk):
    """Score both options exactly, leaf by leaf."""
    for leaf, here, there in zip(LEAVES, hold, talk, strict=True):
        case = scores.set_score(case, "me", "hold", leaf, here)
        case = scores.set_score(case, "me", "talk", leaf, there)
    return case


@pytest.fixture
def case():
    """Return a small assessment with readable keys."""
    return small_case()


@pytest.fixture
def even(case):
    """Talk is better on peace, holding back on borders, and aid decides."""
    return scored(case, hold=(30.0, 80.0, 40.0), talk=(80.0, 30.0, 60.0))


def test_shares_of_weightings_name_the_leader_and_the_next(even):
    found = look_into(even)
    said = weightings.any_weights_sentence(found.outcome, found.found.any_weights)
    assert said.startswith("Over all weightings there are, with scores anywhere in their ranges, ")
    assert "Talk comes first in 6" in said
    assert "more than any other option; next is Hold back with 3" in said
    assert "±" in said


def test_a_leader_whom_most_weightings_do_not_choose_is_said_to_be_so(even):
    unlike = weights.set_swings(even, "me", {"peace": 20.0, "borders": 100.0, "aid": 20.0})
    found = look_into(unlike)
    said = weightings.any_weights_sentence(found.outcome, found.found.any_weights)
    assert "Hold back comes first in 3" in said
    assert "Talk does so more often" in said


def test_near_the_stated_weights_the_share_turns_with_the_lead(even):
    found = look_into(even)
    said = weightings.near_weights_sentence(found.outcome, found.found.near_weights)
    assert said == (
        "With every weight within 20% of the stated one, Talk comes first in 100% of the "
        "weightings."
    )
    close = look_into(scored(even, hold=(30.0, 80.0, 40.0), talk=(60.0, 30.0, 40.0)))
    said = weightings.near_weights_sentence(close.outcome, close.found.near_weights)
    assert "first in all" not in said


def test_ranges_of_scores_are_told_from_certain_scores(case, even):
    found = look_into(case)
    said = weightings.stated_weights_sentence(found.outcome, found.found.stated_weights)
    assert "Talk comes first in 100% of the combinations of scores" in said
    certain = look_into(even)
    said = weightings.stated_weights_sentence(certain.outcome, certain.found.stated_weights)
    assert said == "No score has a range, so the scores are taken to be certain."


def test_who_would_choose_otherwise_gives_more_weight_to_what_speaks_for_it(even):
    found = look_into(even)
    (said,) = weightings.central_weights_sentences(found.outcome, found.found.any_weights)
    assert said.startswith("Hold back is the choice of those who give more weight to Borders (")
    assert "now 25.0%" in said


def test_the_note_says_samples_and_seed(case):
    found = look_into(case, samples=12_000)
    note = weightings.simulation_note(found.found.any_weights)
    assert "12\u202f000 combinations drawn at random (seed 0" in note
    assert "no forecast" in note


def test_joint_stability_names_the_rival_and_how_far(even):
    found = look_into(even)
    said = weight_moves.joint_stability_sentence(found.outcome, found.found.by_swings)
    change = 100 * found.found.by_swings.change
    assert said == (
        f"Every weight may be off by up to {change:.1f}% of itself at once before Hold back "
        "overtakes Talk."
    )


def test_joint_stability_of_a_leader_that_cannot_be_unseated_and_of_a_tie(case):
    sure = look_into(scored(case, hold=(10.0, 10.0, 10.0), talk=(90.0, 90.0, 90.0)))
    said = weight_moves.joint_stability_sentence(sure.outcome, sure.found.by_swings)
    assert said == "Talk stays first even if every weight is off by all of itself."
    tied = look_into(scored(case, hold=(50.0, 20.0, 80.0), talk=(50.0, 80.0, 20.0)))
    said = weight_moves.joint_stability_sentence(tied.outcome, tied.found.by_swings)
    assert said.endswith("are level: the least change of a weight decides.")


def test_the_smallest_move_of_weights_makes_the_other_option_first(even):
    found = look_into(even)
    (said,) = weight_moves.weight_change_sentences(found.outcome, found.found.by_sum)
    change = found.found.by_sum[found.outcome.problem.options.index("hold")]
    totals = found.outcome.problem.likely @ change.shares
    assert totals[0] == pytest.approx(totals[1])
    assert said.startswith(f"Hold back is first once {50 * change.distance:.1f}% of the weight has")
    assert "Peace from 50.0% to" in said
    assert "Borders from 25.0% to" in said


def test_options_that_can_never_be_first_are_named(case, even):
    found = look_into(even)
    said = weight_moves.never_first_sentence(found.outcome, found.found.potentials)
    assert said == "With the scores as they are, every option is first under some weights."
    sure = look_into(scored(case, hold=(10.0, 20.0, 10.0), talk=(90.0, 25.0, 90.0)))
    said = weight_moves.never_first_sentence(sure.outcome, sure.found.potentials)
    assert said == (
        "With the scores as they are, Hold back cannot be first under any weights: the best other "
        "option stays at least 5.0 points ahead."
    )


def test_the_stretch_of_each_weight_stands_for_the_picture(even):
    said = weight_moves.stretches_sentence(look_into(even))
    assert said.startswith("Talk stays first while one weight alone moves within Peace: from ")
    assert "Aid: at any share of the weight (now 25.0%)" in said


def test_score_tolerance_turns_with_the_lead(case, even):
    found = look_into(even)
    said = score_moves.score_tolerance_sentence(found.outcome, found.found.score_tolerance)
    assert said == (
        "If every score of Talk were 8.8 points too high, and every score of Hold back as much too "
        "low, the two would be level."
    )
    near = look_into(scored(case, hold=(50.0, 50.0, 50.0), talk=(50.1, 50.1, 50.1)))
    said = score_moves.score_tolerance_sentence(near.outcome, near.found.score_tolerance)
    assert "0.1 points too high" in said


def test_the_nearest_score_would_have_to_fall_or_rise(even):
    found = look_into(even)
    cells = score_moves.nearest_flips(found.found.flips, 2)
    said = [score_moves.score_flip_sentence(found.outcome, found.found.flips, c) for c in cells]
    assert set(said) == {
        "Talk's score on Peace would have to fall from 80.0 to 45.0 for Hold back to draw level.",
        (
            "Hold back's score on Peace would have to rise from 30.0 to 65.0 for it to draw level "
            "with Talk."
        ),
    }


def test_a_falling_scale_is_told_in_its_own_numbers(even):
    costs = msgspec.structs.replace(
        even,
        criteria=tuple(
            msgspec.structs.replace(
                row, scale=ScaleKind.NUMERIC, unit="million", worst=200.0, best=0.0
            )
            if row.id == "peace"
            else row
            for row in even.criteria
        ),
        levels=tuple(row for row in even.levels if row.criterion != "peace"),
    )
    costs = scores.set_score(costs, "me", "talk", "peace", 40.0)
    costs = scores.set_score(costs, "me", "hold", "peace", 140.0)
    found = look_into(costs)
    cell = next(
        c for c in score_moves.nearest_flips(found.found.flips, 2) if score_leader(found, c)
    )
    said = score_moves.score_flip_sentence(found.outcome, found.found.flips, cell)
    assert said == (
        "Talk's score on Peace would have to rise from 40.0 million to 110.0 million for Hold "
        "back to draw level."
    )


def score_leader(found, cell):
    return found.outcome.problem.options[cell[0]] == "talk"


def test_where_no_single_score_flips_that_is_said(case):
    sure = look_into(scored(case, hold=(5.0, 5.0, 5.0), talk=(95.0, 95.0, 95.0)))
    assert score_moves.nearest_flips(sure.found.flips, 3) == ()
    sections = {row.id: row for row in give_account(sure)}
    said = "No single score, however wrong, takes the first place from Talk."
    assert said in sections["change"].sentences


def test_effort_says_how_much_better_an_option_would_have_to_be(case, even):
    found = look_into(even)
    (said,) = score_moves.effort_sentences(found.outcome, found.found.efforts)
    assert said == "Hold back would draw level if each of its scores were 17.5 points better."


def test_a_range_that_could_change_the_first_place_is_told_from_one_that_cannot(case):
    safe = look_into(case)
    (first, *_rest) = score_moves.widest_bars(safe.found.tornado, 3)
    said = score_moves.tornado_sentence(safe.outcome, safe.found.tornado, first)
    assert said == (
        "The range of Talk on Peace moves its value between 50.0 and 70.0; it alone cannot change "
        "the first place."
    )
    count = score_moves.unseating_sentence(safe.outcome, safe.found.tornado)
    assert count == "No single score changes the first place within its stated range."
    wide = look_into(scores.set_score(case, "me", "talk", "peace", 70.0, 0.0, 80.0))
    said = score_moves.tornado_sentence(wide.outcome, wide.found.tornado, first)
    assert said.endswith("between 30.0 and 70.0; it alone could change the first place.")
    count = score_moves.unseating_sentence(wide.outcome, wide.found.tornado)
    assert count.endswith("within its range: Talk on Peace.")


def test_other_methods_agree_or_put_another_option_first(case, even):
    sure = look_into(scored(case, hold=(10.0, 20.0, 10.0), talk=(90.0, 80.0, 90.0)))
    said = methods.agreement_sentence(sure.outcome, sure.found.crosschecks)
    assert "The other methods tried all put Talk first too" in said
    assert "all the options in the same order" in said
    assert methods.departure_sentences(sure.outcome, sure.found.crosschecks) == ()
    odd = look_into(scored(case, hold=(46.0, 46.0, 46.0), talk=(90.0, 4.0, 4.0)))
    said = methods.agreement_sentence(odd.outcome, odd.found.crosschecks)
    why = methods.departure_sentences(odd.outcome, odd.found.crosschecks)
    assert "weighted product" in said
    assert any(row.startswith("The weighted product puts Hold back first: it multi") for row in why)


def test_what_to_find_out_next_turns_with_the_ranges(case, even):
    certain = look_into(scored(case, hold=(10.0, 10.0, 10.0), talk=(90.0, 90.0, 90.0)))
    assert learning.lessons(certain.found.learning, 5) == ()
    assert "would not change the choice" in learning.nothing_to_learn_sentence(certain.outcome)
    wide = look_into(scores.set_score(even, "me", "talk", "peace", 60.0, 0.0, 100.0))
    first = learning.lessons(wide.found.learning, 5)[0]
    said = learning.lesson_sentence(wide.outcome, first)
    assert said.startswith(
        "Knowing the score of Talk on Peace exactly would change the choice over"
    )
    assert math.isclose(first.gain, float(wide.found.learning.scores_gain.max()))


def test_lopsided_ranges_that_turn_the_first_place_are_told(even):
    level = scored(even, hold=(50.0, 50.0, 50.0), talk=(52.0, 52.0, 52.0))
    found = look_into(level)
    assert learning.mean_winner_sentence(found.outcome, found.found.learning) == ""
    lopsided = look_into(scores.set_score(level, "me", "talk", "peace", 52.0, 0.0, 54.0))
    said = learning.mean_winner_sentence(lopsided.outcome, lopsided.found.learning)
    assert "Hold back would be first" in said


def findings_of(case):
    found = look_into(case, samples=1000)
    return {row.check: (found.outcome, row) for row in found.found.findings}


def test_every_check_has_a_remedy():
    said = {check: model_findings.remedy_sentence(Finding(check)) for check in Check}
    assert len(set(said.values())) == len(Check)


def test_findings_name_their_places(case, even):
    gap = scores.set_score(case, "me", "hold", "aid", None)
    assert said_of(gap, Check.MISSING_SCORES) == "Hold back has no score on Aid."
    flat = scored(case, hold=(50.0, 20.0, 30.0), talk=(50.0, 80.0, 90.0))
    assert said_of(flat, Check.NOT_DISCRIMINATING) == "All options score the same on Peace."
    dominated = scored(case, hold=(10.0, 20.0, 30.0), talk=(20.0, 30.0, 40.0))
    assert said_of(dominated, Check.DOMINATED) == (
        "Hold back is nowhere better than Talk, and somewhere worse."
    )
    alike = weights.set_swings(even, "me", {"peace": 100.0, "borders": 99.0, "aid": 98.0})
    assert said_of(alike, Check.EQUAL_WEIGHTS) == "All criteria have nearly the same weight."
    narrow = scored(case, hold=(50.0, 20.0, 90.0), talk=(55.0, 80.0, 10.0))
    assert "Peace weighs much, but the options lie within 5.0 points" in said_of(
        narrow, Check.RANGE_INSENSITIVE
    )
    idle = weights.set_swings(even, "me", {"peace": 100.0, "borders": 50.0, "aid": 0.0})
    assert said_of(idle, Check.WITHOUT_WEIGHT) == "Aid has no weight and counts nothing."


def said_of(case, check):
    outcome, row = findings_of(case)[check]
    return model_findings.finding_sentence(outcome, row)


def test_a_sound_model_has_no_findings(even):
    sound = weights.set_swings(even, "me", {"peace": 100.0, "borders": 60.0, "aid": 30.0})
    found = look_into(sound)
    assert found.found.findings == ()
    sections = {row.id: row for row in give_account(found)}
    assert sections["model"].sentences == (model_findings.no_finding_sentence(),)


def test_a_single_option_is_asked_nothing_about_rivals(case):
    found = look_into(options.remove_option(case, "hold"))
    sections = {row.id: row.sentences for row in give_account(found)}
    assert sections["first_place"] == ("Talk is the only option ranked, with 65.0.",)
    assert sections["change"] == sections["scores"] == sections["methods"] == ()


def test_no_sentence_is_about_likelihood_and_every_name_is_a_name(case):
    odd = options.rename_option(case, "talk", "{leader} 100 %s")
    odd = criteria.rename_criterion(odd, "peace", "{0} & <b>")
    for section in give_account(look_into(odd)):
        for said in section.sentences:
            assert not {"chance", "probability", "probable", "odds"} & set(said.lower().split())
            assert "Talk" not in said


@pytest.mark.parametrize(
    ("share", "error", "said"),
    [
        (0.0, 0.0, "0%"),
        (1.0, 0.0, "100%"),
        (0.0002, 0.0001, "fewer than 0.1%"),
        (0.9999, 0.0001, "more than 99.9%"),
        (0.612, 0.0021, "61.2% (±\u00a00.2)"),
        (0.612, 0.00001, "61.2% (±\u00a00.1)"),
        (0.612, 0.0, "61.2%"),
    ],
)
def test_shares_near_none_and_all_are_not_said_to_be_these(share, error, said):
    assert part(share, error) == said


def test_small_points_are_not_said_to_be_nothing():
    assert small_points(0.01) == "less than 0.1"
    assert small_points(0.5) == "0.5"


@pytest.mark.parametrize(("span", "said"), [(1.0, "0.500"), (200.0, "100.0"), (1e6, "500000")])
def test_scores_are_written_as_finely_as_their_scale_is_wide(case, span, said):
    rows = tuple(
        msgspec.structs.replace(row, scale=ScaleKind.NUMERIC, unit="", worst=0.0, best=span)
        for row in case.criteria
    )
    wide = msgspec.structs.replace(case, criteria=rows, levels=(), scores=())
    outcome = find_outcome(wide)
    assert score_text(outcome, 0, 50.0) == said
