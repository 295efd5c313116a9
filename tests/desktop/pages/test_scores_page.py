"""Entering scores like in a spreadsheet."""

import msgspec
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLineEdit

from app.desktop.pages.scores_page import ScoresPage
from db.model import Perspective
from tests.desktop.pages.cases import ME, crowded_case, small_case

Key = Qt.Key


@pytest.fixture
def page(page_of):
    return page_of(ScoresPage, small_case())


def score(page, option, criterion):
    found = page.workspace.value.score_by_key.get((ME, option, criterion))
    return None if found is None else (found.likely, found.low, found.high)


def editor_of(page):
    found = [e for e in page.table.viewport().findChildren(QLineEdit) if e.isVisible()]
    return found[0] if found else None


def type_into(qtbot, page, text, key=Key.Key_Return):
    qtbot.keyClicks(page.table, text[0])
    assert editor_of(page) is not None
    editor_of(page).insert(text[1:])
    qtbot.keyClick(editor_of(page), key)


def place(page):
    index = page.table.currentIndex()
    return index.row(), index.column()


def select(page, *cells):
    model, selection = page.model, page.table.selectionModel()
    page.table.select(*cells[0])
    for row, column in cells:
        selection.select(model.index(row, column), QItemSelectionModel.SelectionFlag.Select)


def note(page):
    found = page.table._note
    return found.text() if found.isVisible() else ""


def test_typing_replaces_the_score_and_enter_goes_down(qtbot, page):
    page.table.select(0, 1)
    type_into(qtbot, page, "55")
    assert score(page, "wait", "civic") == (55.0, None, None)
    assert place(page) == (1, 1)


def test_enter_goes_on_at_the_top_of_the_next_column(qtbot, page):
    bottom = page.model.rowCount() - 1
    while page.model.grid.is_screened_out(bottom):
        bottom -= 1
    page.table.select(bottom, 1)
    type_into(qtbot, page, "55")
    assert place(page) == (0, 2)
    qtbot.keyClick(page.table, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert place(page) == (bottom, 1)


def test_enter_stays_at_the_last_score_of_all(qtbot, page):
    column = page.model.columnCount() - 1
    page.table.select(0, column)
    for _ in range(page.model.rowCount() + 1):
        qtbot.keyClick(page.table, Key.Key_Return)
    assert place(page)[1] == column
    assert not page.model.grid.is_screened_out(place(page)[0])


def test_tab_takes_the_entry_over_and_goes_right_into_the_next_row(qtbot, page):
    page.table.select(0, 3)
    type_into(qtbot, page, "7", Key.Key_Tab)
    assert score(page, "wait", "cost") == (7.0, None, None)
    assert place(page) == (1, 0)


def test_shift_enter_goes_up(qtbot, page):
    page.table.select(1, 1)
    qtbot.keyClick(page.table, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert place(page) == (0, 1)


def test_tab_leaves_the_matrix_after_its_last_cell(qtbot, page_of):
    two = (Perspective(id=ME, name="The officer"), Perspective(id="you", name="A colleague"))
    page = page_of(ScoresPage, small_case(perspectives=two))
    page.table.setFocus()
    page.table.select(2, 3)
    qtbot.keyClick(page.table, Key.Key_Tab)
    assert not page.table.hasFocus()


def test_f2_edits_what_is_there(qtbot, page):
    page.table.select(0, 0)
    qtbot.keyClick(page.table, Key.Key_F2)
    assert editor_of(page).text() == "20 (10–35)"
    qtbot.keyClick(editor_of(page), Key.Key_Escape)
    assert score(page, "wait", "norm") == (20.0, 10.0, 35.0)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("40-60", (50.0, 40.0, 60.0)),
        ("40 55 60", (55.0, 40.0, 60.0)),
        ("55 (40–60)", (55.0, 40.0, 60.0)),
        ("55 ±10", (55.0, 45.0, 65.0)),
        ("55,5", (55.5, None, None)),
    ],
)
def test_ranges_are_read_from_what_is_typed(qtbot, page, typed, expected):
    page.table.select(0, 1)
    type_into(qtbot, page, typed)
    assert score(page, "wait", "civic") == expected


def test_a_range_keeps_a_likely_value_that_lies_in_it(qtbot, page):
    page.table.select(0, 0)
    type_into(qtbot, page, "15-40")
    assert score(page, "wait", "norm") == (20.0, 15.0, 40.0)


@pytest.mark.parametrize("typed", ["70", "20", "12"])
def test_a_number_alone_is_the_score_and_says_how_to_keep_a_range(qtbot, page, typed):
    page.table.select(0, 0)
    type_into(qtbot, page, typed)
    assert score(page, "wait", "norm") == (float(typed), None, None)
    assert page._help.text() == (
        f"{typed} stands alone now, without the range from 10 to 35. To keep a range, change "
        f"Likely beside the matrix or type {typed} (10–35)."
    )
    page.workspace.undo_stack.undo()
    assert score(page, "wait", "norm") == (20.0, 10.0, 35.0)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("abc", "“abc” is not a score."),
        ("-3", "−3 is outside the scale of “Civic”"),
        ("140", "140 is outside the scale of “Civic”"),
        ("60 50 40", "is not in that order"),
    ],
)
def test_a_wrong_entry_says_why_in_place_and_keeps_what_was_typed(qtbot, page, typed, sentence):
    page.table.select(0, 1)
    before = page.workspace.value
    type_into(qtbot, page, typed)
    assert sentence in note(page)
    assert editor_of(page).text() == typed
    assert page.workspace.value is before
    assert page.workspace.undo_stack.count() == 0


def test_a_wrong_entry_that_is_left_stays_as_a_draft_and_can_be_mended(qtbot, page):
    page.table.select(0, 1)
    qtbot.keyClicks(page.table, "5")
    qtbot.keyClicks(editor_of(page), "x")
    page.commit_pending()
    assert page.model.index(0, 1).data() == "5x"
    page.table.select(1, 0)
    assert note(page) == ""
    page.table.select(0, 1)
    assert "“5x” is not a score" in note(page)
    qtbot.keyClick(page.table, Key.Key_F2)
    assert editor_of(page).text() == "5x"
    qtbot.keyClick(editor_of(page), Key.Key_Backspace)
    qtbot.keyClicks(editor_of(page), "8")
    qtbot.keyClick(editor_of(page), Key.Key_Return)
    assert score(page, "wait", "civic") == (58.0, None, None)
    assert note(page) == ""


def test_escape_gives_a_draft_up(qtbot, page):
    page.table.select(0, 0)
    qtbot.keyClicks(page.table, "x")
    page.commit_pending()
    qtbot.keyClick(page.table, Key.Key_Escape)
    assert page.model.index(0, 0).data() == "20"
    assert not page.model.drafts


def test_delete_clears_the_numbers_and_keeps_what_was_said(qtbot, page):
    select(page, (0, 0), (1, 0))
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert score(page, "talk", "norm") == (None, None, None)
    assert page.workspace.value.score_by_key[ME, "talk", "norm"].rationale == "Seen."
    assert page.workspace.undo_stack.count() == 1
    page.workspace.undo_stack.undo()
    assert score(page, "wait", "norm") == (20.0, 10.0, 35.0)
    assert page.model.index(0, 0).data() == "20"


def test_a_screened_out_option_takes_no_entry(qtbot, page):
    page.table.select(2, 0)
    qtbot.keyClicks(page.table, "5")
    assert editor_of(page) is None
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert page.workspace.undo_stack.count() == 0
    assert "screened out" in page.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_block_is_pasted_as_one_step(qtbot, page):
    page.table.select(0, 0)
    QGuiApplication.clipboard().setText("1\t2\r\n3\t40-60\r\n")
    qtbot.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert score(page, "wait", "norm") == (1.0, None, None)
    assert score(page, "wait", "civic") == (2.0, None, None)
    assert score(page, "talk", "civic") == (50.0, 40.0, 60.0)
    assert page.workspace.undo_stack.count() == 1
    assert page.workspace.undo_stack.undoText() == "Paste 4 scores"


@pytest.mark.parametrize(
    ("copied", "sentence"),
    [
        ("1\t2\n3\tabc", "Row 2, column 2 of what you copied: “abc” is not a score."),
        ("1\t2\n3\t140", "Row 2, column 2 of what you copied: 140 is outside the scale"),
        ("1\n2\n3", "Row 3, column 1 of what you copied: “Use force” is screened out"),
        ("1\n2\n3\n4", "4 × 1 cells; from here there is room for 3 × 4"),
        ("", "There is nothing to paste."),
    ],
)
def test_a_block_with_one_wrong_cell_is_not_pasted_at_all(qtbot, page, copied, sentence):
    page.table.select(0, 0)
    before = page.workspace.value
    QGuiApplication.clipboard().setText(copied)
    qtbot.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert sentence in note(page)
    assert page.workspace.value is before


def paste(qtbot, page, text):
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_all_that_is_wrong_with_a_block_is_named_at_once(qtbot, page):
    page.table.select(0, 0)
    paste(qtbot, page, "a\tb\n140\tc")

    places = [line.split(" of what you copied")[0] for line in note(page).split("\n")]
    assert places[:2] == ["Row 1, column 1", "Row 1, column 2"]
    assert places[2:] == ["Row 2, column 1", "Row 2, column 2", "Nothing was pasted."]


def test_of_many_faults_five_are_named_and_the_others_counted(qtbot, page):
    page.table.select(0, 0)
    paste(qtbot, page, "a\tb\tc\td\ne\tf\tg\th")

    said = note(page).split("\n")
    assert len(said) == 7
    assert said[-2:] == ["… and 3 more.", "Nothing was pasted."]


def test_where_nobody_judged_is_no_fault(qtbot, page):
    page.table.select(0, 0)
    paste(qtbot, page, "n/a\t-\n–\tk.A.")

    assert not note(page)
    assert score(page, "wait", "norm") is None or score(page, "wait", "norm")[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "\tCivic\tNorm\nTalk\t11\t12\nWait\t21\t22",
        "Option\tcivic\tNORM\nTalk\t11\t12\nWait\t21\t22",
        "\tTalk\tWait\nCivic\t11\t21\nNorm\t12\t22",
    ],
)
def test_headings_of_a_block_say_where_its_cells_go(qtbot, page, text):
    page.table.select(1, 1)
    paste(qtbot, page, text)

    assert not note(page)
    assert score(page, "talk", "civic")[0] == 11
    assert score(page, "talk", "norm")[0] == 12
    assert score(page, "wait", "civic")[0] == 21
    assert score(page, "wait", "norm")[0] == 22


def test_a_heading_that_names_nothing_is_told(qtbot, page):
    page.table.select(0, 0)
    paste(qtbot, page, "\tCivic\tHonour\nTalk\t11\t12")

    assert "“Honour” is no heading" in note(page)
    assert "(row 1, column 3)" in note(page)


def test_what_was_said_of_a_refused_block_goes_with_the_next_change(qtbot, page):
    page.table.select(0, 0)
    type_into(qtbot, page, "44")
    page.table.select(0, 1)
    QGuiApplication.clipboard().setText("abc")
    qtbot.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Nothing was pasted" in note(page)
    page.workspace.undo_stack.undo()
    assert note(page) == ""


def test_what_was_said_of_a_refused_block_is_gone_when_one_comes_back(qtbot, page):
    page.table.select(0, 1)
    QGuiApplication.clipboard().setText("abc")
    qtbot.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.hide()
    page.show()
    assert note(page) == ""


def test_one_copied_cell_fills_the_selection(qtbot, page):
    select(page, (0, 1), (1, 1), (0, 2))
    QGuiApplication.clipboard().setText("33")
    qtbot.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert {
        score(page, *c) for c in (("wait", "civic"), ("talk", "civic"), ("wait", "security"))
    } == {(33.0, None, None)}


def test_what_is_copied_pastes_back_the_same(qtbot, page):
    select(page, (0, 0), (0, 1), (1, 0), (1, 1))
    qtbot.keyClick(page.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "20 (10–35)\t\n60\t"
    before = page.workspace.value.scores
    qtbot.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    kept = {row for row in page.workspace.value.scores if row.likely is not None}
    assert kept == set(before)


def test_fill_down_repeats_the_topmost_selected_score(qtbot, page):
    select(page, (0, 0), (1, 0), (2, 0))
    qtbot.keyClick(page.table, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert score(page, "talk", "norm") == (20.0, 10.0, 35.0)
    assert score(page, "force", "norm") is None
    assert page.workspace.undo_stack.count() == 1


def test_fill_down_of_one_cell_takes_the_one_above(qtbot, page):
    page.table.select(1, 0)
    qtbot.keyClick(page.table, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert score(page, "talk", "norm") == (20.0, 10.0, 35.0)


def test_only_the_changed_cell_is_announced(qtbot, page_of):
    page = page_of(ScoresPage, crowded_case(12, 12))
    page.table.select(3, 4)
    with qtbot.waitSignal(page.model.dataChanged) as change:
        type_into(qtbot, page, "41")
    top_left, bottom_right, *_roles = change.args
    assert (top_left.row(), top_left.column()) == (3, 4)
    assert (bottom_right.row(), bottom_right.column()) == (3, 4)


def test_painting_asks_the_model_for_no_data(page, monkeypatch):
    asked = []
    monkeypatch.setattr(type(page.model), "data", lambda *_arguments: asked.append(1))
    page.table.viewport().repaint()
    assert not asked


def test_the_inspector_is_asked_for_the_current_score(qtbot, page):
    with qtbot.waitSignal(page.inspect) as asked:
        page.table.select(1, 2)
    assert asked.args == [("score", ME, "talk", "security")]


def test_heat_follows_the_value_not_the_number(page):
    assert page.model.grid.cells[1][3].value == pytest.approx(50.0)  # 30 between 80 and -20
    assert page.model.grid.cells[1][3].text == "30"


def test_negative_numbers_are_possible_where_the_scale_has_them(qtbot, page):
    page.table.select(0, 3)
    type_into(qtbot, page, "-20 -10 5")
    assert score(page, "wait", "cost") == (-10.0, -20.0, 5.0)


def test_every_cell_can_be_heard(page):
    heard = QAccessible.queryAccessibleInterface(page.table)
    assert heard.role() == QAccessible.Role.Table
    said = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Wait, Norm; score 20; from 10 to 35"


def test_the_state_counts_what_is_missing(qtbot, page):
    assert page._state.text() == "5 scores are missing."
    page.table.select(0, 1)
    type_into(qtbot, page, "1")
    assert page._state.text() == "4 scores are missing."


def test_without_criteria_the_page_says_what_to_do(qtbot, page_of):
    page = page_of(ScoresPage, small_case(criteria=(), levels=(), scores=(), weights=()))
    assert page._empty.sentence.startswith("No criteria yet.")
    with qtbot.waitSignal(page.step_wanted) as wanted:
        qtbot.mouseClick(page._empty._button, Qt.MouseButton.LeftButton)
    assert wanted.args == ["criteria"]


def test_a_new_option_keeps_the_current_score_current(page):
    page.table.select(1, 2)
    value = page.workspace.value
    wider = msgspec.structs.replace(value, options=(value.options[2], *value.options[:2]))
    page.workspace.apply("Move", lambda _value: wider)
    assert place(page) == (2, 2)


def test_a_letter_of_another_script_begins_an_entry(qtbot, page):
    page.table.select(0, 1)
    qtbot.keyClick(page.table, "٥")
    assert editor_of(page) is not None


def test_an_error_in_an_edit_is_reported_and_the_entry_stays(qtbot, page, monkeypatch):
    def fail(*_arguments):
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(page.model.editing, "enter", fail)
    page.table.select(0, 1)
    with qtbot.captureExceptions() as reported:
        type_into(qtbot, page, "55")
    assert [kind for kind, _error, _trace in reported] == [ZeroDivisionError]
    assert editor_of(page).text() == "55"
    monkeypatch.undo()
    qtbot.keyClick(editor_of(page), Key.Key_Escape)
    assert page.model.index(0, 1).data() == "–"
