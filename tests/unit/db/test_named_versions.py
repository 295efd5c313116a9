"""A version can be given a name, which stays with the history and changes nothing else."""

import msgspec
import pytest

from db.document import Stamp
from db.errors import NameRefused
from db.gate import document_in
from db.image import build_image
from db.store import Store

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
