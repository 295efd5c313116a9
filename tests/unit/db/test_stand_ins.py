"""Names of assessors are left out of a copy, also of its past, and come home when it is merged."""

from datetime import UTC, datetime

import msgspec
import pytest

from db.document import Document
from db.errors import MergeRefused
from db.gate import document_in
from db.image import build_image
from db.merge import merge, merged_document
from db.model import Assessment, Decision, Perspective, PerspectiveKind
from db.proof import prove, still_named
from db.revisions import state_at
from db.share import History, contents, share, still_inside
from db.store import Store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
NAMES = ("Ana Prado", "Anna", "Bruno Sá")


def stand_in(number, _name):
    return f"Assessor {number}"


def judged(name="Ana Prado", *, title="Case", others=True):
    """An assessment with an assessor, an actor and on demand a second assessor."""
    second = (Perspective(id="b", name="Bruno Sá"),) if others else ()
    actor = Perspective(id="c", name="Freedonia", kind=PerspectiveKind.ACTOR)
    return Assessment(
        decision=Decision(id="D", title=title, assessor="a"),
        perspectives=(Perspective(id="a", name=name), *second, actor),
    )


@pytest.fixture
def edit(tmp_path):
    """Go on from a document through some states, as an author."""

    def run(document, *states, author="Ana Prado"):
        store = Store.create(tmp_path, document)
        before = document.assessment
        for state in states:
            store.commit("Edit", before, state, author=author, when=NOON)
            before = state
        made = store.document()
        store.discard()
        return made

    return run


@pytest.fixture
def document(edit):
    """A document in whose past an assessor had another name and another was removed."""
    start = Document(assessment=judged("Anna"))
    return edit(start, judged(), judged(others=False))


@pytest.mark.parametrize("history", [History.ANONYMOUS, History.NONE])
def test_no_name_of_an_assessor_is_in_the_copy_or_its_past(tmp_path, document, history):
    shared = share(document, history, stand_in)

    assert still_inside(document, NAMES) == NAMES
    assert still_inside(shared, NAMES) == ()
    assert document_in(build_image(shared), tmp_path / "a.poise") == shared
    assert [row.name for row in shared.assessment.perspectives] == ["Assessor 1", "Freedonia"]
    assert contents(shared).assessors[0] == "Assessor 1"


def test_the_proof_looks_for_the_names_of_assessors_too(document):
    proof = prove(document, History.ANONYMOUS, stand_in)

    assert set(proof.removed) == set(NAMES)
    assert (proof.visible, proof.hidden) == ((), ())
    assert "Ana Prado" in prove(document, History.ANONYMOUS).visible


def test_a_text_that_still_says_a_name_is_told(document):
    said = msgspec.structs.replace(
        document.assessment.decision, question="As Ana Prado asked in Weimar"
    )
    told = msgspec.structs.replace(
        document, assessment=msgspec.structs.replace(document.assessment, decision=said)
    )

    assert still_named(told, ("Ana Prado", "Wei", "Freedonia")) == ("Ana Prado", "Freedonia")


@pytest.mark.parametrize("history", [History.ANONYMOUS, History.NONE])
def test_a_copy_without_names_that_was_worked_on_merges_back_with_the_names(
    document, edit, history
):
    shared = share(document, history, stand_in)
    before = shared.assessment
    answer = msgspec.structs.replace(
        before, decision=msgspec.structs.replace(before.decision, title="Answer")
    )

    merged = merge(document, edit(shared, answer, author="Wei"))

    assert merged.conflicts == ()
    assert merged.assessment == judged(title="Answer", others=False)


@pytest.mark.parametrize("history", [History.ANONYMOUS, History.NONE])
def test_both_may_go_on_and_the_copy_stays_without_names(document, edit, history):
    shared = share(document, history, stand_in)
    mine = edit(document, judged(title="Mine", others=False))
    there = msgspec.structs.replace(shared.assessment.decision, question="Why?")
    theirs = edit(shared, msgspec.structs.replace(shared.assessment, decision=there), author="Wei")

    home, away = merge(mine, theirs), merge(theirs, mine)

    assert home.conflicts == away.conflicts == ()
    assert [row.name for row in home.assessment.perspectives] == ["Ana Prado", "Freedonia"]
    assert [row.name for row in away.assessment.perspectives] == ["Assessor 1", "Freedonia"]
    assert home.assessment.decision == away.assessment.decision
    joined = merged_document(theirs, away, author="Wei", when=NOON, label="Merge")
    again = merge(mine, joined)
    assert again.assessment == home.assessment
    kept = merged_document(mine, again, author="Ana Prado", when=NOON, label="Merge")
    assert state_at(kept, 0) == judged("Anna")


def test_what_a_colleague_calls_an_assessor_is_a_change_and_taking_it_back_is_none(document, edit):
    shared = share(document, History.ANONYMOUS, stand_in)
    renamed = judged("Wei", others=False)

    assert merge(document, edit(shared, renamed)).assessment == renamed
    back = merge(document, edit(shared, renamed, shared.assessment))
    assert back.assessment == document.assessment


def test_any_other_name_that_is_told_differently_is_refused(document):
    rows = document.assessment.perspectives
    altered = (*rows[:-1], msgspec.structs.replace(rows[-1], name="Elbonia"))
    other = msgspec.structs.replace(
        document, assessment=msgspec.structs.replace(document.assessment, perspectives=altered)
    )

    with pytest.raises(MergeRefused, match="not copies"):
        merge(document, other)


def test_a_copy_of_what_has_no_history_yet_merges_back_too(edit):
    document = Document(assessment=judged())
    shared = share(document, History.ANONYMOUS, stand_in)
    there = msgspec.structs.replace(shared.assessment.decision, question="Why?")
    after = msgspec.structs.replace(shared.assessment, decision=there)

    theirs = edit(shared, after, author="Wei")
    merged = merge(document, theirs)
    home = merged_document(document, merged, author="Ana Prado", when=NOON, label="Merge")
    away = merged_document(theirs, merge(theirs, document), author="Wei", when=NOON, label="Merge")

    assert merge(home, away).assessment == merge(home, home).assessment == merged.assessment
    assert merged.assessment.perspectives == document.assessment.perspectives
    assert merged.assessment.decision.question == "Why?"
