"""Orders that two copies changed: decided either way, and although rows came or went."""

import pytest

from db.difference import apply
from db.merge import merge, settle, standing
from db.store import Store
from tests.unit.db.merge.scripts import (
    NOON,
    both_ways,
    joined,
    ordered,
    removed,
    scored,
    with_option,
)


@pytest.mark.parametrize("choice", [0, 1, None])
def test_an_order_decided_either_way_stays_in_later_merges(two, desk, choice):
    rosa, wei = two([ordered("RE", "NR", "CM")], [ordered("CM", "RE", "NR")])
    merged = merge(rosa, wei)
    (conflict,) = merged.conflicts
    side = None if choice is None else conflict.sides[choice]
    decided = joined(rosa, merged, settle(conflict, side))
    further = desk(wei, "Wei", scored("NR", "sec", likely=1.0))
    later = both_ways(decided, further)
    assert later.conflicts == ()
    assert later.assessment.options == decided.assessment.options
    both_ways(joined(decided, later), wei)


@pytest.mark.parametrize("choice", [0, 1, None])
@pytest.mark.parametrize(
    "rosas",
    [
        (with_option("X"), ordered("X", "RE", "NR", "CM")),
        (removed("options", "NR"), ordered("CM", "RE")),
    ],
)
def test_an_order_can_be_decided_although_rows_came_or_went(two, rosas, choice):
    rosa, wei = two(rosas, [ordered("CM", "NR", "RE")])
    merged = both_ways(rosa, wei)
    (conflict,) = merged.conflicts
    side = None if choice is None else conflict.sides[choice]
    decided = joined(rosa, merged, settle(conflict, side))
    ids = [row.id for row in decided.assessment.options]
    assert [ids] == list(conflict.before if side is None else side.values)
    assert both_ways(decided, wei).assessment == decided.assessment


def test_an_order_can_still_be_decided_after_a_row_went(two, tmp_path):
    rosa, wei = two([ordered("RE", "NR", "CM")], [ordered("CM", "RE", "NR")])
    store = Store.create(tmp_path, joined(rosa, merge(rosa, wei)))
    (conflict,) = store.standing.conflicts
    before = store.document().assessment
    after = removed("options", "RE")(before)
    store.commit("Remove", before, after, author="Rosa", when=NOON)
    (conflict,) = store.standing.conflicts
    side = next(side for side in conflict.sides if side.values == (["CM", "NR"],))
    decided = apply(settle(conflict, side), after)
    store.decide("Decide", settle(conflict, side), decided, author="Rosa", when=NOON)
    assert [row.id for row in store.load().options] == ["CM", "NR"]
    assert standing(store.document()).conflicts == ()
    store.discard()
