"""Merges as a hostile colleague would try them: whoever merges whom, all come to the same."""

from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from db.document import Document
from db.errors import MergeRefused
from db.gate import document_in
from db.image import build_image
from db.merge import merge, merged_document, settle, standing
from db.model import Assessment, Criterion, Decision, Option, Perspective, Score, Weight, check
from db.model.rows import put, without
from db.revisions import check_history
from db.share import History, share
from db.store import Store
from tests.reliability.officers import said

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
replace = msgspec.structs.replace

BASE = Assessment(
    decision=Decision(id="D", title="Case", assessor="rosa", marking="TLP:AMBER"),
    options=tuple(Option(id=code, name=code) for code in ("A", "B", "C")),
    criteria=(
        Criterion(id="one", name="One"),
        Criterion(id="two", name="Two"),
        Criterion(id="three", name="Three"),
        Criterion(id="leaf", name="Leaf"),
    ),
    perspectives=(Perspective(id="rosa", name="Rosa"),),
    scores=(Score(assessor="rosa", option="A", criterion="leaf", likely=30.0),),
    weights=(Weight(perspective="rosa", criterion="leaf", swing=50.0),),
)


def scored(number, option="A"):
    row = Score(assessor="rosa", option=option, criterion="leaf", likely=float(number))
    return lambda v: replace(v, scores=put(v.scores, row))


def named(name, option="A"):
    return lambda v: replace(
        v,
        options=tuple(replace(row, name=name) if row.id == option else row for row in v.options),
    )


def removed(row_id, table="options"):
    return lambda v: without(v, table, [row_id])


def added(row_id, name, at=0):
    row = Option(id=row_id, name=name)
    return lambda v: replace(v, options=(*v.options[:at], row, *v.options[at:]))


def ordered(*ids):
    return lambda v: replace(v, options=tuple(v.option_by_id[i] for i in ids))


def below(child, parent):
    return lambda v: replace(
        v,
        criteria=tuple(
            replace(row, parent=parent) if row.id == child else row for row in v.criteria
        ),
    )


def marked(marking):
    return lambda v: replace(v, decision=replace(v.decision, marking=marking))


def baseline(option):
    return lambda v: replace(v, decision=replace(v.decision, baseline=option))


def again(value_before):
    """Put things back as they were, as an undo does."""
    return lambda _: value_before


@pytest.fixture
def desk(tmp_path):
    """Opens a copy and edits it in a sitting of its own."""

    def edit(document, *edits, author="Somebody"):
        store = Store.create(tmp_path, document)
        for one in edits:
            before = store.document().assessment
            after = one(before)
            check(after)
            store.commit("Edit", before, after, author=author, when=NOON)
        found = store.document()
        store.discard()
        return found

    return edit


def joined(mine, theirs):
    document = merged_document(mine, merge(mine, theirs), author="X", when=NOON, label="Merge")
    check_history(document)
    assert document_in(build_image(document), Path("a.poise")) == document
    return document


def in_every_order(*documents):
    """What all orders of merging come to; they must come to the same."""
    results = []
    for order in permutations(documents):
        whole = order[0]
        for other in order[1:]:
            whole = joined(whole, other)
        results.append(said(merge(whole, whole)))
    assert all(result == results[0] for result in results)
    return merge(whole, whole)


QUARRELS = {
    "one cell by three": ([scored(1)], [scored(2)], [scored(3)]),
    "one cell thrice by each": (
        [scored(1), scored(2), scored(3)],
        [scored(4), scored(5), scored(6)],
        [],
    ),
    "one cell there and back": ([scored(1), scored(30)], [scored(7)], []),
    "removed while its scores are edited": ([removed("A")], [scored(9)], []),
    "removed by two, edited by one": ([removed("A")], [removed("A")], [named("Kept")]),
    "removed and put back, and edited": ([removed("A"), again(BASE)], [scored(9)], [named("N")]),
    "a branch removed while something is put below it": (
        [removed("two", "criteria")],
        [below("one", "two")],
        [],
    ),
    "a circle made by two": ([below("one", "two")], [below("two", "one")], []),
    "a circle made by three": (
        [below("one", "two")],
        [below("two", "three")],
        [below("three", "one")],
    ),
    "below a criterion that somebody scores": (
        [below("one", "two")],
        [
            lambda v: replace(
                v, weights=put(v.weights, Weight(perspective="rosa", criterion="two", swing=3.0))
            )
        ],
        [],
    ),
    "renamed and removed": ([named("New name")], [removed("A")], [scored(2)]),
    "the same name to two": ([named("Same", "A")], [named("Same", "B")], []),
    "two orders": ([ordered("C", "B", "A")], [ordered("B", "A", "C")], []),
    "three orders": ([ordered("C", "B", "A")], [ordered("B", "A", "C")], [ordered("A", "C", "B")]),
    "an order and a new one in it": (
        [ordered("C", "B", "A")],
        [added("N", "New", 1)],
        [removed("B")],
    ),
    "orders with one more and one fewer": (
        [added("N", "New", 0), ordered("C", "N", "B", "A")],
        [removed("B"), ordered("C", "A")],
        [ordered("B", "C", "A")],
    ),
    "one id made twice with other contents": (
        [added("N", "Mine")],
        [added("N", "Theirs", 2)],
        [added("N", "Third", 3)],
    ),
    "one id made twice and removed": (
        [added("N", "Mine"), removed("N")],
        [added("N", "Theirs")],
        [],
    ),
    "marking raised and lowered": (
        [marked("TLP:RED")],
        [marked("TLP:CLEAR")],
        [marked("TLP:GREEN")],
    ),
    "marking raised and taken back": (
        [marked("TLP:RED"), marked("TLP:AMBER")],
        [marked("TLP:CLEAR")],
        [],
    ),
    "a baseline that is removed": ([baseline("B")], [removed("B")], [baseline("C")]),
    "everything removed": (
        [removed("A"), removed("B"), removed("C")],
        [scored(3, "B")],
        [named("Still here", "C")],
    ),
}


@pytest.mark.parametrize("name", QUARRELS)
def test_all_orders_of_merging_come_to_the_same(desk, name):
    start = Document(assessment=BASE)
    copies = [
        desk(start, *edits, author=who)
        for who, edits in zip(("Rosa", "Wei", "Amir"), QUARRELS[name], strict=True)
    ]
    whole = in_every_order(*copies)
    for conflict in whole.conflicts:
        for side in (None, *conflict.sides):
            assert settle(conflict, side)


def test_the_marking_never_falls_below_what_one_of_them_raised(desk):
    start = Document(assessment=BASE)
    red, clear = desk(start, marked("TLP:RED")), desk(start, marked("TLP:CLEAR"))
    whole = joined(joined(clear, red), desk(start, marked("TLP:GREEN")))
    assert whole.assessment.decision.marking == "TLP:RED"
    assert joined(whole, clear).assessment.decision.marking == "TLP:RED"
    lowered = desk(whole, marked("TLP:CLEAR"))
    assert joined(lowered, clear).assessment.decision.marking == "TLP:CLEAR"


def test_merges_that_cross_each_other_come_to_the_same(desk):
    start = Document(assessment=BASE)
    rosa, wei = desk(start, scored(1)), desk(start, scored(2), named("W"))
    rosas, weis = joined(rosa, wei), joined(wei, rosa)
    rosas, weis = desk(rosas, scored(5)), desk(weis, named("Z"))
    crossed = in_every_order(rosas, weis)
    assert crossed.assessment.options[0].name == "Z"
    assert crossed.assessment.scores[0].likely == 5.0
    assert crossed.conflicts == ()


def test_decisions_that_differ_are_a_conflict_again(desk):
    start = Document(assessment=BASE)
    rosa, wei = desk(start, scored(1)), desk(start, scored(2))
    decided = []
    for mine, theirs, wanted in ((rosa, wei, 1.0), (wei, rosa, 2.0)):
        merged = merge(mine, theirs)
        (conflict,) = merged.conflicts
        side = next(side for side in conflict.sides if wanted in side.values)
        decided.append(
            merged_document(
                mine, merged, author="X", when=NOON, label="Merge", decisions=settle(conflict, side)
            )
        )
        assert standing(decided[-1]).conflicts == ()
    (conflict,) = in_every_order(*decided).conflicts
    assert sorted(side.values for side in conflict.sides) == [(1.0,), (2.0,)]


def test_a_merge_of_merges_brings_each_edit_once(desk):
    start = Document(assessment=BASE)
    copies = [desk(start, scored(number, option)) for number, option in ((1, "A"), (2, "B"))]
    one, other = joined(*copies), joined(*reversed(copies))
    whole = joined(one, other)
    assert whole.assessment == one.assessment == other.assessment
    edits = [r for r in whole.revisions if r.label == "Edit"]
    assert len(edits) == 2


def test_a_restored_backup_catches_up(desk):
    start = Document(assessment=BASE)
    early = desk(start, scored(1))
    late = desk(early, scored(2), named("Late"))
    colleague = joined(desk(start, named("Theirs", "B")), late)
    caught_up = joined(early, colleague)
    assert caught_up.assessment == colleague.assessment
    forked = desk(early, scored(8))
    (conflict,) = in_every_order(forked, colleague).conflicts
    assert conflict.kind == "score"


def test_a_copy_without_history_comes_back_with_its_edits(desk):
    start = desk(Document(assessment=BASE), named("Before"))
    given = share(start, History.NONE)
    theirs = desk(given, scored(7), added("N", "Theirs", 3))
    mine = desk(start, named("Mine", "B"))
    whole = in_every_order(mine, theirs)
    assert [row.name for row in whole.assessment.options] == ["Before", "Mine", "C", "Theirs"]
    assert whole.assessment.scores[0].likely == 7.0


def test_two_copies_without_history_of_different_times_are_refused_in_a_sentence(desk):
    start = desk(Document(assessment=BASE), named("Before"))
    later = desk(start, named("After"))
    with pytest.raises(MergeRefused, match="not copies of the same assessment"):
        merge(share(start, History.NONE), share(later, History.NONE))


def test_another_assessment_under_the_same_id_is_refused(desk):
    other = replace(BASE, options=(Option(id="Z", name="Elsewhere"),), scores=())
    with pytest.raises(MergeRefused):
        merge(desk(Document(assessment=BASE), scored(1)), Document(assessment=other))
