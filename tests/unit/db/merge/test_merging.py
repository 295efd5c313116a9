"""Scripted merges: what joins by itself, what waits for a person, and what each choice does."""

import time
from datetime import UTC, datetime

import msgspec
import pytest

from db.difference import Change, apply
from db.document import Document, Revision, Session
from db.errors import MergeRefused
from db.gate import document_in
from db.image import build_image
from db.merge import merge, merged_document, settle, standing
from db.model import (
    Assessment,
    Criterion,
    Decision,
    Level,
    Option,
    Perspective,
    PerspectiveKind,
    ScaleKind,
    Score,
    Weight,
    check,
)
from db.model.rows import put, take, without
from db.revisions import check_history, state_at, undo_steps
from db.store import Store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
replace = msgspec.structs.replace

BASE = Assessment(
    decision=Decision(id="D", title="Case", assessor="rosa", marking="TLP:GREEN"),
    options=tuple(Option(id=code, name=code) for code in ("NR", "RE", "CM")),
    criteria=(
        Criterion(id="sec", name="Security"),
        Criterion(id="law", name="Law"),
        Criterion(id="aid", name="Aid"),
        Criterion(id="top", name="Top"),
        Criterion(id="low", name="Low", parent="top"),
    ),
    perspectives=(Perspective(id="rosa", name="Rosa"), Perspective(id="wei", name="Wei")),
    scores=(
        Score(assessor="rosa", option="NR", criterion="law", likely=30.0),
        Score(assessor="rosa", option="NR", criterion="sec", likely=30.0),
        Score(assessor="rosa", option="RE", criterion="sec", likely=50.0),
    ),
    weights=tuple(
        Weight(perspective="rosa", criterion=code, swing=50.0) for code in ("aid", "law", "sec")
    ),
)


@pytest.fixture
def desk(tmp_path):
    """Opens copies of a document and edits them; every copy is a sitting of its own."""
    stores = []

    def open_copy(document, author, *edits):
        store = Store.create(tmp_path, document)
        stores.append(store)
        for edit in edits:
            before = store.document().assessment
            after = edit(before)
            check(after)
            store.commit("Edit", before, after, author=author, when=NOON)
        return store.document()

    yield open_copy
    for store in stores:
        store.discard()


@pytest.fixture
def two(desk):
    """The two copies that Rosa and Wei make of one document."""

    def make(rosas, weis):
        start = Document(assessment=BASE)
        return desk(start, "Rosa", *rosas), desk(start, "Wei", *weis)

    return make


def scored(option, criterion, assessor="rosa", **numbers):
    def edit(value):
        key = (assessor, option, criterion)
        old = value.score_by_key.get(key)
        row = old or Score(assessor=assessor, option=option, criterion=criterion)
        return replace(value, scores=put(value.scores, replace(row, **numbers)))

    return edit


def weighed(criterion, swing):
    def edit(value):
        row = Weight(perspective="rosa", criterion=criterion, swing=swing)
        return replace(value, weights=put(value.weights, row))

    return edit


def changed(table, row_id, **fields):
    def edit(value):
        rows = tuple(
            replace(row, **fields) if row.id == row_id else row for row in getattr(value, table)
        )
        return replace(value, **{table: rows})

    return edit


def removed(table, row_id):
    return lambda value: without(value, table, [row_id])


def marked(marking):
    return lambda value: replace(value, decision=replace(value.decision, marking=marking))


def ordered(*ids):
    return lambda value: replace(value, options=tuple(value.option_by_id[i] for i in ids))


def likely(value, option="NR", criterion="sec", assessor="rosa"):
    return value.score_by_key[assessor, option, criterion].likely


def both_ways(rosa, wei):
    """The merge, after making sure that it is the same from either side."""
    ours, back = merge(rosa, wei), merge(wei, rosa)
    assert ours.assessment == back.assessment
    assert {c.places for c in ours.conflicts} == {c.places for c in back.conflicts}
    assert ours.notes == back.notes
    check(ours.assessment)
    return ours


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


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        ("TLP:CLEAR", "TLP:RED", "TLP:RED"),
        ("TLP:CLEAR", "TLP:AMBER", "TLP:AMBER"),
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


def bare(value):
    """Without weights, so that criteria may become branches."""
    return replace(value, weights=())


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


def test_merging_a_copy_with_itself_changes_nothing(two):
    rosa, _ = two([weighed("sec", 90.0)], [])
    merged = merge(rosa, rosa)
    assert not merged.brings_anything
    assert merged.assessment == rosa.assessment
    assert joined(rosa, merged) is rosa


def joined(document, merged, decisions=()):
    return merged_document(
        document, merged, author="Rosa", when=NOON, label="Merge", decisions=decisions
    )


def test_a_decision_is_not_asked_for_again(two, desk):
    rosa, wei = two([weighed("sec", 90.0)], [weighed("law", 10.0)])
    merged = merge(rosa, wei)
    (conflict,) = merged.conflicts
    for side in (*conflict.sides, None):
        decided = joined(rosa, merged, settle(conflict, side))
        check_history(decided)
        assert standing(decided).conflicts == ()
        again = merge(decided, wei)
        assert again.conflicts == ()
        assert again.assessment == decided.assessment
        theirs = merge(wei, decided)
        assert theirs.conflicts == ()
        assert theirs.assessment == decided.assessment


def test_what_waits_for_a_decision_travels_with_the_file(two, tmp_path):
    rosa, wei = two([scored("NR", "sec", likely=40.0)], [scored("NR", "sec", likely=20.0)])
    document = joined(rosa, merge(rosa, wei))
    again = document_in(build_image(document), tmp_path / "a.poise")
    (conflict,) = standing(again).conflicts
    assert sorted(side.values for side in conflict.sides) == [(20.0,), (40.0,)]


def test_a_later_change_of_the_cell_decides_too(two, desk):
    rosa, wei = two([scored("NR", "sec", likely=40.0)], [scored("NR", "sec", likely=20.0)])
    document = joined(rosa, merge(rosa, wei))
    decided = desk(document, "Rosa", scored("NR", "sec", likely=35.0))
    assert standing(decided).conflicts == ()
    assert likely(merge(decided, wei).assessment) == 35.0


def test_a_merge_with_its_decisions_is_one_undoable_step(tmp_path, two):
    rosa, wei = two(
        [scored("NR", "sec", likely=40.0), weighed("aid", 5.0)],
        [scored("NR", "sec", likely=20.0), removed("options", "CM")],
    )
    store = Store.create(tmp_path, rosa)
    before = store.document().assessment
    merged = merge(rosa, wei)
    (conflict,) = merged.conflicts
    side = next(s for s in conflict.sides if s.values == (20.0,))
    number = store.merge(merged, settle(conflict, side), label="Merge", author="Rosa", when=NOON)
    after = store.document().assessment
    assert likely(after) == 20.0
    assert store.load() == after
    step = undo_steps(store.document()).done[-1]
    assert (step.number, step.before, step.after) == (number, before, after)
    store.commit("Undo", after, before, author="Rosa", when=NOON, undoes=number)
    steps = undo_steps(store.document())
    assert (steps.undone[-1].before, steps.undone[-1].after) == (before, after)
    store.close()
    again = Store.open(store.path)
    assert again.load() == before
    assert again.document() == store.document()
    check_history(again.document())
    assert state_at(again.document(), number) == after
    again.discard()


def test_a_copy_shared_without_its_history_merges_back(two, desk):
    rosa, _ = two([scored("NR", "sec", likely=40.0), weighed("aid", 5.0)], [])
    bare_copy = Document(assessment=rosa.assessment, sessions=rosa.sessions)
    wei = desk(bare_copy, "Wei", scored("RE", "sec", likely=1.0), removed("options", "CM"))
    rosa = desk(rosa, "Rosa", scored("NR", "sec", likely=41.0))
    merged = both_ways(rosa, wei)
    assert merged.conflicts == ()
    assert (likely(merged.assessment), likely(merged.assessment, "RE")) == (41.0, 1.0)
    check_history(joined(rosa, merged))
    check_history(joined(wei, merge(wei, rosa)))


def test_files_of_different_decisions_are_not_merged(two):
    rosa, _ = two([], [])
    other = replace(BASE, decision=replace(BASE.decision, id="E"))
    with pytest.raises(MergeRefused, match="not copies"):
        merge(rosa, Document(assessment=other))
    with pytest.raises(MergeRefused, match="not copies"):
        merge(rosa, Document(assessment=bare(BASE)))


def test_a_change_that_two_files_tell_differently_is_refused(two):
    rosa, _ = two([scored("NR", "sec", likely=40.0)], [])
    (revision,) = rosa.revisions
    (change,) = revision.changes
    forged = replace(revision, changes=(replace(change, after=90.0),))
    value = scored("NR", "sec", likely=90.0)(BASE)
    with pytest.raises(MergeRefused, match="altered"):
        merge(rosa, replace(rosa, assessment=value, revisions=(forged,)))


def test_scores_taken_away_by_one_stay_away(two):
    rosa, wei = two(
        [lambda v: replace(v, scores=take(v.scores, ("rosa", "NR", "sec")))],
        [scored("RE", "sec", likely=1.0)],
    )
    assert ("rosa", "NR", "sec") not in both_ways(rosa, wei).assessment.score_by_key


def test_a_cell_written_thousands_of_times_is_merged_at_once():
    number = 4000
    titles = [BASE.decision.title, *(f"Title {at}" for at in range(number))]
    rosa, wei = (
        Document(
            assessment=replace(BASE, decision=replace(BASE.decision, title=titles[-1])),
            sessions=(Session(id=who * 16, author="Rosa", seen=number),),
            revisions=tuple(
                Revision(
                    number=at,
                    session=who * 16,
                    counter=at,
                    parent=at - 1 or None,
                    time=0,
                    label="",
                    changes=(Change("decision", (), "title", *titles[at - 1 : at + 1]),),
                )
                for at in range(1, number + 1)
            ),
        )
        for who in ("aa", "bb")
    )
    start = time.process_time()
    merged = merge(rosa, wei)
    assert time.process_time() - start < 5
    assert merged.assessment == rosa.assessment


def test_histories_too_long_to_be_joined_are_refused_in_a_sentence(two, monkeypatch):
    monkeypatch.setattr("db.merge.log.LONGEST", 1)
    rosa, wei = two([weighed("sec", 90.0)], [weighed("law", 10.0)])
    with pytest.raises(MergeRefused, match="too many to merge"):
        merge(rosa, wei)


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


def with_option(row_id):
    return lambda v: replace(v, options=(*v.options, Option(id=row_id, name=row_id)))


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


def weighed_below(criterion, swing):
    row = Weight(perspective="rosa", criterion=criterion, swing=swing)
    return lambda value: replace(value, weights=put(value.weights, row))


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
