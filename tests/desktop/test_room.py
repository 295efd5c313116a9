"""Small screens, notices that come and go, and the first name that is asked for."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea

from app.wording.unnamed import unnamed

SMALL = (853, 533)
"""A screen of 1280 × 800 at 150 %."""


@pytest.fixture
def small_window(sample_window, qtbot):
    """The worked example where there is hardly room for it."""
    sample_window.show_step("weights")
    sample_window.resize(*SMALL)
    qtbot.waitUntil(lambda: sample_window.width() == SMALL[0])
    return sample_window


def test_on_a_small_screen_the_page_has_the_room(small_window):
    page, side = small_window.document.split.sizes()

    assert side == 0
    assert page > SMALL[0] / 2
    assert small_window.page("weights").width() <= page


def test_the_ranking_comes_back_when_it_is_asked_for_and_goes_again(small_window):
    toggle = small_window.actions_by_id["side"]

    toggle.trigger()
    assert small_window.document.split.sizes()[1] > 0
    toggle.trigger()
    assert small_window.document.split.sizes()[1] == 0


def test_the_ranking_returns_with_the_room(small_window, qtbot):
    small_window.resize(1280, 720)

    qtbot.waitUntil(lambda: small_window.document.split.sizes()[1] > 0)


def test_a_notice_moves_nothing_on_the_page(sample_window, qtbot):
    sample_window.show_step("scores")
    page = sample_window.page("scores")
    before = page.mapTo(sample_window, QPoint(0, 0))

    sample_window.notices.show_message("Something to know.")
    qtbot.waitUntil(sample_window.notices.isVisible)

    assert page.mapTo(sample_window, QPoint(0, 0)) == before


def test_another_assessment_is_shown_from_the_top(sample_window):
    sample_window.resize(1000, 600)
    sample_window.show_step("decision")
    bars = [
        area.verticalScrollBar()
        for area in sample_window.page("decision").findChildren(QScrollArea)
    ]
    for bar in bars:
        bar.setValue(bar.maximum())

    sample_window.commands.open_example()

    assert all(bar.value() == 0 for bar in bars)


def test_a_name_is_asked_for_once_and_no_account_is_named(window, desk):
    window.commands.new()
    judge = window.workspace.value.perspectives[0]
    assert judge.name == unnamed()
    assert "Under what name" in window.notices.text

    desk.lines = ["  Ada  Officer "]
    window.notices._buttons[0].click()

    assert window.workspace.value.perspectives[0].name == "Ada Officer"
    window.commands.new()
    assert window.workspace.value.perspectives[0].name == "Ada Officer"
    assert "Under what name" not in window.notices.text
