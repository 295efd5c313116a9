"""Typing, leaving fields, undoing: no typed text is lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from tests.desktop.sample import names_in_order


def title_of(window):
    window.show_step("decision")
    return window.page("decision").findChild(object, "title")


def test_text_is_committed_when_the_page_is_left(sample_window, qtbot):
    title = title_of(sample_window)
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Typed and not left")

    sample_window.show_step("options")

    assert sample_window.workspace.value.decision.title == "Typed and not left"


def test_text_is_committed_before_the_window_closes(open_window, sample_file):
    from db import gate

    window = open_window()
    window.commands.open(sample_file)
    title_of(window).setText("Typed and closed")

    window.close()

    assert gate.read(sample_file).assessment.decision.title == "Typed and closed"


def test_text_is_committed_before_another_file_is_opened(sample_window, sample_file):
    from db import gate

    title_of(sample_window).setText("Before the example")

    sample_window.actions_by_id["open_example"].trigger()

    assert gate.read(sample_file).assessment.decision.title == "Before the example"


def test_undo_goes_to_the_typed_text_first(sample_window, qtbot):
    title = title_of(sample_window)
    kept = title.text()
    sample_window.activateWindow()
    title.setFocus()
    qtbot.keyClicks(title, "abc")
    qtbot.waitUntil(title.hasFocus)
    undo = sample_window.actions_by_id["undo"]
    (menu,) = (holder for holder in undo.associatedObjects() if isinstance(holder, QMenu))
    menu.aboutToShow.emit()

    undo.trigger()

    assert title.text() == kept
    assert not sample_window.workspace.undo_stack.canUndo()


def test_undo_takes_back_the_last_step_where_nothing_was_typed(sample_window):
    title = title_of(sample_window)
    kept = title.text()
    title.setText("Another")
    title.commit()

    sample_window.actions_by_id["undo"].trigger()

    assert sample_window.workspace.value.decision.title == kept
    assert title.text() == kept


def test_escape_brings_back_what_was_kept(sample_window, qtbot):
    title = title_of(sample_window)
    kept = title.text()
    qtbot.keyClicks(title, "abc")

    qtbot.keyClick(title, Qt.Key.Key_Escape)

    assert title.text() == kept


def test_a_new_decision_begins_with_its_title_selected(window, qtbot):
    window.activateWindow()
    window.actions_by_id["new"].trigger()
    title = title_of(window)

    assert title.selectedText() == title.text()
    qtbot.keyClicks(title, "A quick start")
    window.commit_pending()
    assert window.workspace.value.decision.title == "A quick start"


def test_options_are_added_one_after_the_other_from_the_keyboard(window, qtbot):
    window.actions_by_id["new"].trigger()
    window.show_step("options")
    field = window.page("options")._new_name
    for name in ("Talk", "Wait", "Press"):
        field.setFocus()
        qtbot.keyClicks(field, name)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == ""

    assert [row.name for row in window.workspace.value.options] == ["Talk", "Wait", "Press"]


def test_options_are_moved_renamed_screened_out_and_removed(sample_window):
    sample_window.show_step("options")
    page = sample_window.page("options")
    page.choose("HP")
    page._move_up()
    assert [row.id for row in sample_window.workspace.value.options].index("HP") == 5
    assert page.chosen == "HP"
    page._editor._texts["name"].setText("Protection first")
    page._editor._texts["name"].commit()
    page._editor._screened_out.setPlainText("No partner would pay")
    page._editor._screened_out.commit()
    assert "Protection first" not in names_in_order(sample_window)
    page._editor._screened_out.setPlainText("")
    page._editor._screened_out.commit()
    assert "Protection first" in names_in_order(sample_window)

    page._remove_chosen()

    assert "HP" not in sample_window.workspace.value.option_by_id
    sample_window.actions_by_id["undo"].trigger()
    assert "HP" in sample_window.workspace.value.option_by_id


def test_the_focus_goes_round_the_areas_of_the_window(sample_window, qtbot):
    sample_window.activateWindow()
    document = sample_window.document
    document.rail.setFocus()
    visited = []
    for _ in range(3):
        sample_window.actions_by_id["next_area"].trigger()
        focus = sample_window.focusWidget()
        areas = (document.pages.currentWidget(), document.ranking, document.rail)
        visited.append(next(a for a in areas if a is focus or a.isAncestorOf(focus)))

    assert visited == [document.pages.currentWidget(), document.ranking, document.rail]
