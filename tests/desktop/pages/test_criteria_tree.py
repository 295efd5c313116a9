"""A tree of three levels, rearranged with the mouse, the keys, the menu and a list."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.desktop.pages.criteria_page import CriteriaPage
from db.model import Criterion, Score, Weight
from db.model.rows import canonical
from db.model.tree import children, walk
from tests.desktop.pages.cases import ME, crowded_case, small_case
from tests.desktop.pages.hands import pick, refusals

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def deep_case():
    """The small case with a branch of two judged leaves between Leverage and what is below it."""
    case = small_case()
    added = (
        Criterion(id="inner", name="Inner", parent="leverage"),
        Criterion(id="law", name="Law", parent="inner"),
        Criterion(id="press", name="Press", parent="inner"),
    )
    return canonical(
        msgspec.structs.replace(
            case,
            criteria=(*case.criteria, *added),
            scores=(
                *case.scores,
                Score(assessor=ME, option="wait", criterion="law", likely=11.0, rationale="Why."),
                Score(assessor=ME, option="talk", criterion="press", likely=22.0),
            ),
            weights=(
                *case.weights,
                Weight(perspective=ME, criterion="law", swing=30.0),
                Weight(perspective=ME, criterion="press", swing=20.0),
            ),
        )
    )


@pytest.fixture
def page(page_of):
    return page_of(CriteriaPage, deep_case())


def shape(page, parent=None):
    """The tree as nested names."""
    return {row.name: shape(page, row.id) for row in children(page.workspace.value, parent)}


def judgements(page):
    return set(page.workspace.value.scores), set(page.workspace.value.weights)


def drag(page, key, onto, where=0.5):
    """Drag a criterion over another one, or over the free ground below (None), and let it go.

    where: how far down the row; near its edges it is put between the rows.
    """
    tree = page.tree
    data = page.model.mimeData([page.model.place_of(key)])
    rect = tree.visualRect(page.model.place_of(onto))
    at = QPoint(rect.center().x(), rect.top() + round((rect.height() - 1) * where))
    if onto is None:
        at = tree.viewport().rect().bottomRight() - QPoint(20, 5)
    actions, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    ground = tree.viewport()
    enter = QDragEnterEvent(at, actions, data, left, plain)
    over = QDragMoveEvent(at, actions, data, left, plain)
    QApplication.sendEvent(ground, enter)
    QApplication.sendEvent(ground, over)
    if over.isAccepted():
        QApplication.sendEvent(ground, QDropEvent(at, actions, data, left, plain))
        QApplication.processEvents()
    return over.isAccepted()


def test_a_leaf_is_dropped_on_a_branch_two_levels_down(page):
    before = judgements(page)

    assert drag(page, "cost", "inner")

    assert shape(page)["Leverage"]["Inner"] == {"Law": {}, "Press": {}, "Cost": {}}
    assert judgements(page) == before
    assert page.tree.current_key() == "cost"
    assert page.workspace.undo_stack.undoText() == "Move Cost"


def test_a_branch_is_dropped_with_everything_below_it(page):
    before = judgements(page)

    assert drag(page, "inner", "order")

    assert shape(page) == {
        "Leverage": {"Norm": {}, "Civic": {}},
        "Order": {"Security": {}, "Cost": {}, "Inner": {"Law": {}, "Press": {}}},
    }
    assert judgements(page) == before
    page.workspace.undo_stack.undo()
    assert list(walk(page.workspace.value)) == list(walk(deep_case()))


def test_between_two_rows_a_leaf_takes_its_place_among_them(page):
    assert drag(page, "cost", "press", 0.02)

    assert list(shape(page)["Leverage"]["Inner"]) == ["Law", "Cost", "Press"]


def test_on_the_free_ground_a_branch_goes_to_the_top(page):
    assert drag(page, "inner", None)

    assert list(shape(page)) == ["Leverage", "Order", "Inner"]


def test_nothing_is_dropped_below_itself(page):
    before = page.workspace.value

    assert not drag(page, "leverage", "inner")
    assert not drag(page, "leverage", "leverage")

    assert page.workspace.value is before


def test_on_a_judged_leaf_nothing_is_dropped_and_it_says_why(page):
    said, before = refusals(page), page.workspace.value

    drag(page, "cost", "law")

    assert page.workspace.value is before
    assert len(said) == 1


def test_a_branch_that_was_closed_stays_closed_when_the_tree_changes(page):
    page.tree.collapse(page.model.place_of("order"))

    drag(page, "inner", None)

    assert not page.tree.isExpanded(page.model.place_of("order"))
    assert page.tree.isExpanded(page.model.place_of("inner"))


def test_a_closed_branch_opens_under_what_is_dragged(page):
    assert page.tree.autoExpandDelay() > 0


def test_keys_take_a_leaf_from_the_third_level_to_the_top_and_back(qtbot, page):
    before = judgements(page)
    page.tree.select("press")
    qtbot.keyClick(page.tree, Key.Key_Left, ALT)
    qtbot.keyClick(page.tree, Key.Key_Left, ALT)
    assert list(shape(page)) == ["Leverage", "Press", "Order"]
    assert judgements(page) == before
    while page.workspace.undo_stack.canUndo():
        page.workspace.undo_stack.undo()
    assert list(walk(page.workspace.value)) == list(walk(deep_case()))
    assert page.tree.current_key() == "press"


def test_another_branch_is_chosen_from_a_list(page):
    before = judgements(page)
    page.go_to("law")
    assert page.editor.branch.key == "inner"

    pick(page.editor.branch, "order")

    assert list(shape(page)["Order"]) == ["Security", "Cost", "Law"]
    assert judgements(page) == before
    assert page.tree.current_key() == "law"
    page.workspace.undo_stack.undo()
    assert page.editor.branch.key == "inner"


def test_the_list_offers_the_top_and_no_branch_below_the_criterion(page):
    page.go_to("leverage")

    offered = [page.editor.branch.itemText(n) for n in range(page.editor.branch.count())]

    assert offered == ["no branch: it stands at the top", "Order"]


def test_a_branch_that_has_such_a_name_already_is_not_taken(page):
    added = Criterion(id="law2", name="Law", parent="order")
    wider = msgspec.structs.replace(
        page.workspace.value, criteria=(*page.workspace.value.criteria, added)
    )
    page.workspace.apply("More", lambda _value: canonical(wider))
    said = refusals(page)
    page.go_to("law")

    pick(page.editor.branch, "order")

    assert len(said) == 1
    assert page.editor.branch.key == "inner"


def test_the_menu_of_the_tree_does_what_its_keys_do(page):
    page.go_to("press")
    tools = {action.text(): action for action in page.tools()}

    tools["Move the criterion up"].trigger()
    assert list(shape(page)["Leverage"]["Inner"]) == ["Press", "Law"]
    tools["Move the criterion out of its branch"].trigger()
    assert list(shape(page)["Leverage"]) == ["Norm", "Civic", "Inner", "Press"]
    assert page.tree.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu


def test_a_long_scale_leaves_the_names_their_room(page_of):
    case = crowded_case(3, 10)
    long = [
        msgspec.structs.replace(row, unit="thousand persons in the district", scale="numeric")
        for row in case.criteria
    ]
    page = page_of(CriteriaPage, msgspec.structs.replace(case, criteria=tuple(long)))

    names, scales = (page.tree.columnWidth(column) for column in (0, 1))

    assert names > scales


def test_a_name_that_is_cut_stands_in_its_tip(page_of):
    page = page_of(CriteriaPage, crowded_case(3, 10))
    place = page.model.place_of("c3")

    assert "could ever show in full" in page.model.data(place, Qt.ItemDataRole.ToolTipRole)
