"""Weighing by swings: the change wanted most, then the others beside it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.desktop.elicitation.asking import (
    fill,
    weights_of,
)

Key = Qt.Key


def test_the_change_wanted_most_becomes_the_reference(ask):
    dialog = ask("swing")
    second = list(dialog.choices)[1]

    dialog.choices[second].click()
    dialog.next_button.click()

    assert dialog.rows[second].field.number() == 100.0
    assert dialog.answer().swings[second] == 100.0


def test_swings_can_be_given_by_keyboard_alone(qtbot, sample_window, ask):
    dialog = ask("swing")
    first = next(iter(dialog.choices))
    assert dialog.choices[first].hasFocus()
    qtbot.keyClick(dialog.choices[first], Key.Key_Space)
    qtbot.keyClick(dialog.choices[first], Key.Key_Return)
    others = list(dialog.rows)[1:]
    for number, key in enumerate(others):
        field = QApplication.focusWidget()
        assert field is dialog.rows[key].field
        qtbot.keyClicks(field, str(70 - number))
        qtbot.keyClick(field, Key.Key_Return)
    assert QApplication.focusWidget() is dialog.accept_button

    qtbot.keyClick(dialog.accept_button, Key.Key_Return)

    wanted = {first: 100.0} | {key: 70.0 - number for number, key in enumerate(others)}
    assert weights_of(sample_window) == pytest.approx(wanted)


def test_a_number_that_is_typed_and_not_left_counts(qtbot, sample_window, ask):
    dialog = ask("swing")
    next(iter(dialog.choices.values())).click()
    dialog.next_button.click()
    key, row = list(dialog.rows.items())[2]
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "37")

    dialog.accept()

    assert weights_of(sample_window)[key] == pytest.approx(37.0)


def test_back_returns_to_the_first_question(ask):
    dialog = ask("swing")
    next(iter(dialog.choices.values())).click()
    dialog.next_button.click()

    dialog.back_button.click()

    assert dialog.next_button.isVisible()
    assert not dialog.accept_button.isEnabled()


def test_enter_goes_on_to_the_next_change_and_never_overtakes_the_first(qtbot, ask):
    dialog = ask("swing")
    fill(dialog)
    keys = list(dialog.rows)
    first, second, third = keys[:3]
    dialog.rows[second].take_typing()
    qtbot.keyClicks(dialog.rows[second].field, "70")
    qtbot.keyClick(dialog.rows[second].field, Key.Key_Return)
    assert dialog.rows[third].field.hasFocus()
    qtbot.keyClicks(dialog.rows[third].field, "705")
    qtbot.keyClick(dialog.rows[third].field, Key.Key_Return)
    assert dialog._swings[first] == 100
    assert dialog._swings[second] == 70
    assert dialog._swings[third] <= 100
    assert "go back" in dialog.rows[third].told
    assert dialog.rows[third].field.hasFocus()
    assert dialog.rows[third].field.selectedText() == dialog.rows[third].field.text()
    assert dialog.result() == 0


@pytest.fixture
def beside(ask):
    """The second page of the dialog about swings."""
    dialog = ask("swing")
    fill(dialog)
    return dialog


def test_next_is_the_main_button_until_a_change_is_chosen_and_weighed(ask):
    dialog = ask("swing")
    assert dialog.next_button.isDefault()
    assert dialog.next_button.property("role") == "primary"
    assert not dialog.accept_button.isVisible()
    right = dialog.mapFromGlobal(dialog.next_button.mapToGlobal(QPoint()))
    assert right.x() > dialog.cancel_button.x()
    assert right.y() > dialog.area.geometry().bottom() - 1

    fill(dialog)

    assert dialog.accept_button.isDefault()
    assert not dialog.next_button.isVisible()


def test_enter_without_a_choice_asks_for_one(qtbot, ask):
    dialog = ask("swing")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.next_button.isVisible()
    assert "Choose the change" in dialog.state.text()


def test_a_number_that_was_refused_is_not_used_with_the_others(qtbot, sample_window, beside):
    before = weights_of(sample_window)
    key = list(beside.rows)[2]
    beside.rows[key].take_typing()
    qtbot.keyClicks(beside.rows[key].field, "150")

    beside.accept_button.click()

    assert beside.isVisible()
    assert "go back" in beside.rows[key].told
    assert weights_of(sample_window) == before
    beside.accept_button.click()  # read, and the number before it taken as it is
    assert not beside.isVisible()


def test_enter_on_a_slider_goes_to_its_number(qtbot, beside):
    row = list(beside.rows.values())[1]
    row.slider.setFocus()
    qtbot.keyClick(row.slider, Key.Key_Return)
    assert row.field.hasFocus()


def test_one_row_alone_is_the_reference(beside):
    keys = list(beside.rows)
    beside._settle(keys[1], 100.0)
    assert [row.mark for row in beside.rows.values()].count("reference") == 1
    assert beside.rows[keys[0]].mark == "reference"
