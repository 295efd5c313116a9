"""The ranking and what it is made of."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.outcome import find_outcome
from app.edits import EditRefused, criteria, decision, options, perspectives, scores, weights
from db.model import PerspectiveKind
from tests.cases import small_case, with_ranking
from tests.random_edits import random_edit
from tests.strategies import assessments


@pytest.fixture
def case():
    """Return a small assessment with readable keys."""
    return small_case()


def assert_same(one, other):
    assert (one is None) == (other is None)
    if one is None:
        return
    assert one.problem.options == other.problem.options
    assert one.problem.criteria == other.problem.criteria
    assert one.problem.nodes == other.problem.nodes
    assert one.problem.unweighted == other.problem.unweighted
    assert one.ranked == other.ranked
    for field in ("totals", "low", "high", "contributions", "ranks", "provisional"):
        first, second = getattr(one.evaluation, field), getattr(other.evaluation, field)
        assert np.array_equal(first, second)
    assert np.array_equal(one.prepared.missing, other.prepared.missing)


def test_options_are_ranked_by_their_total(case):
    outcome = find_outcome(case)
    assert outcome.ranked == ("talk", "hold")
    assert outcome.leaders == ("talk",)
    assert (outcome.total("talk"), outcome.total("hold")) == (65.0, 32.5)
    assert (outcome.rank("talk"), outcome.rank("hold")) == (1, 2)


def test_contributions_of_leaves_add_up_to_those_of_branches_and_to_the_total(case):
    outcome = find_outcome(case)
    parts = [outcome.contribution("talk", node) for node in ("peace", "borders", "aid")]
    assert parts == [35.0, 10.0, 20.0]
    assert outcome.contribution("talk", "safety") == 45.0
    assert sum(parts) == outcome.total("talk")


def test_options_that_tie_share_the_first_place(case):
    for leaf in ("peace", "borders", "aid"):
        case = scores.set_score(case, "me", "hold", leaf, 70.0)
        case = scores.set_score(case, "me", "talk", leaf, 70.0)
    outcome = find_outcome(case)
    assert outcome.leaders == ("hold", "talk")
    assert (outcome.rank("hold"), outcome.rank("talk")) == (1, 1)


def test_a_missing_score_makes_the_total_an_interval_about_its_middle(case):
    outcome = find_outcome(scores.set_score(case, "me", "talk", "aid", None))
    assert outcome.provisional
    assert outcome.total("talk") == 35.0 + 10.0 + 12.5
    assert outcome.interval("talk") == (45.0, 70.0)
    assert outcome.interval("hold") == (32.5, 32.5)


def test_a_missing_score_without_weight_makes_nothing_provisional(case):
    outcome = find_outcome(criteria.add_criterion(case, "cost", "Cost"))
    assert not outcome.provisional
    assert outcome.total("talk") == 65.0


def test_a_screened_out_option_is_not_ranked(case):
    assert find_outcome(options.screen_out(case, "talk", "No.")).ranked == ("hold",)


def test_there_is_no_outcome_while_there_is_nothing_to_rank(case):
    bare = criteria.remove_criterion(criteria.remove_criterion(case, "safety"), "aid")
    assert find_outcome(bare) is None
    assert find_outcome(case, "them") is not None


def test_a_moved_weight_values_no_score_anew(case):
    before = find_outcome(case)
    after = find_outcome(weights.set_swing(case, "me", "aid", 70.0), before=before)
    assert after.prepared is before.prepared
    assert after.scores is before.scores


def test_a_rename_shows_at_once(case):
    before = find_outcome(case)
    renamed = options.rename_option(case, "talk", "Negotiate")
    after = find_outcome(renamed, before=before)
    assert after.assessment.option_by_id["talk"].name == "Negotiate"


def test_scores_of_another_assessor_are_never_taken_over(case):
    case = perspectives.add_perspective(case, "she", "She", PerspectiveKind.ASSESSOR)
    before = find_outcome(case)
    hers = find_outcome(decision.change_decision(case, assessor="she"), before=before)
    assert_same(hers, find_outcome(case, "she"))
    assert hers.total("talk") == pytest.approx(50.0)


@given(
    assessments(),
    st.lists(st.tuples(st.integers(0, 2**32), st.booleans()), min_size=1, max_size=10),
)
def test_an_earlier_outcome_changes_nothing_but_the_time_it_takes(assessment, seeds):
    assessment = with_ranking(assessment)
    before = find_outcome(assessment)
    for seed, other in seeds:
        try:
            assessment = random_edit(assessment, seed)(assessment)
        except EditRefused:
            continue
        views = [None, *(row.id for row in assessment.perspectives)]
        whose = views[seed % len(views)] if other else None
        anew = find_outcome(assessment, whose)
        reused = find_outcome(assessment, whose, before)
        assert_same(reused, anew)
        before = reused or before


@given(assessments())
def test_the_bounds_of_missing_scores_hold_the_total(assessment):
    outcome = find_outcome(with_ranking(assessment))
    for option in outcome.ranked:
        low, high = outcome.interval(option)
        assert -1e-9 <= low <= outcome.total(option) <= high <= 100.0 + 1e-9
        assert sum(
            outcome.contribution(option, leaf) for leaf in outcome.problem.criteria
        ) == outcome.total(option)


@given(assessments(), st.floats(1e-3, 1e6))
def test_weights_of_another_scale_give_the_same_ranking(assessment, factor):
    assessment = with_ranking(assessment)
    scaled = msgspec.structs.replace(
        assessment,
        weights=tuple(
            msgspec.structs.replace(row, swing=row.swing * factor) for row in assessment.weights
        ),
    )
    one, other = find_outcome(assessment), find_outcome(scaled)
    assert other.evaluation.totals == pytest.approx(one.evaluation.totals, abs=1e-9)
