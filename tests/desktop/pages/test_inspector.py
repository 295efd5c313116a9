"""The pane beside the page."""

import pytest
from PySide6.QtCore import Qt

from app.desktop.inspector.inspector import Inspector
from app.edits.scores import annotate_score
from db.model import Basis, Confidence, Stance
from tests.desktop.pages.cases import ME, small_case

Key = Qt.Key


@pytest.fixture
def pane(qtbot, page_of):
    pane = page_of(Inspector, small_case(), width=340, height=900)
    pane.inspect(("score", ME, "talk", "norm"))
    return pane


@pytest.fixture
def score(pane):
    return pane.score


def kept(pane, option="talk", criterion="norm"):
    return pane._workspace.value.score_by_key[ME, option, criterion]


def steps(pane):
    return pane._workspace.undo_stack.count()


def type_number(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Key.Key_Return)


def test_a_score_is_shown_with_the_words_around_it(score):
    assert score._title.text() == "Talk: Norm"
    assert score.numbers.likely.text() == "60"
    assert score._words.text() == "50: promises are kept\n100: conduct softens"


def test_a_number_is_committed_on_enter(qtbot, pane, score):
    type_number(qtbot, score.numbers.high, "80")
    assert (kept(pane).low, kept(pane).likely, kept(pane).high) == (None, 60.0, 80.0)
    assert kept(pane).rationale == "Seen."


def test_numbers_that_do_not_fit_yet_wait_for_each_other(qtbot, pane, score):
    type_number(qtbot, score.numbers.low, "70")
    assert "must not fall" in score._problem.text()
    assert steps(pane) == 0
    type_number(qtbot, score.numbers.likely, "75")
    assert (kept(pane).low, kept(pane).likely) == (70.0, 75.0)
    assert not score._problem.isVisible()
    assert steps(pane) == 1


def test_a_refused_number_is_still_there_when_one_comes_back(qtbot, pane, score):
    type_number(qtbot, score.numbers.low, "abc")
    assert "“abc” is not a number." in score._problem.text()
    pane.inspect(("score", ME, "wait", "norm"))
    assert score.numbers.low.text() == "10"
    pane.inspect(("score", ME, "talk", "norm"))
    assert score.numbers.low.text() == "abc"


def test_a_rationale_is_committed_when_the_field_is_left(qtbot, pane, score):
    score.rationale.setFocus()
    qtbot.keyClicks(score.rationale, "Also ")
    score.numbers.likely.setFocus()
    assert kept(pane).rationale == "Also Seen."


def test_a_rationale_being_typed_is_kept_when_another_score_is_selected(qtbot, pane, score):
    score.rationale.setFocus()
    qtbot.keyClicks(score.rationale, "Also ")
    pane.inspect(("score", ME, "wait", "norm"))
    assert kept(pane).rationale == "Also Seen."
    assert score.rationale.toPlainText() == ""


def test_what_is_typed_survives_a_change_elsewhere_in_the_score(qtbot, pane, score):
    score.rationale.setFocus()
    qtbot.keyClicks(score.rationale, "Also ")
    pane._workspace.apply("x", annotate_score, ME, "talk", "norm", confidence=Confidence.HIGH)
    assert score.rationale.toPlainText() == "Also Seen."
    assert score.confidence.key is Confidence.HIGH


def test_a_rationale_can_stand_without_a_number(qtbot, pane, score):
    pane.inspect(("score", ME, "wait", "security"))
    score.rationale.setFocus()
    qtbot.keyClicks(score.rationale, "Unknown.")
    pane.commit_pending()
    assert kept(pane, "wait", "security").likely is None
    assert kept(pane, "wait", "security").rationale == "Unknown."


def test_basis_and_confidence_are_chosen_and_can_be_taken_back(pane, score):
    score.basis.chosen.emit(Basis.ASSUMPTION)
    score.confidence.chosen.emit(Confidence.LOW)
    assert (kept(pane).basis, kept(pane).confidence) == (Basis.ASSUMPTION, Confidence.LOW)
    score.confidence.chosen.emit(None)
    assert kept(pane).confidence is None


def test_evidence_is_found_linked_turned_and_removed(qtbot, pane, score):
    links = score.evidence
    qtbot.mouseClick(links._add, Qt.MouseButton.LeftButton)
    assert links._found.count() == 2
    qtbot.keyClicks(links._search, "not paper")
    assert links._found.count() == 1
    qtbot.keyClick(links._search, Key.Key_Return)
    (link,) = pane._workspace.value.score_evidence
    assert (link.extract, link.stance) == ("doubt", Stance.SUPPORTS)
    row = links._rows.itemAt(0).widget()
    row.stance.chosen.emit(Stance.CONTRADICTS)
    (link,) = pane._workspace.value.score_evidence
    assert link.stance is Stance.CONTRADICTS
    links._rows.itemAt(0).widget().removed.emit("doubt")
    assert pane._workspace.value.score_evidence == ()
    assert links._rows.count() == 0


def test_a_screened_out_option_shows_its_reason_and_takes_no_numbers(pane, score):
    pane.inspect(("score", ME, "force", "norm"))
    assert score._screened.text() == "Screened out: Against the law."
    assert not score.numbers.isEnabled()


def test_an_option_shows_its_description(pane):
    pane.inspect(("option", "talk"))
    assert pane.description.texts() == ["Talk", "Open a channel."]


def test_a_criterion_shows_its_levels(pane):
    pane.inspect(("criterion", "norm"))
    assert pane.description.texts()[-1] == (
        "0: conduct hardens\n50: promises are kept\n100: conduct softens"
    )


def test_a_selection_that_is_gone_leaves_an_empty_pane(pane):
    from app.edits.options import remove_option

    pane._workspace.apply("Remove", remove_option, "talk")
    assert pane._nothing.isVisible()


def test_text_that_looks_like_markup_is_shown_as_it_is(qtbot, page_of):
    hostile = "<b>bold</b> <img src='file:///etc/passwd'>"
    pane = page_of(Inspector, small_case())
    pane._workspace.apply("x", annotate_score, ME, "talk", "norm", rationale=hostile)
    pane.inspect(("score", ME, "talk", "norm"))
    assert pane.score.rationale.toPlainText() == hostile
