"""What waits for a person when two copies are merged, and what each choice does."""

from db.difference import apply
from db.document import Document
from db.merge import merge, settle, standing
from db.model import (
    Criterion,
    Level,
    ScaleKind,
    check,
)
from db.model.rows import put
from tests.unit.db.merge.scripts import (
    BASE,
    both_ways,
    changed,
    joined,
    likely,
    ordered,
    replace,
    scored,
    weighed,
    weighed_below,
)


def test_two_numbers_for_one_score_wait_for_a_decision(two):
    rosa, wei = two([scored("NR", "sec", likely=40.0)], [scored("NR", "sec", likely=20.0)])
    merged = both_ways(rosa, wei)
    (conflict,) = merged.conflicts
    assert likely(merged.assessment) == 30.0, "undecided, it says what it said before"
    assert conflict.before == (30.0,)
    assert sorted(side.values for side in conflict.sides) == [(20.0,), (40.0,)]


def test_low_likely_and_high_are_decided_together(two):
    rosa, wei = two([scored("NR", "sec", low=28.0)], [scored("NR", "sec", likely=20.0)])
    (conflict,) = both_ways(rosa, wei).conflicts
    assert {place[2] for place in conflict.places} == {"low", "likely"}


def test_two_texts_wait_for_a_decision(two):
    rosa, wei = two(
        [changed("options", "NR", name="None")], [changed("options", "NR", name="No recognition")]
    )
    merged = both_ways(rosa, wei)
    (conflict,) = merged.conflicts
    assert conflict.places == (("options", ("NR",), "name"),)
    assert merged.assessment.options[0].name == "NR"


def test_weights_of_a_branch_are_decided_as_a_set(two):
    rosa, wei = two([weighed("sec", 90.0)], [weighed("law", 10.0)])
    merged = both_ways(rosa, wei)
    (conflict,) = merged.conflicts
    assert conflict.kind == "weights"
    assert sorted(side.values for side in conflict.sides) == [(10.0, 50.0), (50.0, 90.0)]
    assert set(merged.assessment.swing_by_key.values()) == {50.0}


def test_two_orders_wait_for_a_decision(two):
    rosa, wei = two([ordered("RE", "NR", "CM")], [ordered("CM", "RE", "NR")])
    merged = both_ways(rosa, wei)
    (conflict,) = merged.conflicts
    assert conflict.kind == "order"
    assert [row.id for row in merged.assessment.options] == ["NR", "RE", "CM"]
    decided = apply(settle(conflict, conflict.sides[0]), merged.assessment)
    assert [row.id for row in decided.options] == list(conflict.sides[0].values[0])


def test_one_score_given_twice_is_one_score_to_decide(two):
    rosa, wei = two([scored("CM", "aid", likely=60.0)], [scored("CM", "aid", likely=80.0)])
    merged = both_ways(rosa, wei)
    (conflict,) = merged.conflicts
    assert likely(merged.assessment, "CM", "aid") is None
    assert sorted(side.values[1] for side in conflict.sides) == [60.0, 80.0]


def test_a_scale_changed_under_a_score_is_decided_with_it(two):
    def in_euro(value):
        scale = {"scale": ScaleKind.NUMERIC, "worst": 0.0, "best": 5000.0}
        value = changed("criteria", "sec", **scale)(value)
        value = scored("NR", "sec", likely=1500.0)(value)
        return scored("RE", "sec", likely=2500.0)(value)

    rosa, wei = two([in_euro], [scored("NR", "sec", likely=20.0)])
    merged = both_ways(rosa, wei)
    (conflict,) = merged.conflicts
    assert conflict.kind == "scale"
    assert merged.assessment.criterion_by_id["sec"].scale is ScaleKind.DIRECT
    assert [likely(merged.assessment, option) for option in ("NR", "RE")] == [30.0, 50.0]
    for side in conflict.sides:
        check(apply(settle(conflict, side), merged.assessment))
    euro = next(s for s in conflict.sides if 5000.0 in s.values)
    decided = apply(settle(conflict, euro), merged.assessment)
    assert [likely(decided, option) for option in ("NR", "RE")] == [1500.0, 2500.0]


def test_levels_that_do_not_go_together_are_decided_as_a_whole(two):
    def levelled(at, value):
        level = Level(criterion="sec", at=at, value=value)
        return lambda v: replace(v, levels=put(v.levels, level))

    rosa, wei = two([levelled(30.0, 70.0)], [levelled(60.0, 40.0)])
    merged = both_ways(rosa, wei)
    (conflict,) = merged.conflicts
    assert conflict.kind == "scale"
    assert merged.assessment.levels == ()
    levels = {apply(settle(conflict, side), merged.assessment).levels for side in conflict.sides}
    assert sorted(len(rows) for rows in levels) == [1, 1]


def test_whatever_is_decided_about_levels_stays_decided(desk):
    def levelled(*points):
        levels = tuple(Level(criterion="sec", at=at, value=value) for at, value in points)
        return lambda v: replace(v, levels=levels)

    start = Document(assessment=levelled((50.0, 60.0))(BASE))
    rosa = desk(start, "Rosa", levelled((30.0, 65.0), (50.0, 70.0)))
    wei = desk(start, "Wei", levelled((50.0, 20.0)))
    merged = both_ways(rosa, wei)
    assert merged.conflicts
    for choice in (0, 1, None):
        decisions = tuple(
            change
            for conflict in merged.conflicts
            for change in settle(conflict, None if choice is None else conflict.sides[choice])
        )
        decided = joined(rosa, merged, decisions)
        check(decided.assessment)
        assert standing(decided).conflicts == ()
        assert merge(decided, wei).assessment == decided.assessment
        assert merge(wei, decided).assessment == decided.assessment


def test_weights_of_different_branches_are_not_decided_together(two):
    rosa, wei = two([weighed_below("low", 5.0)], [weighed("sec", 90.0)])
    merged = both_ways(rosa, wei)
    assert merged.conflicts == ()
    assert merged.assessment.swing_by_key["rosa", "low"] == 5.0
    assert merged.assessment.swing_by_key["rosa", "sec"] == 90.0


def test_weights_that_wait_for_a_decision_go_on_waiting_when_a_criterion_moves(desk):
    beside = Criterion(id="beside", name="Beside", parent="top")
    value = replace(BASE, criteria=(*BASE.criteria, beside))
    for criterion in ("low", "beside"):
        value = weighed_below(criterion, 50.0)(value)
    start = Document(assessment=value)
    rosa = desk(start, "Rosa", weighed_below("low", 90.0))
    wei = desk(start, "Wei", weighed_below("beside", 10.0))
    waiting = joined(rosa, merge(rosa, wei))
    assert len(standing(waiting).conflicts) == 1
    moved = desk(waiting, "Rosa", changed("criteria", "beside", parent=None))
    (conflict,) = standing(moved).conflicts
    assert conflict.kind == "weights"
    assert both_ways(moved, wei).assessment.weights == moved.assessment.weights
