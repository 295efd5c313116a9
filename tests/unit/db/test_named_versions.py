"""A version can be given a name, which stays with the history and changes nothing else."""

from datetime import UTC, datetime

import msgspec
import pytest

from db.document import Stamp
from db.errors import NameRefused
from db.gate import document_in
from db.image import build_image
from db.merge import merge
from db.revisions import check_history
from db.store import Store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
STAMP = Stamp(4096, "ab" * 32)


def renamed(value, name):
    option = msgspec.structs.replace(value.options[0], name=name)
    return msgspec.structs.replace(value, options=(option, *value.options[1:]))


@pytest.fixture
def store(tmp_path, small, commit):
    store = Store.create(tmp_path, small)
    commit(store, small, renamed(small, "One"))
    commit(store, renamed(small, "One"), renamed(small, "Two"))
    yield store
    store.discard()


def names(document):
    return [revision.name for revision in document.revisions]


def test_a_name_survives_reopening_and_publishing(store, tmp_path):
    before = store.load()
    store.name_version(1, "As sent to the minister")
    assert names(store.document()) == ["As sent to the minister", ""]
    store.close()
    again = Store.open(store.path)
    assert names(again.document()) == ["As sent to the minister", ""]
    assert again.load() == before
    published = document_in(build_image(again.document()), tmp_path / "a.poise")
    assert names(published) == ["As sent to the minister", ""]
    again.close()


def test_a_name_can_be_changed_and_taken_away(store, small, commit):
    store.name_version(2, "Draft")
    store.name_version(2, "Final")
    assert names(store.document()) == ["", "Final"]
    commit(store, renamed(small, "Two"), small)
    assert names(store.document()) == ["", "Final", ""]
    store.name_version(2, "")
    assert names(store.document()) == ["", "", ""]


def test_a_new_name_is_work_to_be_published(store, tmp_path):
    store.note_published(tmp_path / "a.poise", STAMP, store.revision)
    assert store.published == store.revision
    store.name_version(1, "As sent")
    assert store.published < store.revision
    store.close()
    again = Store.open(store.path)
    assert again.published < again.revision
    again.close()


@pytest.mark.parametrize("number", [-1, 0, 3])
def test_what_is_not_there_cannot_be_named(store, number):
    with pytest.raises(NameRefused, match="no change number"):
        store.name_version(number, "As sent")
    assert names(store.document()) == ["", ""]


@pytest.mark.parametrize("name", ["x" * 501, "two\nlines", "a\x00b", "a\u202eb", "a\u2028b"])
def test_a_name_is_one_plain_line(store, name):
    with pytest.raises(NameRefused, match="one line"):
        store.name_version(1, name)
    assert names(store.document()) == ["", ""]


def copies(store, tmp_path):
    """Two officers' copies of the document that the store holds."""
    document = store.document()
    return [Store.create(tmp_path / name, document) for name in ("mine", "theirs")]


def merged(mine, theirs):
    """Merge theirs into mine, as the window does."""
    mine.merge(merge(mine.document(), theirs.document()), label="Merge", author="Me", when=NOON)


def test_what_a_colleague_named_keeps_its_name_in_a_merge(store, tmp_path, small, commit):
    mine, theirs = copies(store, tmp_path)
    theirs.name_version(1, "As sent")
    commit(theirs, theirs.document().assessment, renamed(small, "Three"))
    theirs.name_version(3, "Theirs")
    merged(mine, theirs)
    assert names(mine.document()) == ["As sent", "", "Theirs", ""]
    mine.close()
    reopened = Store.open(mine.path)
    assert names(reopened.document()) == ["As sent", "", "Theirs", ""]
    reopened.close()
    theirs.close()


def test_two_names_of_one_version_are_both_kept_whoever_merges(store, tmp_path):
    mine, theirs = copies(store, tmp_path)
    mine.name_version(1, "Before the call")
    theirs.name_version(1, "As sent")
    before = theirs.document()
    merged(theirs, mine)
    mine.merge(merge(mine.document(), before), label="Merge", author="Me", when=NOON)
    assert names(mine.document()) == names(theirs.document()) == ["As sent / Before the call", ""]
    merged(mine, theirs)
    assert names(mine.document()) == ["As sent / Before the call", ""]
    mine.close()
    theirs.close()


def test_a_name_alone_makes_no_revision_and_leaves_the_sitting_as_it_was(
    store, tmp_path, small, commit
):
    mine, theirs = copies(store, tmp_path)
    theirs.name_version(2, "As sent")
    merged(mine, theirs)
    commit(mine, mine.document().assessment, renamed(small, "Four"))
    document = mine.document()
    assert names(document) == ["", "As sent", ""]
    assert document.revisions[-1].session not in {s.id for s in store.document().sessions}
    check_history(document)
    mine.close()
    theirs.close()
