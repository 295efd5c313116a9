"""Any past state can be had back, and undo goes on where it was left."""

import random

import msgspec
import pytest

from db.document import Document
from db.errors import FileRefused
from db.gate import document_in
from db.image import build_image
from db.revisions import BrokenHistory, check_history, state_at, state_when_written, undo_steps
from db.store import Store
from tests.strategies import edited, grown


@pytest.fixture
def store(tmp_path):
    """A working copy of a small assessment."""
    opened = Store.create(tmp_path, grown(11, 4))
    yield opened
    opened.close()


@pytest.fixture
def history(store, commit):
    """The states that a store went through, and its document."""
    chance = random.Random(5)
    states = [store.document().assessment]
    for number in range(30):
        following = edited(states[-1], chance)
        commit(store, states[-1], following, f"Edit {number}")
        states.append(following)
    return states, store.document()


def test_every_past_state_can_be_rebuilt(history):
    states, document = history
    for number, state in enumerate(states):
        assert state_at(document, number) == state


def test_past_states_come_back_from_the_file_too(history, tmp_path):
    states, document = history
    again = document_in(build_image(document), tmp_path / "a.poise")
    assert [state_at(again, number) for number in range(len(states))] == states


def test_a_revision_that_is_not_there_is_not_made_up(history):
    with pytest.raises(LookupError):
        state_at(history[1], 99)


def test_the_state_in_which_a_text_was_written_is_found(store, commit):
    began = store.document().assessment
    assert state_when_written(store.document(), "brief", "bottom_line") == began

    def wrote(before, **fields):
        brief = msgspec.structs.replace(before.brief, **fields)
        after = msgspec.structs.replace(before, brief=brief)
        commit(store, before, after)
        return after

    written = wrote(began, bottom_line="Wait and see.")
    wrote(wrote(written, subject="Another matter"), recommendation="Wait.")
    assert state_when_written(store.document(), "brief", "bottom_line") == written


@pytest.mark.parametrize("seed", range(8))
def test_undo_and_redo_are_as_in_a_window_that_was_never_closed(store, commit, seed):
    chance = random.Random(seed)
    value = store.document().assessment
    done, undone = [], []  # of (revision to name, before, after)
    for _ in range(40):
        step = chance.choice(("edit", "edit", "undo", "redo"))
        if step == "edit":
            following = edited(value, chance)
            done.append((commit(store, value, following), value, following))
            undone, value = [], following
        elif step == "undo" and done:
            number, before, after = done.pop()
            undone.append((commit(store, after, before, undoes=number), before, after))
            value = before
        elif step == "redo" and undone:
            number, before, after = undone.pop()
            done.append((commit(store, before, after, undoes=number), before, after))
            value = after
    steps = undo_steps(store.document())
    assert [(s.number, s.before, s.after) for s in steps.done] == done
    assert [(s.number, s.before, s.after) for s in steps.undone] == undone


def test_only_as_much_is_undone_as_is_asked_for(history):
    assert [step.label for step in undo_steps(history[1], limit=3).done] == [
        "Edit 27",
        "Edit 28",
        "Edit 29",
    ]


def tampered(document: Document, at: int, **fields) -> Document:
    revision = msgspec.structs.replace(document.revisions[at], **fields)
    revisions = (*document.revisions[:at], revision, *document.revisions[at + 1 :])
    return msgspec.structs.replace(document, revisions=revisions)


def test_a_history_that_contradicts_itself_is_refused(history, tmp_path):
    _, document = history
    check_history(document)
    full = next(r for r in document.revisions[5:] if r.changes)
    broken = [
        tampered(document, full.number - 1, changes=full.changes * 2),
        tampered(document, 3, number=99),
        tampered(document, 3, counter=2),
        tampered(document, 3, parent=4),
        tampered(document, 3, parent=99),
        tampered(document, 3, undoes=4),
        tampered(document, 3, merged=0),
        tampered(document, 29, counter=99),
        msgspec.structs.replace(document, sessions=document.sessions * 2),
        msgspec.structs.replace(document, revisions=document.revisions[1:]),
        msgspec.structs.replace(document, assessment=grown(12, 4)),
    ]
    for one in broken:
        with pytest.raises(BrokenHistory):
            check_history(one)
    with pytest.raises(FileRefused):
        document_in(build_image(broken[0]), tmp_path / "a.poise")
