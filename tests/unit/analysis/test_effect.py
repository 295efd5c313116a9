"""What a change does to the ranking: leads, places, and what did it."""

import pytest
from hypothesis import given

from app.analysis.effect import find_effect
from app.analysis.outcome import find_outcome
from app.edits.options import add_option, remove_option
from app.edits.scores import set_score
from app.edits.weights import set_swing, set_swings
from tests.cases import small_case, with_ranking
from tests.strategies import assessments

CASE = small_case()


def effect_of(before, after):
    return find_effect(find_outcome(before), find_outcome(after))


def test_equal_rankings_have_no_effect():
    assert effect_of(CASE, CASE).nothing


def test_a_new_leader_is_explained_by_the_score_that_made_it():
    effect = effect_of(CASE, set_score(CASE, "me", "talk", "peace", 0))

    assert effect.leaders == (("talk",), ("hold",))
    assert effect.leads == pytest.approx((32.5, 2.5))
    (cause,) = effect.causes
    assert (cause.criterion, cause.by_weight, cause.points) == ("peace", False, pytest.approx(35))


def test_a_new_leader_is_explained_by_the_weights_that_made_it():
    after = set_swings(CASE, "me", {"peace": 0, "borders": 100, "aid": 0})
    effect = effect_of(CASE, after)

    assert effect.changes_first_place
    assert {cause.by_weight for cause in effect.causes} == {True}


def test_an_option_that_only_one_ranking_has_does_not_count_as_moved():
    effect = effect_of(CASE, add_option(CASE, "new", "Wait"))
    assert {movement.option for movement in effect.moved} == {"hold", "talk"}

    effect = effect_of(CASE, remove_option(CASE, "talk"))
    assert effect.leaders == (("talk",), ("hold",))
    assert effect.leads[1] is None
    assert effect.causes == ()


def test_one_weight_that_was_changed_answers_for_those_that_make_room():
    after = set_swing(CASE, "me", "borders", 300)
    effect = effect_of(CASE, after)

    (cause,) = effect.causes
    assert (cause.criterion, cause.by_weight, cause.making_room) == ("borders", True, True)
    lost = effect.leads[0] + effect.leads[1] if effect.changes_first_place else None
    gained = effect.leads[0] - effect.leads[1] if lost is None else lost
    assert abs(cause.points) == pytest.approx(abs(gained))


def test_of_several_weights_that_were_changed_each_answers_for_itself():
    after = set_swings(CASE, "me", {"peace": 100, "borders": 90, "aid": 0})
    causes = effect_of(CASE, after).causes

    assert [cause.criterion for cause in causes if not cause.making_room] == ["aid", "borders"]
    assert [cause.criterion for cause in causes if cause.making_room] == [None]


@given(assessments(), assessments())
def test_moved_options_carry_their_values_from_both_rankings(one, other):
    before, after = find_outcome(with_ranking(one)), find_outcome(with_ranking(other))
    effect = find_effect(before, after)
    for movement in effect.moved:
        assert movement.total[0] == before.total(movement.option)
        assert movement.total[1] == after.total(movement.option)
    assert len(effect.causes) <= 3


def test_all_causes_together_are_the_change_of_the_gap():
    after = set_score(CASE, "me", "hold", "peace", 90)
    after = set_score(after, "me", "talk", "aid", 10)
    effect = effect_of(CASE, after)

    (talk,) = (m for m in effect.moved if m.option == "talk")
    (hold,) = (m for m in effect.moved if m.option == "hold")
    gap = (hold.total[1] - talk.total[1]) - (hold.total[0] - talk.total[0])
    assert [cause.criterion for cause in effect.causes] == ["peace", "aid"]
    assert sum(cause.points for cause in effect.causes) == pytest.approx(gap)
