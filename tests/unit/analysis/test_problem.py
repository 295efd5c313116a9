"""Arrays made from the assessment."""

import math

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.problem import make_problem, read_scores, value_function
from app.analysis.value_functions import apply
from app.edits import criteria, options, perspectives, scales, scores, weights
from db.model import PerspectiveKind, ScaleKind
from tests.cases import small_case, with_ranking
from tests.strategies import assessments


@pytest.fixture
def case():
    """Return a small assessment with readable keys."""
    return small_case()


def test_rows_are_the_options_that_are_ranked_and_columns_the_leaves(case):
    problem = make_problem(case)
    assert problem.options == ("hold", "talk")
    assert problem.criteria == ("peace", "borders", "aid")
    assert problem.likely.tolist() == [[20.0, 60.0, 30.0], [70.0, 40.0, 80.0]]


def test_a_score_without_a_range_is_its_own_range(case):
    problem = make_problem(case)
    assert problem.low.tolist() == [[20.0, 50.0, 30.0], [40.0, 40.0, 80.0]]
    assert problem.high.tolist() == [[20.0, 70.0, 30.0], [80.0, 40.0, 80.0]]


def test_a_range_with_one_end_ends_at_the_likely_value(case):
    half = scores.set_score(case, "me", "hold", "peace", 20.0, 10.0)
    problem = make_problem(half)
    assert (problem.low[0, 0], problem.high[0, 0]) == (10.0, 20.0)


def test_missing_scores_are_marked_and_nothing_else_is(case):
    gap = scores.set_score(case, "me", "hold", "peace", None)
    assert np.argwhere(np.isnan(make_problem(gap).likely)).tolist() == [[0, 0]]


def test_weights_become_shares(case):
    problem = make_problem(case)
    assert problem.shares.tolist() == [0.5, 0.25, 0.25]
    assert (problem.weighted, problem.unweighted) == (True, ())


def test_without_weights_all_leaves_share_equally(case):
    bare = msgspec.structs.replace(case, weights=())
    problem = make_problem(bare)
    assert problem.shares == pytest.approx([1 / 3] * 3)
    assert (problem.weighted, problem.unweighted) == (False, ())


def test_where_every_swing_is_nothing_all_leaves_share_equally(case):
    nothing = weights.set_swings(case, "me", dict.fromkeys(("peace", "borders", "aid"), 0.0))
    assert make_problem(nothing).shares == pytest.approx([1 / 3] * 3)


def test_a_leaf_without_a_weight_counts_nothing_and_is_named(case):
    problem = make_problem(criteria.add_criterion(case, "cost", "Cost"))
    assert problem.shares.tolist() == [0.5, 0.25, 0.25, 0.0]
    assert problem.unweighted == ("cost",)


def test_the_first_leaf_weighted_leaves_the_others_named_as_not_weighted(case):
    bare = msgspec.structs.replace(case, weights=())
    problem = make_problem(weights.set_swing(bare, "me", "aid", 40.0))
    assert problem.shares.tolist() == [0.0, 0.0, 1.0]
    assert problem.unweighted == ("peace", "borders")


def test_a_branch_holds_what_its_leaves_hold(case):
    problem = make_problem(case)
    assert problem.nodes == ("safety", "peace", "borders", "aid")
    assert problem.below.tolist() == [
        [True, True, False],
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]
    assert [problem.share_of(node) for node in problem.nodes] == [0.75, 0.5, 0.25, 0.25]


def test_an_actor_weighs_the_scores_of_the_assessor_of_record(case):
    problem = make_problem(weights.set_swing(case, "them", "aid", 10.0), "them")
    assert (problem.assessor, problem.perspective) == ("me", "them")
    assert problem.likely[1].tolist() == [70.0, 40.0, 80.0]
    assert problem.shares.tolist() == [0.0, 0.0, 1.0]


def test_another_assessor_has_scores_of_their_own(case):
    case = perspectives.add_perspective(case, "she", "She", PerspectiveKind.ASSESSOR)
    case = scores.set_score(case, "she", "talk", "aid", 10.0)
    problem = make_problem(case, "she")
    assert problem.assessor == "she"
    assert int((~np.isnan(problem.likely)).sum()) == 1


def test_there_is_no_problem_without_a_judge_an_option_or_a_criterion(case):
    unjudged = msgspec.structs.replace(
        case, decision=msgspec.structs.replace(case.decision, assessor=None)
    )
    assert make_problem(unjudged) is None
    assert make_problem(unjudged, "them") is None
    bare = criteria.remove_criterion(criteria.remove_criterion(case, "safety"), "aid")
    assert make_problem(bare) is None
    for option in ("hold", "talk"):
        case = options.screen_out(case, option, "No.")
    assert make_problem(case) is None


def test_scores_pass_through_the_value_function(case):
    case = criteria.add_criterion(case, "cost", "Cost")
    case = scales.set_scale(case, "cost", ScaleKind.NUMERIC, "m€", 900.0, 100.0)
    case = scales.set_level(case, "cost", 500.0, "Half", 80.0)
    case = scores.set_score(case, "me", "talk", "cost", 500.0, 100.0, 1_000.0)
    problem = make_problem(case)
    found = [table[1, 3] for table in (problem.low, problem.likely, problem.high)]
    assert found == [0.0, 80.0, 100.0]


def test_a_level_without_a_value_does_not_bend_the_value_function(case):
    described = scales.set_level(case, "aid", 30.0, "Little")
    function = value_function(described, described.criterion_by_id["aid"])
    assert function.points.tolist() == [0.0, 100.0]


@given(
    st.floats(-1e15, 1e15),
    st.floats(-1e15, 1e15),
    st.lists(st.floats(-1e15, 1e15), min_size=3, max_size=3).map(sorted),
)
def test_any_scale_that_can_be_kept_gives_values_from_0_to_100(worst, best, numbers):
    if worst == best:
        return
    case = criteria.add_criterion(small_case(), "cost", "Cost")
    case = scales.set_scale(case, "cost", ScaleKind.NUMERIC, "", worst, best)
    low, likely, high = numbers
    case = scores.set_score(case, "me", "talk", "cost", likely, low, high)
    problem = make_problem(case)
    values = [float(table[1, 3]) for table in (problem.low, problem.likely, problem.high)]
    assert all(map(math.isfinite, values))
    assert 0.0 <= values[0] <= values[1] <= values[2] <= 100.0


def test_the_last_digit_of_interpolation_leaves_no_scale():
    case = criteria.add_criterion(small_case(), "cost", "Cost")
    case = scales.set_scale(case, "cost", ScaleKind.NUMERIC, "", 0.0, -9.181949188320647e-75)
    case = scores.set_score(case, "me", "talk", "cost", -1.5085634309544168e-94)
    assert make_problem(case).likely[1, 3] == 0.0


@pytest.mark.parametrize("likely_first", [True, False])
def test_the_last_digit_of_interpolation_never_turns_a_range_round(likely_first):
    bend, just_below = -2.6082536396605285, -2.608253639660529  # worth more by one last digit
    case = criteria.add_criterion(small_case(), "cost", "Cost")
    case = scales.set_scale(
        case, "cost", ScaleKind.NUMERIC, "", -8.00551156936437, 1.2680897040675152
    )
    case = scales.set_level(case, "cost", bend, "Here it bends", 62.355764320498366)
    likely = just_below if likely_first else bend
    case = scores.set_score(case, "me", "talk", "cost", likely, just_below, bend)
    problem = make_problem(case)
    low, middle, high = (table[1, 3] for table in (problem.low, problem.likely, problem.high))
    assert low <= middle <= high


@pytest.mark.parametrize(("worst", "best"), [(0.0, 5e-324), (1e15, math.nextafter(1e15, 0))])
def test_the_narrowest_scales_still_run_from_0_to_100(worst, best):
    case = scales.set_scale(small_case(), "aid", ScaleKind.NUMERIC, "", worst, best)
    function = value_function(case, case.criterion_by_id["aid"])
    assert apply(function, np.array([worst, best])).tolist() == [0.0, 100.0]


@given(assessments())
def test_what_is_handed_in_gives_the_problem_that_is_made_anew(assessment):
    assessment = with_ranking(assessment)
    table = read_scores(assessment, assessment.decision.assessor)
    anew, again = make_problem(assessment), make_problem(assessment, scores=table)
    for field in anew.__dataclass_fields__:
        one, other = getattr(anew, field), getattr(again, field)
        assert np.array_equal(one, other, equal_nan=field in ("low", "likely", "high"))


@given(assessments())
def test_values_lie_on_the_common_scale_in_order_and_shares_sum_to_one(assessment):
    problem = make_problem(with_ranking(assessment))
    known = ~np.isnan(problem.likely)
    low, likely, high = (t[known] for t in (problem.low, problem.likely, problem.high))
    assert ((low >= 0.0) & (low <= likely) & (likely <= high) & (high <= 100.0)).all()
    assert math.fsum(problem.shares) == pytest.approx(1.0, abs=1e-12)
    assert problem.below.any(axis=1).all()


def test_arrays_of_a_problem_cannot_be_changed(case):
    problem = make_problem(case)
    for array in (problem.likely, problem.shares, problem.raw, problem.below):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0
