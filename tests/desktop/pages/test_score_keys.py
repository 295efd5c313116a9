"""The score matrix under the hands of somebody who lives in spreadsheets."""

import msgspec
import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from app.desktop.pages.scores_page import ScoresPage
from app.desktop.widgets.score_keys import wish_of
from app.desktop.widgets.score_walk import edge, next_within
from db.model import Score
from db.model.rows import canonical
from tests.desktop.pages.cases import ME, crowded_case, small_case

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(page_of):
    return page_of(ScoresPage, small_case())


@pytest.fixture
def crowd(page_of):
    return page_of(ScoresPage, crowded_case())


def likely(page, row, column):
    score = page.model.grid.score(row, column)
    return None if score is None else score.likely


def place(page):
    index = page.table.currentIndex()
    return index.row(), index.column()


def chosen(page):
    return set(page.table.places())


def choose(page, *cells):
    page.table.select(*cells[0])
    for row, column in cells:
        index = page.model.index(row, column)
        page.table.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def editor_of(page):
    found = [e for e in page.table.viewport().findChildren(QLineEdit) if e.isVisible()]
    return found[0] if found else None


def begin(qtbot, page, text):
    qtbot.keyClicks(page.table, text[0])
    qtbot.keyClicks(editor_of(page), text[1:])
    return editor_of(page)


def paste(qtbot, page, text):
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(page.table, Key.Key_V, CONTROL)


def test_ctrl_home_and_end_lead_to_the_corners_and_select_only_them(qtbot, crowd):
    crowd.table.select(20, 20)
    qtbot.keyClick(crowd.table, Key.Key_End, CONTROL)
    assert (place(crowd), chosen(crowd)) == ((49, 49), {(49, 49)})
    qtbot.keyClick(crowd.table, Key.Key_Home, CONTROL)
    assert (place(crowd), chosen(crowd)) == ((0, 0), {(0, 0)})


def test_home_and_end_stay_in_the_row(qtbot, crowd):
    crowd.table.select(20, 20)
    qtbot.keyClick(crowd.table, Key.Key_End)
    assert place(crowd) == (20, 49)
    qtbot.keyClick(crowd.table, Key.Key_Home)
    assert place(crowd) == (20, 0)


def test_delete_after_a_leap_clears_where_one_is_and_nothing_out_of_sight(qtbot, crowd):
    crowd.table.select(20, 20)
    before = likely(crowd, 20, 20)
    qtbot.keyClick(crowd.table, Key.Key_End, CONTROL)
    qtbot.keyClick(crowd.table, Key.Key_Delete)
    assert likely(crowd, 20, 20) == before is not None
    assert likely(crowd, 49, 49) is None


@pytest.fixture
def gaps(page_of):
    """Twelve by twelve scores, of which the sixth row and column are missing."""
    case = crowded_case(12, 12)
    keys = [(option.id, f"c{n}") for option in case.options for n in range(12)]
    scores = tuple(
        Score(assessor=ME, option=option, criterion=leaf, likely=50.0)
        for option, leaf in keys
        if option != "o5" and leaf != "c5"
    )
    return page_of(ScoresPage, canonical(msgspec.structs.replace(case, scores=scores)))


def column_of(page, leaf):
    return [one.id for one in page.model.grid.leaves].index(leaf)


@pytest.mark.parametrize(("key", "row"), [(Key.Key_Down, 4), (Key.Key_Up, 0)])
def test_ctrl_with_an_arrow_leads_to_the_edge_of_what_is_scored(qtbot, gaps, key, row):
    gaps.table.select(2, 0)
    qtbot.keyClick(gaps.table, key, CONTROL)
    assert (place(gaps), chosen(gaps)) == ((row, 0), {(row, 0)})


def test_ctrl_with_an_arrow_goes_on_past_a_gap(qtbot, gaps):
    gap = column_of(gaps, "c5")
    walked = []
    gaps.table.select(0, 0)
    for _number in range(4):
        qtbot.keyClick(gaps.table, Key.Key_Right, CONTROL)
        walked.append(place(gaps)[1])
    assert walked == [gap - 1, gap + 1, 11, 11]


def test_ctrl_shift_with_an_arrow_selects_as_far(qtbot, gaps):
    gaps.table.select(2, 0)
    qtbot.keyClick(gaps.table, Key.Key_Down, CONTROL | SHIFT)
    assert chosen(gaps) == {(2, 0), (3, 0), (4, 0)}


def test_shift_with_an_arrow_selects_from_where_enter_led(qtbot, page):
    page.table.select(0, 0)
    qtbot.keyClick(page.table, Key.Key_Right)
    qtbot.keyClick(page.table, Key.Key_Return)
    qtbot.keyClick(page.table, Key.Key_Right, SHIFT)
    assert chosen(page) == {(1, 1), (1, 2)}


def test_space_selects_the_row_with_shift_and_the_column_with_ctrl(qtbot, page):
    page.table.select(1, 2)
    qtbot.keyClick(page.table, Key.Key_Space, SHIFT)
    assert chosen(page) == {(1, column) for column in range(4)}
    qtbot.keyClick(page.table, Key.Key_Space, CONTROL)
    assert chosen(page) == {(row, 2) for row in range(3)}
    assert place(page) == (1, 2)
    assert editor_of(page) is None


def test_an_arrow_ends_an_entry_that_was_begun_by_typing(qtbot, page):
    page.table.select(0, 1)
    qtbot.keyClick(begin(qtbot, page, "55"), Key.Key_Right)
    assert likely(page, 0, 1) == 55.0
    assert place(page) == (0, 2)
    qtbot.keyClick(begin(qtbot, page, "44"), Key.Key_Left)
    assert likely(page, 0, 2) == 44.0
    assert place(page) == (0, 1)


def test_an_arrow_at_the_edge_stays(qtbot, page):
    page.table.select(0, 3)
    qtbot.keyClick(begin(qtbot, page, "7"), Key.Key_Right)
    assert likely(page, 0, 3) == 7.0
    assert place(page) == (0, 3)


def test_arrows_follow_the_eye_where_one_reads_from_the_right(qtbot, page):
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.table.select(0, 1)
    qtbot.keyClick(begin(qtbot, page, "55"), Key.Key_Left)
    assert place(page) == (0, 2)
    qtbot.keyClick(page.table, Key.Key_Right, CONTROL)
    assert place(page)[1] < 2


def test_f2_puts_the_cursor_behind_what_is_there_and_arrows_stay_in_it(qtbot, page):
    page.table.select(1, 0)
    qtbot.keyClick(page.table, Key.Key_F2)
    editor = editor_of(page)
    assert editor.text() == "60"
    assert not editor.hasSelectedText()
    qtbot.keyClick(editor, Key.Key_Left)
    qtbot.keyClicks(editor, "5")
    qtbot.keyClick(editor, Key.Key_Backspace)
    qtbot.keyClick(editor, Key.Key_Backspace)
    qtbot.keyClicks(editor, "3")
    qtbot.keyClick(editor, Key.Key_Return)
    assert likely(page, 1, 0) == 30.0


def test_f2_while_typing_lets_the_arrows_stay_in_the_entry(qtbot, page):
    page.table.select(0, 1)
    editor = begin(qtbot, page, "55")
    qtbot.keyClick(editor, Key.Key_F2)
    qtbot.keyClick(editor, Key.Key_Left)
    qtbot.keyClicks(editor, ".")
    qtbot.keyClick(editor, Key.Key_Return)
    assert likely(page, 0, 1) == 5.5


def test_enter_after_tabs_goes_on_below_where_the_row_was_begun(qtbot, page):
    page.table.select(0, 1)
    qtbot.keyClick(begin(qtbot, page, "1"), Key.Key_Tab)
    qtbot.keyClick(begin(qtbot, page, "2"), Key.Key_Tab)
    qtbot.keyClick(begin(qtbot, page, "3"), Key.Key_Return)
    assert [likely(page, 0, column) for column in (1, 2, 3)] == [1.0, 2.0, 3.0]
    assert place(page) == (1, 1)


def test_enter_after_an_arrow_goes_straight_down(qtbot, page):
    page.table.select(0, 1)
    qtbot.keyClick(page.table, Key.Key_Tab)
    qtbot.keyClick(page.table, Key.Key_Right)
    qtbot.keyClick(page.table, Key.Key_Return)
    assert place(page) == (1, 3)


def test_enter_and_tab_go_round_within_what_is_selected(qtbot, page):
    choose(page, (0, 1), (1, 1), (0, 2), (1, 2))
    walked = []
    for number in "1234":
        qtbot.keyClick(begin(qtbot, page, number), Key.Key_Return)
        walked.append(place(page))
    assert walked == [(1, 1), (0, 2), (1, 2), (0, 1)]
    assert [likely(page, *cell) for cell in ((0, 1), (1, 1), (0, 2), (1, 2))] == [1, 2, 3, 4]
    qtbot.keyClick(page.table, Key.Key_Tab)
    assert place(page) == (0, 2)
    assert len(chosen(page)) == 4


def test_ctrl_enter_gives_every_selected_score_what_is_typed(qtbot, page):
    choose(page, (0, 1), (1, 1), (2, 1), (0, 2))
    qtbot.keyClick(begin(qtbot, page, "40-60"), Key.Key_Return, CONTROL)
    assert [likely(page, *cell) for cell in ((0, 1), (1, 1), (0, 2))] == [50.0] * 3
    assert likely(page, 2, 1) is None  # screened out
    assert page.workspace.undo_stack.count() == 1
    assert page.workspace.undo_stack.undoText() == "Enter 3 scores"
    assert editor_of(page) is None
    assert len(chosen(page)) == 4


def test_ctrl_enter_of_a_wrong_entry_says_why_and_keeps_it(qtbot, page):
    choose(page, (0, 1), (1, 3))
    before = page.workspace.value
    qtbot.keyClick(begin(qtbot, page, "-10"), Key.Key_Return, CONTROL)
    assert "−10 is outside the scale of “Civic”" in page.table._note.text()
    assert page.table._note.isVisible()
    assert editor_of(page).text() == "-10"
    assert page.workspace.value is before


def test_a_copied_row_fills_every_selected_row(qtbot, page):
    choose(page, *((row, column) for row in (0, 1) for column in (1, 2)))
    paste(qtbot, page, "10\t20")
    assert [[likely(page, r, c) for c in (1, 2)] for r in (0, 1)] == [[10.0, 20.0]] * 2
    assert page.workspace.undo_stack.count() == 1


def test_a_block_that_does_not_go_into_the_selection_is_pasted_once(qtbot, page):
    choose(page, *((row, column) for row in (0, 1) for column in (0, 1, 2)))
    paste(qtbot, page, "10\t20")
    assert [likely(page, 0, column) for column in (0, 1)] == [10.0, 20.0]
    assert likely(page, 1, 1) is None


def test_what_was_pasted_is_selected(qtbot, page):
    page.table.select(0, 1)
    paste(qtbot, page, "1\t2\n3\t4")
    assert chosen(page) == {(0, 1), (0, 2), (1, 1), (1, 2)}
    assert place(page) == (0, 1)


def test_a_french_spreadsheet_is_understood(qtbot, page):
    page.table.select(0, 0)
    paste(qtbot, page, "12,5\t\t20–40\r\n70,25\t33\t\r\n")
    assert [likely(page, 0, column) for column in range(3)] == [12.5, None, 30.0]
    assert [likely(page, 1, column) for column in range(3)] == [70.25, 33.0, None]


def test_an_endless_cell_is_refused_in_a_sentence(qtbot, page):
    page.table.select(0, 0)
    paste(qtbot, page, "x" * 200_000)
    assert "is not a score" in page.table._note.text()


def test_a_block_too_large_for_where_the_selection_begins_says_how_large(qtbot, page):
    choose(page, (1, 3), (0, 2))
    paste(qtbot, page, "1\t2\t3")
    assert "1 × 3 cells; from here there is room for 3 × 2" in page.table._note.text()


def test_fill_across_repeats_the_first_selected_score_of_each_row(qtbot, page):
    choose(page, (0, 0), (0, 1), (1, 0), (1, 1))
    qtbot.keyClick(page.table, Key.Key_R, CONTROL)
    assert (likely(page, 0, 1), likely(page, 1, 1)) == (20.0, 60.0)
    assert page.workspace.undo_stack.undoText() == "Fill across"


def test_fill_across_of_one_cell_takes_the_one_before_it(qtbot, page):
    page.table.select(1, 1)
    qtbot.keyClick(page.table, Key.Key_R, CONTROL)
    assert likely(page, 1, 1) == 60.0


def test_a_large_block_goes_in_and_comes_out_the_same(qtbot, crowd):
    qtbot.keyClick(crowd.table, Key.Key_A, CONTROL)
    qtbot.keyClick(crowd.table, Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text()
    before = crowd.workspace.value.scores
    qtbot.keyClick(crowd.table, Key.Key_Delete)
    assert crowd.workspace.value.scores != before
    paste(qtbot, crowd, copied)
    assert {score for score in crowd.workspace.value.scores if score.likely is not None} == {
        *before
    }


def test_the_menu_of_the_matrix_does_what_its_keys_do(page):
    tools = {action.text(): action for action in page.tools()}
    page.table.select(0, 0)
    tools["Copy the scores"].trigger()
    assert QGuiApplication.clipboard().text() == "20 (10–35)"
    tools["Fill scores across"].trigger()
    tools["Clear the scores"].trigger()
    assert likely(page, 0, 0) is None
    tools["Paste scores"].trigger()
    assert likely(page, 0, 0) == 20.0
    tools["Select the scores of the option"].trigger()
    assert chosen(page) == {(0, column) for column in range(4)}
    assert page.table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu


@pytest.mark.parametrize(
    ("line", "at", "by", "to"),
    [
        ("xxx.x", 0, 1, 2),
        ("xxx.x", 2, 1, 4),
        ("xxx..", 2, 1, 4),
        (".....", 2, 1, 4),
        (".....", 2, -1, 0),
        ("x...x", 4, -1, 0),
        ("x", 0, 1, 0),
    ],
)
def test_the_edge_is_where_a_spreadsheet_has_it(line, at, by, to):
    assert edge(at, by, len(line), [sign == "x" for sign in line].__getitem__) == to


def test_outside_of_what_is_selected_one_comes_back_to_it():
    assert next_within([(1, 1), (0, 1)], (5, 5), 1, 0) == (0, 1)


class OnX11(QKeyEvent):
    """A key as X11 has it, where Ctrl+D is one of the standard keys of deleting."""

    def matches(self, key):
        deletes = key == QKeySequence.StandardKey.Delete and self.key() in (
            Key.Key_D,
            Key.Key_Delete,
        )
        return deletes or super().matches(key)


@pytest.mark.parametrize(
    ("key", "modifiers", "wish"),
    [
        (Key.Key_D, Qt.KeyboardModifier.ControlModifier, "fill_down"),
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "clear"),
        (Key.Key_Delete, Qt.KeyboardModifier.KeypadModifier, "clear"),
    ],
)
def test_fill_down_is_never_taken_for_deleting(key, modifiers, wish):
    assert wish_of(OnX11(QEvent.Type.KeyPress, key, modifiers)) == wish
