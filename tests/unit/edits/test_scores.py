"""Edits of scores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edits import EditRefused, criteria, perspectives, scales, scores
from app.edits.scores import Entry
from db.model import Basis, Confidence, PerspectiveKind, ScaleKind, Stance
from tests.cases import small_case

POINTS = st.floats(0, 100)


def score(assessment, option="talk", criterion="aid", assessor="me"):
    return assessment.score_by_key.get((assessor, option, criterion))


@given(st.lists(POINTS, min_size=3, max_size=3).map(sorted))
def test_a_score_is_kept_with_its_range_and_its_rationale(numbers):
    low, likely, high = numbers
    row = score(scores.set_score(small_case(), "me", "talk", "aid", likely, low, high))
    assert (row.low, row.likely, row.high) == (low, likely, high)
    assert row.rationale == "As seen before."


def test_a_score_without_a_range_takes_an_earlier_range_away(case):
    row = score(scores.set_score(case, "me", "talk", "peace", 60.0), criterion="peace")
    assert (row.low, row.likely, row.high) == (None, 60.0, None)


def test_the_same_score_again_changes_nothing(case):
    assert scores.set_score(case, "me", "talk", "aid", 80) is case


def test_a_number_is_kept_with_decimals_and_never_as_negative_zero(case):
    row = score(scores.set_score(case, "me", "talk", "aid", -0.0, -0.0, 7))
    assert [repr(number) for number in (row.low, row.likely, row.high)] == ["0.0", "0.0", "7.0"]


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        ((101.0,), "101 is outside the scale of “Aid”, which runs from 0 to 100"),
        ((100.0001,), "100.0001 is outside"),
        ((-0.5,), "-0.5 is outside"),
        ((float("inf"),), "inf is outside"),
        ((float("nan"),), "must be a number"),
        ((50.0, float("nan"), 60.0), "must be a number"),
        ((50.0, 60.0, 70.0), "must not fall"),
        ((50.0, 40.0, 45.0), "must not fall"),
        ((50.0, 40.0, 140.0), "140 is outside"),
        ((None, 40.0, 60.0), "needs a likely value"),
    ],
)
def test_a_score_that_cannot_be_is_refused(case, numbers, why):
    with pytest.raises(EditRefused, match=why):
        scores.set_score(case, "me", "talk", "aid", *numbers)


def test_a_score_on_a_numeric_scale_may_lie_beyond_its_ends(case):
    case = criteria.add_criterion(case, "cost", "Cost")
    case = scales.set_scale(case, "cost", ScaleKind.NUMERIC, "m€", 900.0, 100.0)
    assert score(scores.set_score(case, "me", "talk", "cost", 950.0), criterion="cost")
    with pytest.raises(EditRefused, match="outside the scale of “Cost”"):
        scores.set_score(case, "me", "talk", "cost", 1e16)


@pytest.mark.parametrize(
    "edit",
    [
        lambda a, *cell: scores.set_score(a, *cell, 50.0),
        lambda a, *cell: scores.annotate_score(a, *cell, rationale="So."),
        lambda a, *cell: scores.link_evidence(a, *cell, "note"),
    ],
)
@pytest.mark.parametrize(
    ("cell", "why"),
    [
        (("me", "talk", "safety"), "“Safety” is a branch"),
        (("me", "gone", "aid"), "no longer there"),
        (("me", "talk", "gone"), "no longer there"),
        (("gone", "talk", "aid"), "no longer there"),
        (("them", "talk", "aid"), "“Them” is an actor"),
    ],
)
def test_only_an_assessor_scores_an_option_on_a_leaf(case, edit, cell, why):
    with pytest.raises(EditRefused, match=why):
        edit(case, *cell)


def test_many_scores_are_set_at_once_or_not_at_all(case):
    entries = [
        Entry(option="talk", criterion="aid", likely=1.0),
        Entry(option="hold", criterion="aid", likely=2.0),
    ]
    both = scores.set_scores(case, "me", entries)
    assert [score(both, option).likely for option in ("talk", "hold")] == [1.0, 2.0]
    with pytest.raises(EditRefused):
        scores.set_scores(case, "me", [*entries, Entry(option="hold", criterion="aid", likely=-2)])


def test_scores_of_another_assessor_stay(case):
    case = perspectives.add_perspective(case, "she", "She", PerspectiveKind.ASSESSOR)
    hers = scores.set_score(case, "she", "talk", "aid", 10.0)
    assert score(hers).likely == 80.0
    assert score(hers, assessor="she").likely == 10.0


def test_taking_the_number_away_keeps_what_is_said(case):
    row = score(scores.set_score(case, "me", "talk", "aid", None))
    assert row.likely is None
    assert row.rationale == "As seen before."


def test_taking_away_a_number_that_is_not_there_changes_nothing(case):
    assert scores.set_score(case, "me", "fight", "aid", None) is case


def test_a_score_of_which_nothing_is_said_any_more_is_not_kept(case):
    numbered = scores.set_score(case, "me", "fight", "aid", 5.0)
    said = scores.annotate_score(numbered, "me", "fight", "aid", rationale="Why.")
    assert scores.set_score(said, "me", "fight", "aid", None) != case
    unsaid = scores.annotate_score(said, "me", "fight", "aid", rationale="")
    assert unsaid == numbered
    assert scores.set_score(unsaid, "me", "fight", "aid", None) == case


def test_rationale_basis_and_confidence_are_set_each_for_itself(case):
    case = scores.annotate_score(case, "me", "fight", "aid", rationale=" Never\r\nworked. ")
    case = scores.annotate_score(case, "me", "fight", "aid", confidence=Confidence.LOW)
    case = scores.annotate_score(case, "me", "fight", "aid", basis=Basis.INFORMATION)
    row = score(case, "fight")
    assert (row.likely, row.rationale) == (None, "Never\nworked.")
    assert (row.confidence, row.basis) == (Confidence.LOW, Basis.INFORMATION)
    back = scores.annotate_score(case, "me", "fight", "aid", basis=None)
    assert score(back, "fight").basis is None


def test_the_same_annotation_again_changes_nothing(case):
    assert scores.annotate_score(case, "me", "talk", "aid", rationale="As seen before. ") is case
    assert scores.annotate_score(case, "me", "fight", "aid", rationale="") is case


def test_clearing_takes_the_score_and_its_evidence(case):
    left = scores.clear_scores(case, "me", [("talk", "peace"), ("talk", "aid")])
    assert len(left.scores) == len(case.scores) - 2
    assert left.score_evidence == ()
    assert scores.clear_scores(left, "me", [("talk", "peace")]) is left


def test_evidence_is_linked_once_with_the_last_stance(case):
    linked = scores.link_evidence(case, "me", "talk", "aid", "note")
    turned = scores.link_evidence(linked, "me", "talk", "aid", "note", Stance.CONTRADICTS)
    assert len(turned.score_evidence) == 2
    assert turned.score_evidence[0].stance is Stance.CONTRADICTS
    assert scores.link_evidence(turned, "me", "talk", "aid", "note", Stance.CONTRADICTS) is turned


def test_evidence_can_be_linked_before_there_is_a_number_and_unlinked_again(case):
    linked = scores.link_evidence(case, "me", "fight", "aid", "note")
    assert score(linked, "fight").likely is None
    assert scores.set_score(linked, "me", "fight", "aid", None) is linked
    assert scores.unlink_evidence(linked, "me", "fight", "aid", "note") == case


def test_unlinking_what_is_not_linked_changes_nothing(case):
    assert scores.unlink_evidence(case, "me", "talk", "aid", "note") is case


def test_only_an_extract_that_is_there_is_linked(case):
    with pytest.raises(EditRefused, match="no longer there"):
        scores.link_evidence(case, "me", "talk", "aid", "gone")
