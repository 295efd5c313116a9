"""Which differences between two assessors matter for the first place."""

import msgspec
import numpy as np
import pytest

from app.analysis.disagreement import find_disagreement
from app.analysis.outcome import find_outcome
from app.edits.options import remove_option
from app.edits.perspectives import add_perspective
from app.edits.scores import Entry, set_score, set_scores
from app.edits.weights import set_swings
from app.wording.disagreement import agreement_sentences, difference_sentence
from db.model import PerspectiveKind
from tests.cases import JUDGED, SWINGS, small_case


@pytest.fixture
def two():
    """The small case with a second assessor who judges exactly as the first."""
    made = add_perspective(small_case(), "rosa", "Rosa", PerspectiveKind.ASSESSOR)
    entries = [
        Entry(option=option, criterion=leaf, likely=likely, low=low, high=high)
        for (option, leaf), (likely, low, high) in JUDGED.items()
    ]
    return set_swings(set_scores(made, "rosa", entries), "rosa", SWINGS)


def compare(assessment):
    return find_disagreement(find_outcome(assessment, "me"), find_outcome(assessment, "rosa"))


def test_equal_judgements_do_not_differ(two):
    found = compare(two)

    assert found.differences == ()
    assert found.leaders == (("talk",), ("talk",))
    assert found.with_their_scores == found.with_their_weights == ("talk",)


def test_a_score_that_would_change_the_first_place_decides(two):
    (difference,) = compare(set_score(two, "rosa", "talk", "peace", 0)).differences

    assert difference.decides
    assert not difference.range
    assert difference.leaders == ("hold",)
    assert (difference.mine, difference.theirs) == (70.0, 0.0)
    assert difference.effect == pytest.approx(-35.0)


def test_a_score_that_changes_only_the_lead_does_not_matter(two):
    found = compare(set_score(two, "rosa", "hold", "aid", 40))

    assert found.deciding == ()
    (difference,) = found.idle
    assert difference.effect == pytest.approx(-2.5)
    assert difference.leaders == ("talk",)


def test_the_far_end_of_their_range_counts(two):
    (difference,) = compare(set_score(two, "rosa", "talk", "peace", 60, 0, 60)).differences

    assert difference.decides
    assert difference.range
    assert difference.leaders == ("hold",)


def test_a_weight_that_would_change_the_first_place_decides(two):
    found = compare(set_swings(two, "rosa", {"peace": 1, "borders": 98, "aid": 1}))
    weights = [d for d in found.differences if d.option is None]

    assert [d.criterion for d in weights if d.decides] == ["borders"]
    assert found.with_their_weights == ("hold",)
    assert found.with_their_scores == ("talk",)


def test_small_differences_that_matter_only_together_are_told(two):
    for option, leaf, value in (("talk", "peace", 30), ("talk", "aid", 50), ("hold", "peace", 35)):
        two = set_score(two, "rosa", option, leaf, value)
    found = compare(two)

    assert found.deciding == ()
    assert found.with_their_scores == ("hold",)


def test_what_one_of_them_has_not_judged_is_no_difference(two):
    scores = tuple(r for r in two.scores if (r.assessor, r.criterion) != ("rosa", "aid"))

    assert compare(msgspec.structs.replace(two, scores=scores)).differences == ()


def test_taking_a_single_share_keeps_the_proportions_of_the_others(two):
    found = compare(set_swings(two, "rosa", {"peace": 0, "borders": 50, "aid": 50}))
    peace = next(d for d in found.differences if d.criterion == "peace")
    mine = find_outcome(two, "me")
    values = mine.prepared.values @ np.array([0.0, 0.5, 0.5])

    assert peace.effect == pytest.approx((values[1] - values[0]) - 32.5)


def test_different_options_cannot_be_compared(two):
    other = find_outcome(remove_option(two, "hold"), "rosa")

    with pytest.raises(ValueError, match="options"):
        find_disagreement(find_outcome(two, "me"), other)


def test_a_difference_is_told_with_both_names_and_its_consequence(two):
    two = set_score(two, "rosa", "talk", "peace", 0)
    mine, found = find_outcome(two, "me"), compare(two)

    said = difference_sentence(mine, found.differences[0], ("Me", "Rosa"))
    assert said == "Peace of Talk: Me 70.0, Rosa 0.0. With theirs, Hold back is first."
    overall = agreement_sentences(mine, found, ("Me", "Rosa"))
    assert overall == (
        "Me puts Talk first; Rosa puts Hold back first.",
        "With the scores of Rosa and the weights of Me, Hold back is first.",
        "They differ in 1 judgement, which could change the first place.",
    )
