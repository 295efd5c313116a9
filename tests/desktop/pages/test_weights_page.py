"""Weighing the criteria by swing."""

import datetime

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea

from app.desktop.pages.weights_page import WeightsPage
from app.edits.weights import adopt_elicited, set_swings, swings
from db.model import Assessment, Decision, Elicitation, Perspective, PerspectiveKind
from tests.desktop.pages.cases import ME, crowded_case, small_case

Key = Qt.Key
Left = Qt.MouseButton.LeftButton


@pytest.fixture
def page(page_of):
    return page_of(WeightsPage, small_case())


def kept(page, perspective=ME):
    return swings(page.workspace.value, perspective)


def steps(page):
    return page.workspace.undo_stack.count()


def point(slider, swing):
    return QPoint(round(slider._place(swing)), slider.height() // 2)


def type_number(qtbot, row, text):
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, text)
    qtbot.keyClick(row.field, Key.Key_Return)


def shares(page):
    return {key: row.share.text for key, row in page.rows.items()}


def test_each_leaf_says_its_swing_in_words(page):
    said = page.rows["norm"].slider.accessibleDescription()
    assert said == "from “conduct hardens” to “conduct softens”"
    assert page.rows["cost"].slider.accessibleDescription() == "from “80 million” to “−20 million”"


def test_shares_add_up_along_the_tree(page):
    assert shares(page) == {"norm": "50.0%", "civic": "25.0%", "security": "25.0%", "cost": "0.0%"}
    assert page.branches["leverage"].share.text == "75.0%"
    assert page.branches["order"].share.text == "25.0%"


def test_a_drag_previews_and_commits_once_on_release(qtbot, page):
    before = page.workspace.value
    slider = page.rows["civic"].slider
    qtbot.mousePress(slider, Left, pos=point(slider, 60))
    for swing in (70, 80, 90, 100):
        qtbot.mouseMove(slider, point(slider, swing))
        assert page.workspace.value is before
    assert page.workspace.shown is not before
    assert shares(page)["civic"] == "40.0%"
    assert page.rows["civic"].field.text() == "100"
    qtbot.mouseRelease(slider, Left, pos=point(slider, 100))
    assert steps(page) == 1
    assert kept(page) == {"norm": 100.0, "civic": 100.0, "security": 50.0, "cost": 0.0}
    assert page.workspace.undo_stack.undoText() == "Weigh Civic"


def test_dragging_past_the_reference_makes_a_new_one_and_rescales_the_others(qtbot, page):
    slider = page.rows["civic"].slider
    qtbot.mousePress(slider, Left, pos=point(slider, 200))
    assert page.rows["norm"].field.text() == "50"
    qtbot.mouseRelease(slider, Left, pos=point(slider, 200))
    assert kept(page) == {"norm": 50.0, "civic": 100.0, "security": 25.0, "cost": 0.0}
    assert page.rows["civic"].field.text() == "100"
    assert page.rows["civic"].mark == "reference"
    assert page.rows["norm"].mark == ""


def test_typing_above_the_reference_makes_a_new_one(qtbot, page):
    type_number(qtbot, page.rows["security"], "125")
    assert kept(page) == {"norm": 80.0, "civic": 40.0, "security": 100.0, "cost": 0.0}
    assert page.rows["security"].field.text() == "100"


def test_typing_above_the_reference_into_the_reference_lowers_the_others(qtbot, page):
    type_number(qtbot, page.rows["norm"], "200")
    assert kept(page) == {"norm": 100.0, "civic": 25.0, "security": 25.0, "cost": 0.0}
    assert page.rows["norm"].field.text() == "100"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("-3", "−3 cannot be a swing weight."), ("abc", "“abc” is not a number.")],
)
def test_a_wrong_number_says_why_and_stays_in_the_field(qtbot, page, typed, sentence):
    row = page.rows["civic"]
    type_number(qtbot, row, typed)
    assert sentence in row._problem.text()
    assert row._problem.isVisible()
    assert row.field.text() == typed
    assert steps(page) == 0
    type_number(qtbot, row, "51")
    assert kept(page)["civic"] == 51.0
    assert not row._problem.isVisible()


def test_enter_goes_on_to_the_number_below(qtbot, page):
    type_number(qtbot, page.rows["norm"], "80")
    assert page.rows["civic"].field.hasFocus()
    assert page.rows["civic"].field.selectedText() == page.rows["civic"].field.text()


def test_enter_brings_the_row_below_into_sight(qtbot, page_of):
    page = page_of(WeightsPage, crowded_case(3, 12), height=400)
    keys = list(page.rows)
    qtbot.waitUntil(lambda: page.rows[keys[0]].visibleRegion().boundingRect().height() > 0)
    qtbot.waitUntil(lambda: page.rows[keys[-1]].visibleRegion().isEmpty())
    beyond = next(key for key in keys if page.rows[key].visibleRegion().isEmpty())
    type_number(qtbot, page.rows[keys[keys.index(beyond) - 1]], "40")
    assert page.rows[beyond].field.hasFocus()
    seen = page.rows[beyond].visibleRegion().boundingRect()
    assert seen.height() == page.rows[beyond].height()


def test_digits_typed_after_a_click_take_the_numbers_place(qtbot, page):
    field = page.rows["civic"].field
    page.equal.setFocus()
    qtbot.mouseClick(field, Left)
    qtbot.keyClicks(field, "70")
    assert field.text() == "70"
    qtbot.mouseClick(field, Left)  # a second click puts the cursor where one points
    assert not field.hasSelectedText()


def test_whoever_comes_back_finds_the_weights_that_the_ranking_rests_on(page):
    page.go_to("partner")
    assert "The ranking beside rests on those of" in page._state.text()
    page.hide()
    page.show()
    assert page.whose.key == ME
    assert "rests on" not in page._state.text()


def test_enter_after_a_wrong_number_stays(qtbot, page):
    type_number(qtbot, page.rows["norm"], "abc")
    assert page.rows["norm"].field.hasFocus()


def test_a_digit_typed_on_a_slider_begins_its_number(qtbot, page):
    row = page.rows["civic"]
    row.slider.setFocus()
    qtbot.keyClick(row.slider, Key.Key_8)
    qtbot.keyClick(row.field, Key.Key_0)
    qtbot.keyClick(row.field, Key.Key_Return)
    assert kept(page)["civic"] == 80.0


def test_while_nothing_is_weighted_the_shares_are_equal(page_of):
    case = small_case()
    page = page_of(WeightsPage, msgspec.structs.replace(case, weights=()))
    assert set(shares(page).values()) == {"25.0%"}
    assert "count equally" in page._state.text()


def test_the_first_number_moves_no_row(qtbot, page_of):
    case = small_case()
    page = page_of(WeightsPage, msgspec.structs.replace(case, weights=()))
    before = page.rows["cost"].mapTo(page, QPoint()).y()
    type_number(qtbot, page.rows["norm"], "100")
    assert page.rows["cost"].mapTo(page, QPoint()).y() == before


def test_tab_reaches_the_rows_in_the_order_in_which_they_stand(qtbot, page):
    page.equal.setFocus()
    reached = []
    for _ in range(2 * len(page.rows) + 1):
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
        reached.append(page.focusWidget())
    rows = [control for row in page.rows.values() for control in (row.slider, row.field)]
    assert reached == [*rows, page.origin.method]


def test_escape_takes_a_typed_number_back(qtbot, page):
    row = page.rows["civic"]
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "9")
    qtbot.keyClick(row.field, Key.Key_Escape)
    assert row.field.text() == "50"
    page.commit_pending()
    assert steps(page) == 0


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Key.Key_Right, 51.0),
        (Key.Key_Left, 49.0),
        (Key.Key_PageUp, 60.0),
        (Key.Key_Home, 0.0),
        (Key.Key_End, 100.0),
    ],
)
def test_the_slider_steps_by_keyboard(qtbot, page, key, expected):
    page.rows["civic"].slider.setFocus()
    qtbot.keyClick(page.rows["civic"].slider, key)
    assert kept(page)["civic"] == expected
    assert steps(page) == 1


def test_a_held_key_is_one_step_of_undo(qtbot, page):
    slider = page.rows["civic"].slider
    for _press in range(5):
        qtbot.keyPress(slider, Key.Key_Right)
    qtbot.keyRelease(slider, Key.Key_Right)
    assert kept(page)["civic"] == 55.0
    assert steps(page) == 1


def test_stepping_the_number_previews_and_commits_after_a_pause(qtbot, page):
    row = page.rows["civic"]
    row.field.setFocus()
    qtbot.keyClick(row.field, Key.Key_Up)
    qtbot.keyClick(row.field, Key.Key_Up)
    assert steps(page) == 0
    assert swings(page.workspace.shown, ME)["civic"] == 52.0
    with qtbot.waitSignal(page.workspace.changed, timeout=5_000):
        pass
    assert kept(page)["civic"] == 52.0
    assert steps(page) == 1


def test_a_slider_put_back_where_it_was_changes_nothing(qtbot, page):
    slider = page.rows["civic"].slider
    qtbot.mousePress(slider, Left, pos=point(slider, 90))
    qtbot.mouseMove(slider, point(slider, 50))
    qtbot.mouseRelease(slider, Left, pos=point(slider, 50))
    assert steps(page) == 0
    assert shares(page)["civic"] == "25.0%"


def test_escape_gives_a_drag_up(qtbot, page):
    slider = page.rows["civic"].slider
    qtbot.mousePress(slider, Left, pos=point(slider, 90))
    qtbot.keyPress(slider, Key.Key_Escape)
    qtbot.mouseMove(slider, point(slider, 10))
    qtbot.mouseRelease(slider, Left, pos=point(slider, 10))
    assert steps(page) == 0
    assert shares(page)["civic"] == "25.0%"
    assert page.rows["civic"].field.text() == "50"


def test_a_number_that_is_kept_as_typed_leaves_nothing_to_take_back_in_its_field(qtbot, page):
    field = page.rows["cost"].field
    type_number(qtbot, page.rows["cost"], "30")
    assert field.text() == "30"
    assert not field.isUndoAvailable()


def test_undo_brings_all_rows_back(qtbot, page):
    type_number(qtbot, page.rows["security"], "125")
    page.workspace.undo_stack.undo()
    assert page.rows["norm"].field.text() == "100"
    assert page.rows["security"].field.text() == "50"
    assert shares(page)["norm"] == "50.0%"


def test_sliders_are_sliders_with_name_and_value_to_a_screen_reader(page):
    heard = QAccessible.queryAccessibleInterface(page.rows["civic"].slider)
    assert heard.role() == QAccessible.Role.Slider
    assert heard.text(QAccessible.Text.Name) == "Swing of Civic"
    assert heard.valueInterface().currentValue() == 50
    assert page.rows["civic"].share.accessibleName() == "Share of Civic: 25.0%"


def test_the_most_important_come_first_on_request(qtbot, page):
    type_number(qtbot, page.rows["cost"], "70")
    page.by_importance.click()
    assert list(page.rows) == ["norm", "cost", "civic", "security"]
    assert not page.branches
    page.by_importance.click()
    assert list(page.rows) == ["norm", "civic", "security", "cost"]


def test_another_perspective_can_be_shown_and_weighed(qtbot, page):
    page.whose.show_choice("partner")
    page.whose.chosen.emit("partner")
    assert "has no weights yet" in page._state.text()
    type_number(qtbot, page.rows["cost"], "40")
    assert kept(page, "partner")["cost"] == 40.0
    assert kept(page)["cost"] == 0.0
    partner = page.workspace.value.perspective_by_id["partner"]
    assert partner.kind is PerspectiveKind.ACTOR
    assert page.workspace.undo_stack.undoText().endswith(f", for {partner.name}")
    page.origin.reason.setPlainText("As they told us.")
    page.origin.reason.commit()
    assert page.workspace.undo_stack.undoText() == f"Reason for the weights, for {partner.name}"


def test_all_can_be_made_equal(qtbot, page):
    qtbot.mouseClick(page.equal, Left)
    assert set(kept(page).values()) == {100.0}
    assert [row.mark for row in page.rows.values()].count("reference") == 1


def test_numbers_are_kept_as_typed_whichever_comes_first(qtbot, page_of):
    page = page_of(WeightsPage, msgspec.structs.replace(small_case(), weights=()))
    for leaf, text in (("norm", "40"), ("civic", "25"), ("security", "70")):
        type_number(qtbot, page.rows[leaf], text)
    assert kept(page) == {"norm": 40.0, "civic": 25.0, "security": 70.0, "cost": 0.0}
    assert [page.rows[leaf].field.text() for leaf in ("norm", "civic")] == ["40", "25"]
    assert page.rows["security"].mark == "reference"
    assert "none has to be 100" in page._state.text()
    assert not page.rows["norm"].told


def test_a_number_above_100_is_told_as_the_new_reference_without_alarm(qtbot, page):
    type_number(qtbot, page.rows["civic"], "200")
    assert "new reference, 100" in page.rows["civic"].told
    assert page.rows["civic"]._problem.property("role") == "muted"
    type_number(qtbot, page.rows["civic"], "abc")
    assert page.rows["civic"]._problem.property("role") == "problem"


def test_a_slider_shows_a_swing_beside_the_largest_and_moves_by_whole_numbers(qtbot, page_of):
    page = page_of(WeightsPage, msgspec.structs.replace(small_case(), weights=()))
    type_number(qtbot, page.rows["norm"], "24")
    type_number(qtbot, page.rows["civic"], "12")
    slider = page.rows["civic"].slider
    assert (slider.value(), page.rows["norm"].slider.value()) == (50, 100)
    qtbot.keyClick(slider, Key.Key_Right)
    assert kept(page)["civic"] == 13.0
    where = QPoint(round(slider._place(48)), slider.height() // 2)
    qtbot.mousePress(slider, Left, pos=where)
    qtbot.mouseRelease(slider, Left, pos=where)
    assert (kept(page)["norm"], kept(page)["civic"]) == (24.0, 48.0)
    assert (slider.value(), page.rows["norm"].slider.value()) == (100, 50)


def test_the_largest_number_can_be_lowered_and_nothing_else_moves(qtbot, page):
    type_number(qtbot, page.rows["norm"], "30")
    assert kept(page) == {"norm": 30.0, "civic": 50.0, "security": 50.0, "cost": 0.0}
    assert page.rows["civic"].mark == "reference"


def test_how_the_weights_were_found_is_kept(qtbot, page):
    page.origin.method.show_choice(Elicitation.RANKS)
    page.origin.method.chosen.emit(Elicitation.RANKS)
    page.origin.reason.setFocus()
    qtbot.keyClicks(page.origin.reason, "The desk agreed.")
    page.commit_pending()
    row = page.workspace.value.perspective_by_id[ME]
    assert (row.elicitation, row.reason) == (Elicitation.RANKS, "The desk agreed.")


def test_the_inspector_is_asked_for_the_criterion_in_hand(qtbot, page):
    with qtbot.waitSignal(page.inspect) as asked:
        page.rows["security"].slider.setFocus()
    assert asked.args == [("criterion", "security")]


def test_without_criteria_the_page_says_what_to_do(qtbot, page_of):
    page = page_of(WeightsPage, small_case(criteria=(), levels=(), scores=(), weights=()))
    assert page._empty.isVisible()
    with qtbot.waitSignal(page.step_wanted) as wanted:
        qtbot.mouseClick(page._empty._button, Left)
    assert wanted.args == ["criteria"]


def test_with_twice_the_type_the_page_has_room_beside_rail_and_ranking(page_of):
    usual, twice = QApplication.font(), QApplication.font()
    twice.setPointSizeF(2 * usual.pointSizeF())
    QApplication.setFont(twice)
    try:
        page = page_of(WeightsPage, small_case())
        QApplication.processEvents()
        beside = 1280 - 352 - 300
        assert page.findChild(QScrollArea).widget().minimumSizeHint().width() <= beside
    finally:
        QApplication.setFont(usual)


def test_rows_are_kept_while_weights_move(qtbot, page_of):
    page = page_of(WeightsPage, crowded_case(3, 30))
    qtbot.waitUntil(lambda: len(page.rows) == 30)
    rows = dict(page.rows)
    type_number(qtbot, page.rows["c3"], "160")
    assert page.rows == rows


def test_a_long_list_of_rows_is_completed_when_its_beginning_has_been_painted(qtbot, page_of):
    page = page_of(WeightsPage, crowded_case(3, 40))
    assert len(page.rows) < 40

    qtbot.waitUntil(lambda: len(page.rows) == 40)

    assert set(page.rows) == {f"c{number}" for number in range(40)}
    assert all(row.share.text for row in page.rows.values())


def test_an_empty_page_is_seen_whole_after_one_with_many_criteria(page_of, qtbot):
    page = page_of(WeightsPage, crowded_case(), 900, 700)
    area = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    page.show_value(Assessment(decision=Decision(id="d", title="Untitled")), None)
    assert page._empty.isVisible()
    assert not page._content.isVisible()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_the_account_of_the_weights_follows_what_is_typed_and_taken_back(qtbot, page):
    day = datetime.date(2026, 3, 1)
    found = {"norm": 100.0, "civic": 50.0, "security": 50.0}
    page.workspace.apply("Found", adopt_elicited, ME, found, Elicitation.SWING, "", day)
    asked = page.origin.account.text()
    assert asked.startswith("How the weights were found: swing weights, on 1 March 2026.")

    type_number(qtbot, page.rows["civic"], "80")

    assert "changed by hand since" in page.origin.account.text()
    assert "80" in page.origin.account.text()
    page.workspace.undo_stack.undo()
    assert page.origin.account.text() == asked


def test_the_account_of_weights_judged_directly_names_one_that_is_typed_later(qtbot, page):
    page.workspace.apply("None", set_swings, ME, {"norm": 100.0})
    assert "Beside it" not in page.origin.account.text()

    type_number(qtbot, page.rows["civic"], "30")

    name = page.workspace.value.criterion_by_id["civic"].name
    assert page.origin.account.text().endswith(f"Beside it: {name} 30.")


def test_whoever_is_sent_to_somebodys_weights_begins_with_the_first_number(qtbot, page_of):
    case = crowded_case()
    actor = Perspective(id="other", name="Another", kind=PerspectiveKind.ACTOR)
    page = page_of(
        WeightsPage, msgspec.structs.replace(case, perspectives=(*case.perspectives, actor))
    )
    keys, other = list(page.rows), "other"
    page.rows[keys[-1]].take_typing()
    for person in (other, page.whose.key, other):
        page.go_to(person)
        first = page.rows[keys[0]].field
        assert first.hasFocus()
        assert first.selectedText() == first.text()


def test_digits_typed_after_tab_take_the_numbers_place(qtbot, page):
    first, second = (page.rows[key] for key in list(page.rows)[:2])
    first.field.setFocus()
    first.field.deselect()
    qtbot.keyClick(first.field, Key.Key_Tab)
    qtbot.keyClick(second.slider, Key.Key_Tab)
    qtbot.keyClicks(second.field, "7")
    assert second.field.text() == "7"


def test_an_actor_without_weights_has_no_view_and_no_shares(page):
    page.go_to("partner")
    said = page._state.text()
    assert "hence no view, and is left out" in said
    assert "count equally" not in said
    assert set(shares(page).values()) == {"0.0%"}
