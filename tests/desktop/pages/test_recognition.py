"""What only concerns recognition is out of the way of decisions about anything else."""

import pytest

from app.desktop.pages.conditions_page import ConditionsPage
from app.desktop.pages.decision_page import DecisionPage
from app.desktop.pages.options_page import OptionsPage
from app.desktop.pages.recognition import recognition_view
from app.edits.options import add_option, change_option
from app.edits.red_lines import add_red_line
from app.edits.start import new_assessment
from db.model import Recognition, RedLineTest
from tests.desktop.pages.hands import pick
from tests.desktop.sample import read_sample

ABOUT_IT = RedLineTest.RECOGNITION_WITHOUT_BENCHMARK


@pytest.fixture
def strait():
    """A fresh decision with two options, about a strait."""
    value = add_option(new_assessment("A strait", "Me"), "A", "Escort")
    return add_red_line(add_option(value, "B", "Mediate"), "L", "No war")


def field_of(page):
    return page._editor._recognition


def ways_of(page):
    choice = page.tab("red_lines").form.controls["test"]
    return {key for key, _words in choice._choices}


def test_a_decision_about_something_else_is_not_asked_what_it_recognises(page_of, strait):
    options = page_of(OptionsPage, strait)
    options.choose("A")

    assert not field_of(options).isVisible()
    conditions = page_of(ConditionsPage, strait)
    conditions.go_to(("red_lines", "L"))
    assert ways_of(conditions) == set(RedLineTest) - {ABOUT_IT}


def test_the_worked_example_is_asked_and_cannot_be_told_otherwise(page_of):
    options = page_of(OptionsPage, read_sample())
    options.choose("CM")

    assert field_of(options).isVisible()
    switch = page_of(DecisionPage, read_sample()).recognition
    assert (switch.isChecked(), switch.isEnabled()) == (True, False)


def test_the_switch_opens_the_fields_and_what_uses_them_keeps_them(page_of, strait):
    decision = page_of(DecisionPage, strait)
    assert not decision.recognition.isChecked()
    decision.recognition.click()
    workspace = decision.workspace

    view = recognition_view(workspace)
    assert view.is_shown(workspace.value)
    assert workspace.apply("Use", change_option, "A", recognition=Recognition.STAGED)
    view.want("")
    assert view.is_shown(workspace.value)
    assert not view.is_shown(strait)


def test_the_switch_is_for_this_decision_alone(page_of, strait):
    page = page_of(DecisionPage, strait)
    page.recognition.click()
    page.workspace.new(new_assessment("Another", "Me"))

    assert not recognition_view(page.workspace).is_shown(page.workspace.value)


def test_a_red_line_can_test_recognition_once_it_is_asked_for(page_of, strait):
    page = page_of(ConditionsPage, strait)
    recognition_view(page.workspace).want(strait.decision.id)
    page.show_value(strait, None)
    page.go_to(("red_lines", "L"))

    assert ways_of(page) == set(RedLineTest)
    pick(page.tab("red_lines").form.controls["test"], ABOUT_IT)
    assert page.workspace.value.red_lines[0].test is ABOUT_IT
