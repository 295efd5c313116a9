"""A shared copy holds what its recipient is meant to see, and can be merged back."""

from datetime import UTC, datetime

import msgspec
import pytest

from db.document import Document
from db.errors import ShareRefused
from db.gate import document_in
from db.image import build_image
from db.merge import merge, merged_document
from db.share import History, contents, share, still_inside
from db.store import Store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
REMOVED = "A source in the ministry of Freedonia"


def described(value, text):
    option = msgspec.structs.replace(value.options[0], description=text)
    return msgspec.structs.replace(value, options=(option, *value.options[1:]))


@pytest.fixture
def document(tmp_path, small, commit):
    """A document in whose history stands what is no longer in it."""
    store = Store.create(tmp_path, small)
    commit(store, small, described(small, REMOVED), author="Rosa Example")
    commit(store, described(small, REMOVED), small, author="Wei Example")
    document = store.document()
    store.discard()
    return document


def test_one_is_told_what_a_recipient_would_learn(document):
    told = contents(document)
    assert told.authors == ("Rosa Example", "Wei Example")
    assert told.former_texts == (REMOVED,)
    assert (told.revisions, told.first, told.last) == (2, NOON.timestamp(), NOON.timestamp())


def test_the_full_history_goes_along(document):
    assert share(document, History.FULL) == document


def test_without_names_nobody_and_no_time_is_told(document):
    shared = share(document, History.ANONYMOUS)
    told = contents(shared)
    assert (told.authors, told.first, told.last) == ((), None, None)
    assert told.former_texts == (REMOVED,)
    assert still_inside(shared, ["Rosa Example", "Wei Example"]) == ()


def test_without_history_nothing_that_was_removed_is_inside(document):
    shared = share(document, History.NONE)
    assert contents(shared).former_texts == ()
    assert still_inside(document, [REMOVED, "Rosa Example"]) == (REMOVED, "Rosa Example")
    assert still_inside(shared, [REMOVED, "Rosa Example", "Wei Example"]) == ()
    assert shared.assessment == document.assessment


@pytest.mark.parametrize("history", History)
def test_a_shared_copy_is_a_file_that_can_be_merged_back(tmp_path, document, commit, history):
    shared = share(document, history)
    opened = document_in(build_image(shared), tmp_path / "a.poise")
    assert opened == shared
    store = Store.create(tmp_path, opened)
    after = described(opened.assessment, "Answer")
    commit(store, opened.assessment, after, author="Amir")
    merged = merge(document, store.document())
    store.discard()
    assert merged.conflicts == ()
    assert merged.assessment == after
    assert len(merged.imported) == 1


def test_what_waits_for_a_decision_is_not_thrown_away(tmp_path, small, commit):
    copies = []
    for text in ("Mine", "Theirs"):
        store = Store.create(tmp_path, Document(assessment=small))
        commit(store, small, described(small, text))
        copies.append(store.document())
        store.discard()
    joined = merged_document(copies[0], merge(*copies), author="Rosa", when=NOON, label="Merge")
    with pytest.raises(ShareRefused, match="Decide them first"):
        share(joined, History.NONE)
    assert share(joined, History.ANONYMOUS).assessment == joined.assessment
