"""What joins by itself when two copies are merged."""

import pytest

from db.merge import merge
from db.model import (
    Criterion,
    PerspectiveKind,
)
from db.model.rows import take
from tests.unit.db.merge.scripts import (
    bare,
    both_ways,
    changed,
    joined,
    likely,
    marked,
    removed,
    replace,
    scored,
    weighed,
)


def test_changes_of_different_cells_join(two):
    rosa, wei = two(
        [scored("NR", "sec", likely=40.0)],
        [scored("NR", "sec", rationale="Seen on site."), scored("RE", "sec", likely=10.0)],
    )
    merged = both_ways(rosa, wei)
    assert merged.conflicts == ()
    assert likely(merged.assessment) == 40.0
    assert likely(merged.assessment, "RE") == 10.0
    assert merged.assessment.score_by_key["rosa", "NR", "sec"].rationale == "Seen on site."
    assert len(merged.imported) == 2


def test_the_same_change_on_both_sides_is_no_conflict(two):
    rosa, wei = two([scored("NR", "sec", likely=40.0)], [scored("NR", "sec", likely=40.0)])
    merged = both_ways(rosa, wei)
    assert (merged.conflicts, likely(merged.assessment)) == ((), 40.0)


def test_a_change_beats_a_removal_and_says_so(two):
    rosa, wei = two([removed("options", "NR")], [scored("NR", "sec", likely=20.0)])
    merged = both_ways(rosa, wei)
    assert [row.id for row in merged.assessment.options] == ["NR", "RE", "CM"]
    assert likely(merged.assessment) == 20.0
    assert ("rosa", "NR", "law") not in merged.assessment.score_by_key
    assert {("kept", ("options", ("NR",))), ("kept", ("scores", ("rosa", "NR", "sec")))} <= {
        *merged.notes
    }


def test_a_removal_that_nobody_minds_holds(two):
    rosa, wei = two([removed("options", "NR")], [scored("RE", "sec", likely=20.0)])
    merged = both_ways(rosa, wei)
    assert [row.id for row in merged.assessment.options] == ["RE", "CM"]
    assert merged.notes == ()


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        ("TLP:CLEAR", "TLP:RED", "TLP:RED"),
        ("TLP:CLEAR", "TLP:AMBER", "TLP:AMBER"),
        ("", "TLP:CLEAR", "TLP:CLEAR"),
        ("TLP:RED", "", "TLP:RED"),
        ("TLP:AMBER", "TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
    ],
)
def test_the_stricter_marking_wins(two, one, other, result):
    rosa, wei = two([marked(one)], [marked(other)])
    merged = both_ways(rosa, wei)
    assert merged.conflicts == ()
    assert merged.assessment.decision.marking == result


def test_a_marking_lowered_by_one_alone_is_lowered(two):
    rosa, wei = two([marked("TLP:CLEAR")], [scored("NR", "sec", likely=1.0)])
    assert both_ways(rosa, wei).assessment.decision.marking == "TLP:CLEAR"


def test_an_assessor_renamed_by_one_and_scored_by_the_other_joins(two):
    rosa, wei = two(
        [changed("perspectives", "wei", name="Wei Ling")],
        [scored("NR", "law", "wei", likely=9.0)],
    )
    merged = both_ways(rosa, wei)
    assert merged.conflicts == ()
    assert merged.assessment.perspectives[1].name == "Wei Ling"
    assert likely(merged.assessment, "NR", "law", "wei") == 9.0


def test_an_assessor_made_an_actor_by_one_stays_one_if_the_other_scored(two):
    rosa, wei = two(
        [changed("perspectives", "wei", kind=PerspectiveKind.ACTOR)],
        [scored("NR", "law", "wei", likely=9.0)],
    )
    merged = both_ways(rosa, wei)
    assert merged.assessment.perspectives[1].kind is PerspectiveKind.ASSESSOR
    assert ("assessor", ("perspectives", ("wei",))) in merged.notes


def test_criteria_moved_into_each_other_go_back(two):
    rosa, wei = two(
        [lambda v: changed("criteria", "low", parent="aid")(bare(v))],
        [lambda v: changed("criteria", "aid", parent="low")(bare(v))],
    )
    merged = both_ways(rosa, wei)
    (conflict,) = merged.conflicts
    assert conflict.kind == "tree"
    assert {row.id: row.parent for row in merged.assessment.criteria}["low"] == "top"


def test_a_criterion_that_somebody_scores_stays_a_leaf(two):
    rosa, wei = two(
        [
            lambda v: replace(
                v, criteria=(*v.criteria, Criterion(id="new", name="New", parent="low"))
            )
        ],
        [scored("NR", "low", likely=5.0)],
    )
    merged = both_ways(rosa, wei)
    assert likely(merged.assessment, "NR", "low") == 5.0
    assert merged.assessment.criterion_by_id["new"].parent == "top"
    assert ("lifted", ("criteria", ("new",))) in merged.notes


def test_merging_a_copy_with_itself_changes_nothing(two):
    rosa, _ = two([weighed("sec", 90.0)], [])
    merged = merge(rosa, rosa)
    assert not merged.brings_anything
    assert merged.assessment == rosa.assessment
    assert joined(rosa, merged) is rosa


def test_scores_taken_away_by_one_stay_away(two):
    rosa, wei = two(
        [lambda v: replace(v, scores=take(v.scores, ("rosa", "NR", "sec")))],
        [scored("RE", "sec", likely=1.0)],
    )
    assert ("rosa", "NR", "sec") not in both_ways(rosa, wei).assessment.score_by_key
