"""The store behind an assessment is made beside the window; no edit is lost on the way to it."""

import threading
from threading import Event
from types import SimpleNamespace

import pytest

from app.edits.decision import change_decision
from db.store import Store
from tests.desktop.sample import read_sample


@pytest.fixture
def making(monkeypatch):
    """Hold the making of a store until `go` is set; `begun` says that it has begun."""
    create, hold = Store.create, SimpleNamespace(begun=Event(), go=Event(), threads=[])

    def slow(*arguments, **more):
        hold.threads.append(threading.current_thread())
        hold.begun.set()
        assert hold.go.wait(30)
        return create(*arguments, **more)

    monkeypatch.setattr(Store, "create", slow)
    yield hold
    hold.go.set()


def give_title(window, title):
    return window.workspace.apply(f"Title {title}", change_decision, title=title)


def test_the_store_is_made_beside_the_window(window, making, qtbot):
    window.workspace.new(read_sample())
    qtbot.waitUntil(making.begun.is_set)  # the window has gone on meanwhile
    making.go.set()
    qtbot.waitUntil(lambda: window.workspace._copy.store is not None)

    assert threading.main_thread() not in making.threads


def test_edits_made_before_the_store_is_there_are_in_it_in_their_order(window, making, qtbot):
    window.workspace.new(read_sample())
    qtbot.waitUntil(making.begun.is_set)
    making.go.set()
    for title in ("A", "B"):
        assert give_title(window, title)
    window.workspace.undo_stack.undo()

    store = window.workspace._copy.store
    labels = [(row.label, row.undoes) for row in store.document().revisions]
    assert labels == [("Title A", None), ("Title B", None), ("Title B", 2)]
    assert store.load().decision.title == "A"
    assert not window.workspace.file_state.unkept


def test_an_edit_at_once_is_in_the_store_when_it_returns(window):
    window.workspace.new(read_sample())
    assert give_title(window, "At once")

    assert window.workspace._copy.store.load().decision.title == "At once"


def test_a_store_that_an_edit_called_for_is_never_made_again(window, qapp):
    window.workspace.new(read_sample())
    give_title(window, "At once")
    copy = window.workspace._copy
    store = copy.store

    qapp.processEvents()  # the window answers now, from when on the making would be counted
    assert not copy._soon.isActive()
    copy._make()
    assert not copy._making.busy

    assert copy.store is store
    assert store.load().decision.title == "At once"


def test_closing_while_the_store_is_made_leaves_nothing_behind(window, making, qtbot):
    window.workspace.new(read_sample())
    qtbot.waitUntil(making.begun.is_set)
    making.go.set()
    window.workspace.close()

    assert window.workspace.leftovers.none
    assert len(making.threads) == 1


def test_looking_for_unfinished_work_waits_for_a_store_that_is_being_made(window, making, qtbot):
    window.workspace.new(read_sample())
    qtbot.waitUntil(making.begun.is_set)
    making.go.set()

    assert window.workspace.leftovers.unfinished() == ()
    assert give_title(window, "Kept")
    assert window.workspace._copy.store.load().decision.title == "Kept"


def test_a_store_that_could_not_be_made_is_made_when_the_place_is_free(window):
    folder = window.workspace.leftovers.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way", "utf-8")
    window.workspace.new(read_sample())
    window.workspace._copy._have_store()
    assert window.workspace.file_state.unkept

    folder.unlink()
    window.workspace._copy._try_again()
    window.workspace._copy._have_store()

    assert not window.workspace.file_state.unkept
    assert not window.workspace._copy.store.document().revisions
