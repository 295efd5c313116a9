"""What 0 and 100 mean on a leaf, and the levels between."""

import pytest

from app.edits import EditRefused, criteria, scales, scores
from db.model import ScaleKind


@pytest.fixture
def numeric(case):
    """Return the case with one more leaf, on a falling scale in money."""
    case = criteria.add_criterion(case, "cost", "Cost")
    return scales.set_scale(case, "cost", ScaleKind.NUMERIC, "m€", 900.0, 100.0)


def test_a_numeric_scale_runs_in_either_direction(numeric):
    row = numeric.criterion_by_id["cost"]
    assert (row.unit, row.worst, row.best) == ("m€", 900.0, 100.0)


def test_any_other_scale_runs_from_0_to_100(case):
    row = scales.set_scale(case, "aid", ScaleKind.CONSTRUCTED, "ignored", 3.0, 7.0).criterion_by_id[
        "aid"
    ]
    assert (row.scale, row.unit, row.worst, row.best) == (ScaleKind.CONSTRUCTED, "", 0.0, 100.0)


def test_the_same_scale_again_changes_nothing(case, numeric):
    assert scales.set_scale(case, "aid", ScaleKind.DIRECT) is case
    assert scales.set_scale(numeric, "cost", ScaleKind.NUMERIC, " m€", 900, 100) is numeric


def test_worst_and_best_must_differ(case):
    for best in (5.0, 5):
        with pytest.raises(EditRefused, match="Give two different numbers"):
            scales.set_scale(case, "aid", ScaleKind.NUMERIC, "", 5.0, best)
    with pytest.raises(EditRefused, match="Give two different numbers"):
        scales.set_scale(case, "aid", ScaleKind.NUMERIC, "", 0.0, -0.0)


@pytest.mark.parametrize("end", [float("nan"), float("inf"), 1e300])
def test_the_ends_of_a_scale_are_numbers_that_somebody_could_mean(case, end):
    with pytest.raises(EditRefused, match="is not possible here"):
        scales.set_scale(case, "aid", ScaleKind.NUMERIC, "", 0.0, end)


@pytest.mark.parametrize(
    "edit",
    [
        lambda a, c: scales.set_scale(a, c, ScaleKind.NUMERIC),
        lambda a, c: scales.set_level(a, c, 0.0, "Nothing"),
    ],
)
def test_a_branch_has_no_scale(case, edit):
    with pytest.raises(EditRefused, match="“Safety” is a branch"):
        edit(case, "safety")


def test_scores_that_would_lie_outside_the_new_scale_are_not_lost(numeric):
    scored = scores.set_score(numeric, "me", "talk", "cost", 450.0)
    with pytest.raises(EditRefused, match=r"lies outside 0 to 100\. Nothing was changed"):
        scales.set_scale(scored, "cost", ScaleKind.DIRECT)


def test_levels_that_would_lie_outside_the_new_scale_are_not_lost(numeric):
    described = scales.set_level(numeric, "cost", 900.0, "Ruinous")
    with pytest.raises(EditRefused, match=r"lies outside its scale\. Nothing was changed"):
        scales.set_scale(described, "cost", ScaleKind.NUMERIC, "m€", 800.0, 100.0)


def test_a_level_is_described_and_described_anew(case):
    one = scales.set_level(case, "aid", 50, "Some  aid\r\narrives", 60)
    assert one.levels_by_criterion["aid"][0].words == "Some  aid\narrives"
    two = scales.set_level(one, "aid", 50.0, "Half the aid arrives")
    assert [(row.at, row.value) for row in two.levels_by_criterion["aid"]] == [(50.0, None)]


def test_the_same_level_again_changes_nothing(case):
    assert scales.set_level(case, "peace", 0, "War ") is case
    assert scales.set_level(case, "peace", -0.0, "War") is case


@pytest.mark.parametrize("at", [-0.1, 100.1, 1e9])
def test_a_level_must_lie_on_the_scale(case, at):
    with pytest.raises(EditRefused, match="lies outside its scale"):
        scales.set_level(case, "aid", at, "Beyond")


@pytest.mark.parametrize(("at", "value"), [(0.0, 10.0), (100.0, 90.0)])
def test_the_ends_are_worth_0_and_100(case, at, value):
    with pytest.raises(EditRefused, match="must be worth 0 and its best 100"):
        scales.set_level(case, "aid", at, "End", value)


def test_the_value_function_cannot_turn(numeric):
    bent = scales.set_level(numeric, "cost", 500.0, "Half", 80.0)
    with pytest.raises(EditRefused, match="goes up and down"):
        scales.set_level(bent, "cost", 300.0, "Third", 70.0)
    assert scales.set_level(bent, "cost", 300.0, "Third", 80.0) != bent


@pytest.mark.parametrize("value", [-1.0, 101.0, float("nan")])
def test_a_level_is_worth_0_to_100(case, value):
    with pytest.raises(EditRefused, match="Give a number from 0 to 100"):
        scales.set_level(case, "aid", 50.0, "Half", value)


def test_a_level_is_taken_away(case):
    left = scales.remove_level(case, "peace", 0.0)
    assert [row.at for row in left.levels_by_criterion["peace"]] == [100.0]
    assert scales.remove_level(left, "peace", 0.0) is left
