"""What was taken out of a shared copy is looked for in its bytes."""

from datetime import UTC, datetime

import pytest

from db.document import Document
from db.model import Assessment, Decision, Option
from db.proof import prove
from db.share import History
from db.store import Store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def state(name, description=""):
    return Assessment(
        decision=Decision(id="D", title="Case"),
        options=(Option(id="NR", name=name, description=description),),
    )


@pytest.fixture
def document(tmp_path):
    """A document that Rosamunde has written something into and taken out again."""
    store = Store.create(tmp_path, Document(assessment=state("Stay out")))
    before = state("Stay out")
    for name in ("Talk to Colonel Azimi", "Stay out of it"):
        store.commit("Name", before, state(name), author="Rosamunde", when=NOON)
        before = state(name)
    made = store.document()
    store.discard()
    return made


def test_a_full_copy_leaves_nothing_out(document):
    assert prove(document, History.FULL).removed == ()


def test_names_are_gone_from_a_copy_without_them(document):
    proof = prove(document, History.ANONYMOUS)

    assert proof.removed == ("Rosamunde",)
    assert (proof.visible, proof.hidden) == ((), ())


def test_former_texts_are_gone_from_a_copy_without_history(document):
    proof = prove(document, History.NONE)

    assert {"Rosamunde", "Talk to Colonel Azimi"} <= set(proof.removed)
    assert proof.hidden == ()
    assert "Talk to Colonel Azimi" not in proof.visible


def test_what_also_stands_in_the_assessment_is_told(tmp_path):
    store = Store.create(tmp_path, Document(assessment=state("Stay out")))
    after = state("Stay out", "As Rosamunde says.")
    store.commit("Text", state("Stay out"), after, author="Rosamunde", when=NOON)
    proof = prove(store.document(), History.NONE)
    store.discard()

    assert "Rosamunde" in proof.visible
    assert proof.hidden == ()


def test_a_name_that_is_a_word_of_the_format_is_not_taken_for_a_leak(tmp_path):
    store = Store.create(tmp_path, Document(assessment=state("Stay out")))
    store.commit("Name", state("Stay out"), state("Go in"), author="table", when=NOON)
    proof = prove(store.document(), History.NONE)
    store.discard()

    assert "table" in proof.removed
    assert proof.hidden == ()
