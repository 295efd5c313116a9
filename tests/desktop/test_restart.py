"""Undo and redo go on where an earlier sitting stopped."""

import pytest

from app.edits.decision import change_decision
from db.publish import publish
from db.store import Store
from tests.desktop.sample import read_sample


def give_title(window, title):
    assert window.workspace.apply(f"Title {title}", change_decision, title=title)


def title(window):
    return window.workspace.value.decision.title


@pytest.fixture
def reopen(open_window, sample_file, qtbot):
    """Open the file in a new window, and wait until its history is there."""

    def make(author="Anna"):
        window = open_window()
        window.workspace.author = author
        assert window.commands.open(sample_file)
        qtbot.waitUntil(lambda: window.workspace._copy.store is not None)
        return window

    return make


def test_steps_are_undone_and_redone_after_a_restart(reopen):
    first = reopen()
    for name in ("A", "B", "C"):
        give_title(first, name)
    first.workspace.undo_stack.undo()
    first.close()

    second = reopen()
    stack = second.workspace.undo_stack

    assert title(second) == "B"
    stack.redo()
    assert title(second) == "C"
    for _step in range(3):
        stack.undo()
    assert title(second) == read_sample().decision.title
    assert not stack.canUndo()
    assert second.workspace._copy.store.load() == second.workspace.value


def test_restoring_the_steps_commits_nothing(reopen, sample_file):
    first = reopen()
    give_title(first, "A")
    first.workspace.undo_stack.undo()
    first.close()
    before = sample_file.read_bytes()

    second = reopen()
    assert second.workspace.undo_stack.canRedo()
    assert not second.workspace.file_state.unpublished
    second.close()

    assert sample_file.read_bytes() == before


def test_a_third_sitting_goes_on_from_the_second(reopen):
    first = reopen()
    give_title(first, "A")
    first.close()
    second = reopen()
    second.workspace.undo_stack.undo()
    second.close()

    third = reopen()

    assert not third.workspace.undo_stack.canUndo()
    third.workspace.undo_stack.redo()
    assert title(third) == "A"


def test_nobody_takes_back_a_colleagues_change_by_a_key_press(reopen):
    first = reopen("Anna")
    give_title(first, "Anna's")
    first.close()

    assert not reopen("Rosa").workspace.undo_stack.canUndo()


def test_work_that_was_left_unfinished_can_be_undone(open_window, home, tmp_path):
    window = open_window()
    window.workspace.author = "Anna"
    window.actions_by_id["new"].trigger()
    give_title(window, "A")
    give_title(window, "B")
    window.close()

    second = open_window()
    second.workspace.author = "Anna"
    (left,) = second.workspace.leftovers.unfinished()
    assert second.commands.resume(left)
    second.workspace.undo_stack.undo()

    assert title(second) == "A"


def test_an_edit_before_the_history_is_there_comes_after_it(open_window, sample_file, tmp_path):
    from datetime import UTC, datetime

    store = Store.create(tmp_path / "w", read_sample())
    after = change_decision(read_sample(), title="Before")
    store.commit("T", read_sample(), after, author="Anna", when=datetime.now(UTC))
    path = sample_file.with_name("other.poise")
    publish(store.document(), path, None)
    store.discard()
    window = open_window()
    window.workspace.author = "Anna"
    window.commands.open(path)

    give_title(window, "At once")
    window.workspace.undo_stack.undo()
    assert title(window) == "Before"
    window.workspace.undo_stack.undo()

    assert title(window) == read_sample().decision.title
