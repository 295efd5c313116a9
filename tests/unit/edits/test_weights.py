"""Edits of swing weights."""

import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edits import EditRefused, criteria, weights
from db.model import Elicitation
from db.model.tree import leaves
from tests.cases import SWINGS, small_case, with_ranking
from tests.strategies import assessments

SWING = st.one_of(st.integers(0, 300).map(float), st.floats(1e-3, 1e6))


def test_swings_up_to_100_are_kept_as_they_were_given(case):
    case = weights.set_swings(case, "them", {"peace": 5.0, "aid": 20.0})
    assert weights.swings(case, "them") == {"peace": 5.0, "borders": 0.0, "aid": 20.0}


def test_swings_beyond_100_fall_in_proportion(case):
    case = weights.set_swings(case, "them", {"peace": 50.0, "aid": 200.0})
    assert weights.swings(case, "them") == {"peace": 25.0, "borders": 0.0, "aid": 100.0}


def test_swings_beyond_100_in_a_file_are_said_beside_100(case):
    rows = tuple(msgspec.structs.replace(row, swing=row.swing * 3) for row in case.weights)
    assert weights.swings(msgspec.structs.replace(case, weights=rows), "me") == SWINGS


def test_a_swing_up_to_the_reference_changes_only_itself(case):
    changed = weights.set_swing(case, "me", "aid", 75.0)
    assert weights.swings(changed, "me") == {**SWINGS, "aid": 75.0}


def test_a_swing_above_the_reference_becomes_it_and_the_others_fall_in_proportion(case):
    changed = weights.set_swing(case, "me", "aid", 200.0)
    assert weights.swings(changed, "me") == {"peace": 50.0, "borders": 25.0, "aid": 100.0}


def test_a_reference_that_is_lowered_leaves_the_others_where_they_were_put(case):
    changed = weights.set_swing(case, "me", "peace", 25.0)
    assert weights.swings(changed, "me") == {**SWINGS, "peace": 25.0}


@given(st.lists(st.floats(0, 100), min_size=3, max_size=3))
def test_numbers_typed_one_after_the_other_stand_as_typed(numbers):
    case = msgspec.structs.replace(small_case(), weights=())
    typed = dict(zip(("peace", "borders", "aid"), numbers, strict=True))
    for leaf, number in typed.items():
        case = weights.set_swing(case, "me", leaf, number)
    assert weights.swings(case, "me") == typed


@given(st.lists(SWING, min_size=3, max_size=3), st.integers(0, 2), SWING)
def test_setting_a_swing_keeps_every_other_ratio(raw, index, swing):
    keys = ("peace", "borders", "aid")
    case = weights.set_swings(small_case(), "me", dict(zip(keys, raw, strict=True)))
    before = weights.swings(case, "me")
    after = weights.swings(weights.set_swing(case, "me", keys[index], swing), "me")
    one, other = (key for key in keys if key != keys[index])
    assert after[one] * before[other] == pytest.approx(after[other] * before[one], rel=1e-9)


@given(assessments(), st.randoms(use_true_random=False), st.floats(0.01, 1e4))
def test_setting_a_swing_sets_its_ratio_to_the_reference(assessment, chance, swing):
    assessment = with_ranking(assessment)
    leaf = chance.choice(leaves(assessment)).id
    who = chance.choice(assessment.perspectives).id
    before = weights.swings(assessment, who)
    after = weights.swings(weights.set_swing(assessment, who, leaf, swing), who)
    assert max(after.values()) <= 100.0
    for other in before.keys() - {leaf}:
        assert after[leaf] * before[other] == pytest.approx(swing * after[other], rel=1e-9)


def test_weighting_one_leaf_leaves_the_others_without_a_weight(case):
    first = weights.set_swing(case, "them", "aid", 40.0)
    assert weights.swings(first, "them") == {"peace": 0.0, "borders": 0.0, "aid": 40.0}
    assert [row.criterion for row in first.weights if row.perspective == "them"] == ["aid"]


def test_a_weight_of_nothing_is_a_weight(case):
    said = weights.set_swing(case, "them", "aid", -0.0)
    assert str(said.swing_by_key[("them", "aid")]) == "0.0"


def test_the_swing_that_is_shown_changes_nothing_when_it_is_set_again(case):
    uneven = weights.set_swings(case, "me", {"peace": 30.0, "borders": 70.0, "aid": 0.0})
    shown = weights.swings(uneven, "me")
    for leaf, swing in shown.items():
        assert weights.set_swing(uneven, "me", leaf, swing) is uneven


def test_weights_of_others_stay(case):
    changed = weights.set_equal(case, "them")
    assert weights.swings(changed, "me") == SWINGS
    assert set(weights.swings(changed, "them").values()) == {100.0}


def test_all_weights_are_replaced_at_once(case):
    changed = weights.set_swings(case, "me", {"aid": 3.0})
    assert [row.swing for row in changed.weights] == [3.0]


@pytest.mark.parametrize("number", [-3.0, float("nan"), float("inf"), 1e13])
@pytest.mark.parametrize(
    "edit",
    [
        lambda a, n: weights.set_swing(a, "me", "aid", n),
        lambda a, n: weights.set_swings(a, "me", {"aid": n}),
    ],
)
def test_a_swing_is_a_number_from_0_upwards(case, number, edit):
    with pytest.raises(EditRefused, match=r"cannot be a swing weight\. Give a number from 0 to"):
        edit(case, number)


def test_a_negative_weight_is_named_in_the_refusal(case):
    with pytest.raises(EditRefused, match=r"^-3 cannot be a swing weight"):
        weights.set_swing(case, "me", "aid", -3.0)


@pytest.mark.parametrize(
    ("who", "criterion", "why"),
    [
        ("me", "safety", "“Safety” is a branch"),
        ("me", "gone", "no longer there"),
        ("gone", "aid", "no longer there"),
    ],
)
@pytest.mark.parametrize(
    "edit",
    [
        lambda a, who, c: weights.set_swing(a, who, c, 10.0),
        lambda a, who, c: weights.set_swings(a, who, {c: 10.0}),
    ],
)
def test_only_a_perspective_that_is_there_weighs_leaves(case, edit, who, criterion, why):
    with pytest.raises(EditRefused, match=why):
        edit(case, who, criterion)


def test_a_weights_reason_stays_when_its_number_changes(case):
    row = case.weights[0].__class__(perspective="me", criterion="aid", swing=50.0, reason="Needed.")
    case = case.__class__(
        decision=case.decision,
        criteria=case.criteria,
        perspectives=case.perspectives,
        weights=(row,),
    )
    changed = weights.set_swings(case, "me", {"aid": 10.0, "peace": 20.0})
    assert changed.weights[0].reason == "Needed."


def test_how_weights_were_obtained_is_said(case):
    changed = weights.change_elicitation(case, "me", Elicitation.RANKS, reason="In a workshop.")
    row = changed.perspective_by_id["me"]
    assert (row.elicitation, row.reason) == (Elicitation.RANKS, "In a workshop.")


def test_a_new_leaf_has_no_weight(case):
    more = criteria.add_criterion(case, "cost", "Cost")
    assert weights.swings(more, "me") == {**SWINGS, "cost": 0.0}
    assert more.weights is case.weights


def test_weights_found_by_asking_are_kept_with_how_when_and_what_was_said(case):
    before = case.perspective_by_id["me"].reason
    day = datetime.date(2026, 3, 1)

    found = weights.adopt_elicited(
        case, "me", {"peace": 1.0, "borders": 0.5, "aid": 2.0}, Elicitation.PAIRWISE, "Asked.", day
    )

    assert weights.swings(found, "me") == {"peace": 50.0, "borders": 25.0, "aid": 100.0}
    row = found.perspective_by_id["me"]
    assert (row.elicitation, row.elicited_on) == (Elicitation.PAIRWISE, day)
    assert row.reason == "\n\n".join(part for part in (before, "Asked.") if part)


DAY = datetime.date(2026, 3, 1)


def asked(case, kind=Elicitation.SWING):
    return weights.adopt_elicited(case, "me", {"peace": 1.0, "aid": 0.5}, kind, "", DAY)


def judge(case):
    return case.perspective_by_id["me"]


@pytest.mark.parametrize("kind", [Elicitation.SWING, Elicitation.PAIRWISE, Elicitation.TRADE_OFF])
def test_a_weight_changed_by_hand_is_no_longer_called_found_by_asking(case, kind):
    found = asked(case, kind)
    assert not weights.changed_by_hand(judge(found))
    changed = judge(weights.set_swing(found, "me", "aid", 10.0))
    assert (changed.elicitation, changed.elicited_on) == (Elicitation.DIRECT, DAY)
    assert weights.changed_by_hand(changed)


def test_a_weight_set_to_what_it_is_stays_as_it_was_found(case):
    found = asked(case)
    assert weights.set_swing(found, "me", "aid", 50.0) is found


def test_asking_anew_makes_changed_weights_found_by_asking_again(case):
    changed = weights.set_swing(asked(case), "me", "aid", 10.0)
    assert judge(asked(changed)).elicitation is Elicitation.SWING


def test_weights_typed_one_by_one_are_judged_directly_and_were_never_asked_about(case):
    typed = judge(weights.set_swing(case, "me", "aid", 10.0))
    assert typed.elicitation is Elicitation.DIRECT
    assert not weights.changed_by_hand(typed)


def test_equal_weights_are_judged_directly(case):
    assert judge(weights.set_equal(case, "me")).elicitation is Elicitation.DIRECT


def test_weights_that_were_found_elsewhere_are_called_what_the_officer_said(case):
    stated = weights.change_elicitation(case, "me", Elicitation.RANKS)
    assert judge(weights.set_swing(stated, "me", "aid", 10.0)).elicitation is Elicitation.RANKS


def test_assumed_weights_stay_assumed_when_one_is_changed(case):
    assumed = weights.change_elicitation(case, "them", Elicitation.ASSUMED)
    changed = weights.set_swing(assumed, "them", "aid", 10.0)
    assert changed.perspective_by_id["them"].elicitation is Elicitation.ASSUMED


def test_another_way_stated_by_hand_takes_the_day_of_the_asking_away(case):
    stated = weights.change_elicitation(asked(case), "me", Elicitation.RANKS)
    assert judge(stated).elicited_on is None
    same = weights.change_elicitation(asked(case), "me", Elicitation.SWING, reason="The desk.")
    assert judge(same).elicited_on == DAY
