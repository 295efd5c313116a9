"""Under what name judgements stand is asked where it matters, and never stands in the way."""

import pytest

QUESTION = "Under what name shall your judgements stand?"


@pytest.fixture
def begun(window):
    """A window with a first decision that has just been begun."""
    window.commands.new()
    return window


def test_the_first_decision_asks_for_a_name_and_says_that_it_can_wait(begun):
    assert begun.notices.text.startswith(QUESTION)
    assert "can wait" in begun.notices.text


def test_the_question_goes_with_the_first_step(begun):
    begun.show_step("options")
    assert begun.notices.text == ""


def test_another_message_is_not_taken_away_with_it(begun):
    begun.notices.show_message("The disk is full.", "bad")
    begun.show_step("options")
    assert begun.notices.text == "The disk is full."


def test_the_brief_asks_once_more(begun):
    begun.show_step("options")
    begun.show_step("brief")
    assert begun.notices.text.startswith("No name stands beside the judgements")
    begun.show_step("results")
    begun.show_step("brief")
    assert begun.notices.text == ""


def test_a_name_that_was_given_is_not_asked_for_again(begun, desk):
    desk.lines.append("Ada Officer")
    begun.notices._buttons[0].click()
    assert begun.workspace.value.perspectives[0].name == "Ada Officer"
    begun.show_step("brief")
    assert begun.notices.text == ""


def test_judgements_under_a_name_are_not_asked_about(begun):
    begun.show_step("options")
    begun.commands.open_example()
    begun.show_step("brief")
    assert "No name stands" not in begun.notices.text


def test_the_second_decision_asks_no_more(begun):
    begun.show_step("options")
    begun.commands.new()
    assert begun.notices.text == ""
