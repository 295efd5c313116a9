"""Building the value tree and its scales."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit

from app.desktop.pages.criteria_page import CriteriaPage
from db.model import Condition, Criterion, Mechanism, ScaleKind
from db.model.tree import children
from tests.desktop.pages.cases import ME, crowded_case, small_case

Key = Qt.Key
Left = Qt.MouseButton.LeftButton
Alt = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(page_of):
    return page_of(CriteriaPage, small_case())


def names(page, parent=None):
    return [row.name for row in children(page.workspace.value, parent)]


def steps(page):
    return page.workspace.undo_stack.count()


def name_editor(page):
    found = [e for e in page.tree.viewport().findChildren(QLineEdit) if e.isVisible()]
    return found[0] if found else None


def press(qtbot, page, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(page.tree, key, modifier)


def level_row(page, at):
    return next(row for row in page.editor.scale.rows if row.at == at)


def words_of(page, leaf):
    return {x.at: x.words for x in page.workspace.value.levels_by_criterion.get(leaf, ())}


# --- the tree


def test_enter_adds_a_sibling_and_lets_it_be_named(qtbot, page):
    page.tree.select("norm")
    press(qtbot, page, Key.Key_Return)
    qtbot.keyClicks(name_editor(page), "Freedom")
    qtbot.keyClick(name_editor(page), Key.Key_Return)
    assert names(page, "leverage") == ["Norm", "Freedom", "Civic"]
    assert page.editor._title.text() == "Freedom"


def test_insert_adds_below_and_hands_the_judgements_on(qtbot, page):
    page.tree.select("norm")
    press(qtbot, page, Key.Key_Insert)
    qtbot.keyClick(name_editor(page), Key.Key_Return)
    (child,) = children(page.workspace.value, "norm")
    assert page.workspace.value.score_by_key[ME, "wait", child.id].likely == 20.0


def test_a_new_criterion_whose_naming_is_cancelled_goes_again(qtbot, page):
    before = page.workspace.value
    page.tree.select("norm")
    press(qtbot, page, Key.Key_Return)
    qtbot.keyClick(name_editor(page), Key.Key_Escape)
    assert page.workspace.value == before


def test_f2_renames_in_place(qtbot, page):
    page.tree.select("civic")
    press(qtbot, page, Key.Key_F2)
    name_editor(page).selectAll()
    qtbot.keyClicks(name_editor(page), "Civic space")
    qtbot.keyClick(name_editor(page), Key.Key_Return)
    assert names(page, "leverage") == ["Norm", "Civic space"]
    assert page.workspace.undo_stack.undoText() == "Rename Civic"
    assert page.tree.current_key() == "civic"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Norm", "There is already one called “Norm” here."),
        ("", "A name cannot be empty."),
        ("x" * 300, "at most"),
    ],
)
def test_a_refused_name_stays_in_its_editor_with_the_reason(qtbot, page, typed, sentence):
    page.tree.select("civic")
    press(qtbot, page, Key.Key_F2)
    name_editor(page).selectAll()
    qtbot.keyClick(name_editor(page), Key.Key_Delete)
    name_editor(page).setText(typed)
    qtbot.keyClick(name_editor(page), Key.Key_Return)
    assert name_editor(page).text() == typed
    assert sentence in page.tree._note.text()
    assert page.tree._note.isVisible()
    assert steps(page) == 0


def test_arrows_with_alt_move_a_criterion_and_keep_it_current(qtbot, page):
    page.tree.select("civic")
    press(qtbot, page, Key.Key_Up, Alt)
    assert names(page, "leverage") == ["Civic", "Norm"]
    press(qtbot, page, Key.Key_Up, Alt)
    assert steps(page) == 1
    press(qtbot, page, Key.Key_Down, Alt)
    assert names(page, "leverage") == ["Norm", "Civic"]
    assert page.tree.current_key() == "civic"


def test_outdent_and_indent_are_each_others_inverse(qtbot, page):
    page.tree.select("civic")
    press(qtbot, page, Key.Key_Left, Alt)
    assert names(page) == ["Leverage", "Civic", "Order"]
    press(qtbot, page, Key.Key_Right, Alt)
    assert names(page, "leverage") == ["Norm", "Civic"]


def test_indenting_below_a_judged_criterion_is_refused(qtbot, page):
    refused = []
    page.workspace.refused.connect(refused.append)
    page.tree.select("civic")
    press(qtbot, page, Key.Key_Right, Alt)
    assert "so nothing can be moved below it" in refused[0]
    assert names(page, "leverage") == ["Norm", "Civic"]


def drop(page, key, parent, row):
    model = page.model
    dragged = model.mimeData([model.place_of(key)])
    place = model.place_of(parent) if parent else QModelIndex()
    taken = model.dropMimeData(dragged, Qt.DropAction.MoveAction, row, 0, place)
    assert not taken  # otherwise the view would take the row away a second time


def test_dropping_a_leaf_on_another_branch_keeps_its_scores(qtbot, page):
    with qtbot.waitSignal(page.workspace.changed):
        drop(page, "norm", "order", -1)
    assert names(page, "order") == ["Security", "Cost", "Norm"]
    assert page.workspace.value.score_by_key[ME, "wait", "norm"].likely == 20.0
    assert page.tree.current_key() == "norm"


def test_dropping_further_down_among_the_same_siblings_counts_from_what_is_seen(qtbot, page):
    with qtbot.waitSignal(page.workspace.changed):
        drop(page, "leverage", None, 2)
    assert names(page) == ["Order", "Leverage"]


def test_removing_says_first_what_goes_with_it(qtbot, page):
    page.tree.select("leverage")
    press(qtbot, page, Key.Key_Delete)
    assert page.question.sentence == (
        "Removing “Leverage” also removes 2 criteria below it, 2 scores, 2 weights."
    )
    assert steps(page) == 0
    qtbot.mouseClick(page.question.remove, Left)
    assert names(page) == ["Order"]
    assert page.workspace.undo_stack.undoText() == "Remove Leverage"
    page.workspace.undo_stack.undo()
    assert names(page) == ["Leverage", "Order"]


def test_escape_keeps_what_was_to_be_removed(qtbot, page):
    page.tree.select("norm")
    press(qtbot, page, Key.Key_Delete)
    qtbot.keyClick(page.question, Key.Key_Escape)
    assert page.question.sentence == ""
    assert steps(page) == 0


def test_entries_elsewhere_are_counted_too(qtbot, page_of):
    page = page_of(
        CriteriaPage,
        small_case(
            mechanisms=(Mechanism(id="m", name="Pressure"),),
            conditions=(Condition(id="c", name="It hurts", mechanism="m", aim="civic"),),
        ),
    )
    page.tree.select("civic")
    press(qtbot, page, Key.Key_Delete)
    assert "1 weight, 1 other entry about it" in page.question.sentence


def test_what_nobody_has_judged_goes_without_a_question(qtbot, page_of):
    page = page_of(
        CriteriaPage,
        small_case(criteria=(Criterion(id="x", name="X"),), levels=(), scores=(), weights=()),
    )
    page.tree.select("x")
    press(qtbot, page, Key.Key_Delete)
    assert page.workspace.value.criteria == ()
    assert page.first_name.isVisible()


def test_the_first_objective_is_added_from_the_empty_page(qtbot, page_of):
    page = page_of(CriteriaPage, small_case(criteria=(), levels=(), scores=(), weights=()))
    assert page.first_control() is page.first_name.field
    qtbot.keyClicks(page.first_name.field, "Peace")
    qtbot.keyClick(page.first_name.field, Key.Key_Return)
    assert page.first_control() is page.tree
    press(qtbot, page, Key.Key_Return)
    qtbot.keyClicks(name_editor(page), "Bread")
    qtbot.keyClick(name_editor(page), Key.Key_Return)
    assert names(page) == ["Peace", "Bread"]


def test_names_typed_one_after_the_other_are_all_taken(qtbot, page_of):
    page = page_of(CriteriaPage, small_case(criteria=(), levels=(), scores=(), weights=()))
    qtbot.keyClicks(page.first_name.field, "Peace")
    qtbot.keyClick(page.first_name.field, Key.Key_Return)
    for name in ("Bread", "Oil", "2 seats"):
        qtbot.keyClicks(page.tree, name[0])
        qtbot.keyClicks(name_editor(page), name[1:])
        qtbot.keyClick(name_editor(page), Key.Key_Return)
    assert names(page) == ["Peace", "Bread", "Oil", "2 seats"]


def test_undo_of_another_edit_keeps_the_current_criterion(page):
    page.tree.select("security")
    page.move_down()
    page.workspace.undo_stack.undo()
    assert page.tree.current_key() == "security"


def test_the_tree_is_a_tree_to_a_screen_reader(page):
    heard = QAccessible.queryAccessibleInterface(page.tree)
    assert heard.role() == QAccessible.Role.Tree
    said = page.model.place_of("norm").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Norm; 0–100"


def test_a_crowded_tree_shows_all_its_rows(page_of):
    page = page_of(CriteriaPage, crowded_case())
    assert page.model.rowCount() == 10
    assert page.model.rowCount(page.model.place_of("b3")) == 5


# --- scales


def test_words_of_a_level_are_kept_when_the_field_is_left(qtbot, page):
    page.tree.select("civic")
    row = level_row(page, 0.0)
    row.words.setFocus()
    qtbot.keyClicks(row.words, "nobody may meet")
    page.editor.code.setFocus()
    assert words_of(page, "civic") == {0.0: "nobody may meet"}


def test_emptied_words_of_an_end_leave_no_level(qtbot, page):
    page.tree.select("norm")
    row = level_row(page, 100.0)
    row.words.selectAll()
    qtbot.keyClick(row.words, Key.Key_Delete)
    page.commit_pending()
    assert words_of(page, "norm") == {0.0: "conduct hardens", 50.0: "promises are kept"}


def test_the_words_of_a_level_have_room_beside_the_tree(page_of):
    page = page_of(CriteriaPage, small_case(), width=800)
    page.tree.select("norm")
    editor = page.editor
    assert not editor.horizontalScrollBar().isVisible()
    for row in editor.scale.rows:
        assert row.words.width() > editor.scale.width() / 2


def test_tab_leads_from_the_tree_straight_to_the_description(qtbot, page):
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Key.Key_Tab)
    assert page.editor.description.hasFocus()


def test_a_level_is_added_in_the_widest_gap_ready_for_its_words(qtbot, page):
    page.tree.select("civic")
    page.editor.scale._set_kind(ScaleKind.CONSTRUCTED)
    qtbot.mouseClick(page.editor.scale.add, Left)
    assert [row.at for row in page.editor.scale.rows] == [0.0, 50.0, 100.0]
    assert level_row(page, 50.0).words.hasFocus()


def test_a_level_can_be_put_at_another_number(qtbot, page):
    page.tree.select("norm")
    number = level_row(page, 50.0).number
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "60")
    qtbot.keyClick(number, Key.Key_Return)
    assert words_of(page, "norm")[60.0] == "promises are kept"
    assert 50.0 not in words_of(page, "norm")
    assert steps(page) == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("140", "A level of “Norm” lies outside its scale."), ("abc", "“abc” is not a number.")],
)
def test_a_level_where_none_can_be_is_refused_in_place(qtbot, page, typed, sentence):
    page.tree.select("norm")
    number = level_row(page, 50.0).number
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, typed)
    qtbot.keyClick(number, Key.Key_Return)
    assert sentence in page.editor.scale.problem.text()
    assert page.editor.scale.problem.isVisible()
    assert number.text() == typed
    assert steps(page) == 0


def test_changing_the_ends_takes_their_words_along(qtbot, page):
    page.tree.select("cost")
    row = level_row(page, 80.0)
    row.words.setFocus()
    qtbot.keyClicks(row.words, "ruinous")
    page.commit_pending()
    worst = page.editor.scale.worst
    worst.setFocus()
    worst.selectAll()
    qtbot.keyClicks(worst, "50")
    qtbot.keyClick(worst, Key.Key_Return)
    assert page.workspace.value.criterion_by_id["cost"].worst == 50.0
    assert words_of(page, "cost") == {50.0: "ruinous"}


def test_worst_and_best_cannot_be_the_same(qtbot, page):
    page.tree.select("cost")
    worst = page.editor.scale.worst
    worst.setFocus()
    worst.selectAll()
    qtbot.keyClicks(worst, "-20")
    qtbot.keyClick(worst, Key.Key_Return)
    assert "Worst and best are the same." in page.editor.scale.problem.text()
    assert worst.text() == "-20"


def test_a_value_bends_the_function_and_cannot_turn_it(qtbot, page):
    page.tree.select("cost")
    qtbot.mouseClick(page.editor.scale.add, Left)
    value = level_row(page, 30.0).value
    value.setFocus()
    qtbot.keyClicks(value, "80")
    qtbot.keyClick(value, Key.Key_Return)
    assert page.editor.scale.curve.accessibleDescription() == (
        "−20 million is worth 100; 30 million is worth 80; 80 million is worth 0"
    )
    value = level_row(page, 30.0).value
    value.setFocus()
    value.selectAll()
    qtbot.keyClicks(value, "120")
    qtbot.keyClick(value, Key.Key_Return)
    assert page.editor.scale.problem.isVisible()
    assert steps(page) == 2


def test_a_scale_that_scores_do_not_fit_is_refused(page_of):
    page = page_of(CriteriaPage, small_case())
    page.tree.select("cost")
    page.workspace.apply("Out", set_far_score)
    page.editor.scale.kind.show_choice(ScaleKind.DIRECT)
    page.editor.scale.kind.chosen.emit(ScaleKind.DIRECT)
    assert "lies outside 0 to 100" in page.editor.scale.problem.text()
    assert page.editor.scale.kind.key == ScaleKind.NUMERIC


def set_far_score(assessment):
    from app.edits.scores import set_score

    return set_score(assessment, ME, "wait", "cost", 500.0)


def test_a_branch_has_no_scale(page):
    page.tree.select("order")
    assert not page.editor.scale.isVisible()
    assert page.editor._branch.isVisible()


def test_description_and_short_form_are_kept(qtbot, page):
    page.tree.select("norm")
    page.editor.description.setFocus()
    qtbot.keyClicks(page.editor.description, "What they do.")
    page.editor.code.setFocus()
    qtbot.keyClicks(page.editor.code, "N")
    page.commit_pending()
    row = page.workspace.value.criterion_by_id["norm"]
    assert (row.description, row.code) == ("What they do.", "N")
