"""The case against, dissent, and what came of the decision."""

import datetime

import pytest

from app.desktop.pages.challenge_page import ChallengePage
from app.edits.start import new_assessment
from tests.desktop.pages.hands import pick, refusals, typed
from tests.desktop.sample import read_sample


@pytest.fixture
def page(page_of):
    return page_of(ChallengePage, read_sample(), 900, 700)


def tab(page, name):
    page.show_tab(name)
    return page.tab(name)


def test_the_case_against_names_what_leads_and_is_kept(qtbot, page):
    case = page.tab("red_team")
    assert case._leading.text() == "Leading now: Conditional membership."
    field = case.form.controls["strongest_case_against"]
    field.setFocus()
    qtbot.keyClicks(field, "Only tactical concessions follow.")
    page.commit_pending()
    kept = page.workspace.value.decision.strongest_case_against
    assert kept.startswith("Only tactical concessions follow.")


def test_dissent_is_written_by_the_dissenter(qtbot, page):
    dissents = tab(page, "dissent")
    typed(qtbot, dissents.list.new_name, "The legal adviser")
    dissents.form.edited.emit("text", "I would not.")
    pick(dissents.form.controls["prefers"], "HP")
    row = page.workspace.value.dissents[-1]
    assert (row.name, row.text, row.prefers) == ("The legal adviser", "I would not.", "HP")
    assert dissents.list.texts[-1] == "The legal adviser\nprefers Protection track"


def test_what_was_decided_and_what_happened_are_kept(qtbot, page):
    outcome = tab(page, "outcome")
    pick(outcome.form.controls["taken"], "CM")
    typed(qtbot, outcome.form.controls["taken_on"], "2026-04-01")
    decision = page.workspace.value.decision
    assert (decision.taken, decision.taken_on) == ("CM", datetime.date(2026, 4, 1))
    said = refusals(page)
    typed(qtbot, outcome.form.controls["happened_by"], "soon")
    assert said == ["“soon” is not a date. Write it like 2026-03-31."]


def test_nothing_here_is_asked_for(page_of):
    page = page_of(ChallengePage, new_assessment("Empty", "Me"))
    assert not page.tab("red_team")._leading.isVisible()
    assert tab(page, "dissent")._invitation.isVisible()
