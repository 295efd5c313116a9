"""The working copy keeps every committed edit, exactly, and says when it cannot."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.document import Document, Stamp
from db.errors import FileRefused, StoreBusy, StoreFailed
from db.model import InvalidAssessment
from db.store import Store, unfinished
from tests.strategies import edited, grown

STAMP = Stamp(4096, "ab" * 32)


def renamed(value, name):
    option = msgspec.structs.replace(value.options[0], name=name)
    return msgspec.structs.replace(value, options=(option, *value.options[1:]))


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32), size=st.integers(0, 4))
def test_what_is_loaded_is_what_was_committed(tmp_path_factory, commit, seed, size):
    chance = random.Random(seed)
    value = grown(seed, size)
    store = Store.create(tmp_path_factory.mktemp("work"), value)
    for _ in range(6):
        following = edited(value, chance)
        commit(store, value, following)
        value = following
    assert store.load() == value
    document = store.document()
    store.close()
    again = Store.open(store.path)
    assert again.document() == document
    assert again.load() == value
    again.discard()


def test_work_goes_on_after_reopening_as_if_never_interrupted(tmp_path, commit):
    chance = random.Random(3)
    value = grown(3, 4)
    store = Store.create(tmp_path, value)
    for _ in range(60):
        following = edited(value, chance)
        commit(store, value, following)
        value = following
        store.close()
        store = Store.open(store.path)
        assert store.load() == value
    assert store.revision == 60
    store.close()


def test_revisions_say_who_when_and_what(tmp_path, small, commit):
    store = Store.create(tmp_path, small)
    after = renamed(small, "Engage step by step")
    assert commit(store, small, after, "Rename an option") == 1
    assert commit(store, after, small, "Undo", undoes=1) == 2
    first, second = store.document().revisions
    assert (first.label, first.parent, first.undoes) == ("Rename an option", None, None)
    assert (second.label, second.parent, second.undoes) == ("Undo", 1, 1)
    assert (first.counter, second.counter) == (1, 2)
    assert first.session == second.session
    assert first.changes[0].after == "Engage step by step"
    store.discard()


def test_each_author_and_each_sitting_has_a_session_of_its_own(tmp_path, small, commit):
    store = Store.create(tmp_path, small)
    after = renamed(small, "Other")
    commit(store, small, after, author="Rosa")
    commit(store, after, small, author="Amir")
    store.close()
    store = Store.open(store.path)
    commit(store, small, after, author="Amir")
    sessions = store.document().sessions
    assert [session.author for session in sessions] == ["Rosa", "Amir", "Amir"]
    assert len({session.id for session in sessions}) == 3
    assert [r.session for r in store.document().revisions] == [s.id for s in sessions]
    store.discard()


def test_history_that_came_with_the_file_goes_on(tmp_path, small, commit):
    first = Store.create(tmp_path, small)
    after = renamed(small, "Other")
    commit(first, small, after)
    second = Store.create(tmp_path, first.document())
    assert second.revision == 1
    assert commit(second, after, small) == 2
    assert len(second.document().sessions) == 2
    first.discard()
    second.discard()


def test_it_knows_what_is_published_where(tmp_path, small, commit):
    place = tmp_path / "Öffnung ? %.poise"
    store = Store.create(tmp_path / "work", small)
    assert (store.source, store.stamp, store.published) == (None, None, 0)
    commit(store, small, renamed(small, "Other"))
    store.note_published(place, STAMP, 1)
    store.close()
    store = Store.open(store.path)
    assert (store.source, store.stamp, store.published) == (place, STAMP, 1)
    store.discard()


def test_a_document_from_a_file_counts_as_published(tmp_path, small):
    store = Store.create(tmp_path, Document(assessment=small), source=tmp_path, stamp=STAMP)
    assert store.revision == store.published
    store.discard()


def test_only_one_program_has_it_open(tmp_path, small):
    store = Store.create(tmp_path, small)
    with pytest.raises(StoreBusy):
        Store.open(store.path)
    store.discard()


def test_unfinished_work_is_found(tmp_path, small, commit):
    assert unfinished(tmp_path / "not there yet") == ()
    left = Store.create(tmp_path, small, source=tmp_path / "a.poise")
    commit(left, small, renamed(small, "Other"))
    left.close()
    open_elsewhere = Store.create(tmp_path, small)
    (tmp_path / "broken.work").write_bytes(b"not a database" * 1000)
    (found,) = unfinished(tmp_path)
    assert (found.path, found.source, found.unpublished) == (left.path, tmp_path / "a.poise", 1)
    assert found.title == small.decision.title
    assert (tmp_path / "broken.work").exists()
    open_elsewhere.discard()


def test_discarding_leaves_nothing(tmp_path, small, commit):
    store = Store.create(tmp_path, small)
    commit(store, small, renamed(small, "Other"))
    store.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_value_out_of_its_bounds_is_never_written(tmp_path, small, commit):
    store = Store.create(tmp_path, small)
    with pytest.raises(InvalidAssessment):
        commit(store, small, renamed(small, "x" * 300))
    assert store.revision == 0
    assert store.load() == small
    commit(store, small, renamed(small, "Fine"))
    store.discard()


def test_a_full_disk_loses_no_earlier_edit_and_says_so(tmp_path, small, commit):
    store = Store.create(tmp_path, small)
    first = renamed(small, "First")
    commit(store, small, first)
    driver = store._database._connection.connection.driver_connection
    pages = driver.execute("PRAGMA page_count").fetchone()[0]
    driver.execute(f"PRAGMA max_page_count = {pages}")
    note = msgspec.structs.replace(small.decision, background="long " * 4000)
    second = msgspec.structs.replace(first, decision=note)
    with pytest.raises(StoreFailed, match="full"):
        commit(store, first, second)
    assert store.load() == first
    assert store.revision == 1
    driver.execute(f"PRAGMA max_page_count = {pages + 1000}")
    assert commit(store, first, second) == 2
    assert store.load() == second
    store.discard()


def test_a_place_that_cannot_be_written_to_is_named(tmp_path, small):
    occupied = tmp_path / "occupied"
    occupied.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(StoreFailed, match="occupied"):
        Store.create(occupied, small)


def test_a_damaged_working_copy_is_refused_in_a_sentence(tmp_path, small):
    store = Store.create(tmp_path, small)
    store.close()
    data = bytearray(store.path.read_bytes())
    data[4096 * 2 : 4096 * 6] = b"\xff" * 4096 * 4
    store.path.write_bytes(data)
    with pytest.raises(FileRefused, match="damaged"):
        Store.open(store.path)


def test_a_working_copy_without_what_must_be_there_is_refused_in_a_sentence(
    tmp_path, small, commit
):
    store = Store.create(tmp_path, small)
    commit(store, small, renamed(small, "Another"))
    store.close()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'id BLOB NOT NULL', 'id BLOB')"
            " WHERE name = 'session'"
        )
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.execute("UPDATE session SET id = NULL")
        assert connection.total_changes == 1
    with pytest.raises(FileRefused, match="damaged"):
        Store.open(store.path)


def test_it_is_as_durable_as_sqlite_can_be(tmp_path, small):
    store = Store.create(tmp_path, small)
    driver = store._database._connection.connection.driver_connection
    asked = {
        name: driver.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "locking_mode", "foreign_keys")
    }
    assert asked == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
    }
    store.discard()


@pytest.mark.parametrize("name", ["a?b=c", "100%", "a#b", "line\nend", "file:x", "عربي"])
def test_any_name_of_a_folder_will_do(tmp_path: Path, small, commit, name):
    store = Store.create(tmp_path / name, small)
    commit(store, small, renamed(small, "Other"))
    assert store.path.parent == tmp_path / name
    assert sqlite3.connect(store.path).close() is None
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert len(unfinished(tmp_path / name)) == 1
