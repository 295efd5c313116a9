"""What a merge leaves in the file: decisions, what waits, and a history that holds."""

import time

import pytest

from db.difference import Change
from db.document import Document, Revision, Session
from db.errors import MergeRefused
from db.gate import document_in
from db.image import build_image
from db.merge import merge, settle, standing
from db.revisions import check_history, state_at, undo_steps
from db.store import Store
from tests.unit.db.merge.scripts import (
    BASE,
    NOON,
    bare,
    both_ways,
    joined,
    likely,
    removed,
    replace,
    scored,
    weighed,
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
