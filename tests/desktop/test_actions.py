"""Actions and menus are tables that hold together."""

import pytest
from PySide6.QtWidgets import QMenu

from app.desktop.actions.menus import RECENT, SEPARATOR, menu_table
from app.desktop.actions.table import action_specs
from app.desktop.steps import STEPS
from app.edits.decision import change_decision


def test_no_two_actions_share_a_shortcut():
    shortcuts = [spec.shortcut for spec in action_specs() if spec.shortcut]

    assert len(shortcuts) == len(set(shortcuts))


def test_every_action_stands_in_exactly_one_menu():
    placed = [name for _title, names in menu_table() for name in names]
    placed = [name for name in placed if name not in (SEPARATOR, RECENT)]

    assert sorted(placed) == sorted(spec.id for spec in action_specs())


def test_every_action_says_what_it_does():
    for spec in action_specs():
        assert spec.text
        assert spec.tip


@pytest.mark.parametrize("spec", action_specs(), ids=lambda spec: spec.id)
def test_actions_that_need_an_assessment_wait_for_one(window, spec):
    enabled = window.actions_by_id[spec.id].isEnabled()

    assert enabled == (spec.needs == "")


def test_every_step_can_be_reached_by_its_action(sample_window):
    for spec in STEPS:
        sample_window.actions_by_id[f"go_{spec.id}"].trigger()

        assert sample_window.document.step == spec.id
        assert sample_window.document.pages.currentWidget().step == spec.id


def test_about_says_what_this_is(window, desk):
    window.actions_by_id["about"].trigger()

    assert "offline" in desk.informed[0]


def test_the_last_change_is_named_in_the_menu(sample_window):
    sample_window.show_step("decision")
    field = sample_window.page("decision").findChild(object, "title")
    field.setText("Another title")
    sample_window.commit_pending()

    assert "Title" in sample_window.actions_by_id["undo"].text()


def edit_menu(window):
    return next(
        holder
        for holder in window.actions_by_id["undo"].associatedObjects()
        if isinstance(holder, QMenu)
    )


def test_undo_and_redo_are_offered_only_where_there_is_something_to_do(sample_window):
    undo, redo = (sample_window.actions_by_id[name] for name in ("undo", "redo"))
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    sample_window.workspace.apply("Title", change_decision, title="Another")
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    undo.trigger()
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)


def test_the_menu_offers_to_take_back_what_is_being_typed(sample_window, qtbot):
    sample_window.show_step("decision")
    title = sample_window.page("decision").findChild(object, "title")
    title.setFocus()
    qtbot.keyClicks(title, "x")
    assert not sample_window.actions_by_id["undo"].isEnabled()

    edit_menu(sample_window).aboutToShow.emit()

    assert sample_window.actions_by_id["undo"].isEnabled()
