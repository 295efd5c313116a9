"""The case against, dissent, and what came of the decision."""

import datetime

import pytest

from app.desktop.pages.challenge_page import ChallengePage
from app.edits import records
from app.edits.decision import change_brief, change_decision
from app.edits.start import new_assessment
from app.edits.waivers import waive
from db.model import BriefState, Happened, Likelihood
from tests.desktop.pages.hands import pick, typed
from tests.desktop.sample import read_sample


@pytest.fixture
def page(page_of):
    return page_of(ChallengePage, read_sample(), 900, 700)


def tab(page, name):
    page.show_tab(name)
    return page.tab(name)


def test_the_case_against_names_what_leads_and_is_kept(qtbot, page):
    case = page.tab("red_team")
    assert case.head.text() == "Leading now: Conditional membership."
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
    typed(qtbot, outcome.form.controls["happened_by"], "soon")
    assert "“soon” is not a date." in outcome.form.controls["happened_by"].problem.text()


def test_nothing_here_is_asked_for(page_of):
    page = page_of(ChallengePage, new_assessment("Empty", "Me"))
    assert not page.tab("red_team").head.isVisible()
    assert not page.tab("red_team").finality.mark.isEnabled()
    assert tab(page, "dissent")._invitation.isVisible()
    assert not tab(page, "outcome")._futures.isVisible()


def test_a_brief_is_marked_final_only_once_both_texts_are_written(qtbot, page_of):
    bare = change_decision(read_sample(), strongest_case_against="", pre_mortem="")
    page = page_of(ChallengePage, bare, 900, 700)
    case = page.tab("red_team")
    card = case.finality
    assert "strongest case against" in card.missing.text()
    assert "pre-mortem" in card.missing.text()
    assert not card.mark.isEnabled()
    case.form.edited.emit("strongest_case_against", "It buys words.")
    assert "strongest case against" not in card.missing.text()
    assert not card.mark.isEnabled()
    case.form.edited.emit("pre_mortem", "They took the seats and left.")
    assert not card.missing.isVisible()
    card.mark.click()
    assert page.workspace.value.brief.state is BriefState.FINAL
    assert card.state.text() == "The brief is marked final."
    card.take_back.click()
    assert page.workspace.value.brief.state is BriefState.DRAFT


def test_advice_that_crosses_a_red_line_is_final_only_once_it_is_waived(page_of):
    page = page_of(ChallengePage, change_brief(read_sample(), recommended="UR"), 900, 700)
    card = page.tab("red_team").finality
    assert "The option advised, Unconditional recognition, crosses" in card.missing.text()
    assert not card.mark.isEnabled()
    line = "no-free-recognition"
    page.workspace.apply("Waive", waive, line, "UR", "Cabinet", "The war must end.")
    assert not card.missing.isVisible()
    assert card.mark.isEnabled()


def test_a_dissenter_without_words_is_pointed_out_but_holds_nothing_up(qtbot, page):
    dissents = tab(page, "dissent")
    typed(qtbot, dissents.list.new_name, "The legal adviser")
    card = tab(page, "red_team").finality
    assert (
        card.missing.text() == "The legal adviser is named as dissenting, without a word of theirs."
    )
    assert card.mark.isEnabled()


def test_a_dissent_by_somebody_else_is_best_written_by_them(qtbot, page):
    page.workspace.author = "The officer"
    dissents = tab(page, "dissent")
    typed(qtbot, dissents.list.new_name, "The legal adviser")
    assert "You are writing as The officer." in dissents.whose.text()
    typed(qtbot, dissents.list.new_name, "The officer")
    assert not dissents.whose.isVisible()


def test_likelihoods_are_held_against_what_happened(page):
    outcome = tab(page, "outcome")
    assert list(outcome.answers) == [row.id for row in page.workspace.value.scenarios]
    first, second = page.workspace.value.scenarios[:2]
    pick(outcome.answers[first.id], Happened.YES)
    assert page.workspace.value.scenarios[0].happened is Happened.YES
    assert outcome.calibration.text() == ""
    for row in (first, second):
        page.workspace.apply(
            "Likelihood", records.change, "scenarios", row.id, likelihood=Likelihood.LIKELY
        )
    pick(outcome.answers[second.id], Happened.NO)
    assert "came about in 1 of them" in outcome.calibration.text()
    assert "Brier score is 0.28" in outcome.calibration.text()
    pick(outcome.answers[second.id], None)
    assert page.workspace.value.scenarios[1].happened is None
