"""Who judges, and whose view is modelled."""

import pytest

from app.edits import EditRefused, perspectives, scores
from db.model import PerspectiveKind

ASSESSOR, ACTOR = PerspectiveKind.ASSESSOR, PerspectiveKind.ACTOR


@pytest.fixture
def two(case):
    """Return the case with a colleague who has scored nothing."""
    return perspectives.add_perspective(case, "she", "She", ASSESSOR)


def test_names_of_perspectives_are_unique(two):
    with pytest.raises(EditRefused, match="already one called “SHE”"):
        perspectives.add_perspective(two, "her", "SHE", ACTOR)


def test_another_assessor_becomes_the_one_of_record(two):
    assert perspectives.set_assessor_of_record(two, "she").decision.assessor == "she"
    assert perspectives.set_assessor_of_record(two, "me") is two


@pytest.mark.parametrize(("who", "why"), [("them", "“Them” is an actor"), ("gone", "no longer")])
def test_only_an_assessor_who_is_there_can_be_of_record(two, who, why):
    with pytest.raises(EditRefused, match=why):
        perspectives.set_assessor_of_record(two, who)


def test_the_assessor_of_record_must_stay(two):
    with pytest.raises(EditRefused, match="Choose another assessor of record first"):
        perspectives.remove_perspective(two, "me")


def test_a_removed_perspective_takes_its_scores_and_weights_along(two):
    left = perspectives.remove_perspective(perspectives.set_assessor_of_record(two, "she"), "me")
    assert (left.scores, left.weights, left.score_evidence) == ((), (), ())


def test_the_assessor_of_record_cannot_become_an_actor(two):
    with pytest.raises(EditRefused, match="must stay an assessor"):
        perspectives.change_perspective(two, "me", kind=ACTOR)


def test_whoever_has_scored_cannot_become_an_actor(two):
    scored = scores.set_score(two, "she", "talk", "aid", 10.0)
    with pytest.raises(EditRefused, match="“She” has scored"):
        perspectives.change_perspective(scored, "she", kind=ACTOR)


def test_an_assessor_without_scores_and_an_actor_can_change_places(two):
    changed = perspectives.change_perspective(two, "she", kind=ACTOR, name="Her state")
    assert changed.perspective_by_id["she"].kind is ACTOR
    assert perspectives.change_perspective(two, "them", kind=ASSESSOR) != two
