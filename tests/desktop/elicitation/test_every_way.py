"""Weights are found by asking: in a dialog, with the keyboard, as one step of undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QWidget

from app.analysis.outcome import find_outcome
from app.desktop.elicitation.case import make_case
from app.edits.weights import swings
from tests.desktop.elicitation.asking import (
    WAYS,
    fill,
    perspective_of,
    weights_of,
)
from tests.desktop.sample import read_sample

Key = Qt.Key


@pytest.mark.parametrize("way", WAYS)
def test_what_is_found_becomes_one_step_of_undo(sample_window, ask, way):
    before, steps = sample_window.workspace.value, sample_window.workspace.undo_stack.count()
    dialog = ask(way)
    fill(dialog)
    found, reason = dialog.answer(), perspective_of(sample_window).reason

    dialog.accept()

    assert sample_window.workspace.undo_stack.count() == steps + 1
    assert weights_of(sample_window) == pytest.approx(found.swings)
    assert perspective_of(sample_window).elicitation is found.kind
    assert perspective_of(sample_window).elicited_on is not None
    assert perspective_of(sample_window).reason.endswith(found.summary)
    assert (perspective_of(sample_window).reason == reason) is (way in {"swing", "ranks"})
    sample_window.workspace.undo_stack.undo()
    assert sample_window.workspace.value == before


@pytest.mark.parametrize("way", WAYS)
def test_enter_on_cancel_cancels_and_changes_nothing(qtbot, sample_window, ask, way):
    before = sample_window.workspace.value
    dialog = ask(way)
    fill(dialog)
    dialog.cancel_button.setFocus()

    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.cancel_button, Key.Key_Return)

    assert sample_window.workspace.value is before


@pytest.mark.parametrize("way", WAYS)
def test_the_ranking_beside_follows_the_answers(sample_window, ask, way):
    dialog = ask(way)
    fill(dialog)

    places = {place.option: place.total for place in dialog.ranking.places}

    dialog.accept()
    outcome = find_outcome(sample_window.workspace.value)
    assert places == pytest.approx({key: outcome.total(key) for key in places})


@pytest.mark.parametrize("way", WAYS)
def test_every_control_has_a_name_and_tab_comes_round_to_all_of_them(qtbot, ask, way):
    dialog = ask(way)
    if way == "questions":
        dialog._job.wait()
    wanted = {
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget.parent(), QAbstractSpinBox)
    }
    unnamed = [w for w in wanted if not (w.accessibleName() or getattr(w, "text", str)())]
    assert not unnamed
    dialog.activateWindow()
    reached = set()
    for _press in range(3 * len(wanted) + 10):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget() or dialog, Key.Key_Tab)
    radios = {w for w in wanted if w.inherits("QRadioButton")}  # the arrows go between these
    assert wanted - reached <= radios


def test_each_way_says_what_is_asked_and_about_how_often(sample_window):
    sample_window.show_step("weights")
    shown = [a.text() for a in sample_window.page("weights").asking.actions_by_id.values()]

    assert "recommended" in shown[0]
    assert not any("recommended" in text for text in shown[1:])
    assert all(": " in text.partition("\t")[0] for text in shown)
    assert [text.partition("\t")[2] for text in shown] == [
        "8 answers",
        "about 24 answers",
        "1 order",
        "7 to 28 answers",
        "15 answers",
        "7 to 13 answers",
        "8 to 15 answers",
    ]


def test_nothing_can_be_asked_about_a_single_criterion(qtbot, window):
    window.commands.new()
    window.show_step("weights")

    actions = window.page("weights").asking.actions_by_id.values()

    assert not any(action.isEnabled() for action in actions)


def test_a_case_takes_the_weights_beside_the_largest():
    assessment = read_sample()
    case = make_case(assessment, assessment.decision.assessor)

    kept = swings(assessment, assessment.decision.assessor)
    assert kept["norm"] == 24.0
    assert {leaf.key: leaf.swing for leaf in case.leaves} == {
        leaf: pytest.approx(swing / 24.0 * 100.0) for leaf, swing in kept.items()
    }


@pytest.mark.parametrize("way", ["swing", "ranks", "pairwise", "best_worst", "tradeoff", "verbal"])
def test_enter_leads_through_the_questions_and_never_ends_the_dialog_by_itself(qtbot, ask, way):
    dialog = ask(way)
    fill(dialog)
    stops = dialog.stops()
    stops[0].setFocus()
    for stop in stops:
        assert QApplication.focusWidget() is stop
        qtbot.keyClick(stop, Key.Key_Return)
    assert dialog.isVisible()
    assert QApplication.focusWidget() is dialog.accept_button
    assert dialog.accept_button.isDefault()


@pytest.mark.parametrize("way", WAYS)
def test_the_keyboard_begins_at_the_first_question_and_escape_leaves_at_once(qtbot, ask, way):
    dialog = ask(way)
    if way == "questions":
        dialog._job.wait()
        assert QApplication.focusWidget() is dialog.buttons["yes"]
    elif way == "swing":
        assert QApplication.focusWidget() is next(iter(dialog.choices.values()))
    else:
        assert QApplication.focusWidget() is dialog.stops()[0]
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)


@pytest.mark.parametrize("way", WAYS)
def test_escape_says_first_that_answers_would_be_lost(qtbot, ask, way):
    dialog = ask(way)
    fill(dialog)
    if way == "ranks":
        dialog.lower()
    elif way == "best_worst":
        next(iter(dialog.below_best.values())).stepUp()
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert dialog.isVisible()
    assert "lost" in dialog.state.text()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Key.Key_Escape)


def test_options_that_cross_a_red_line_are_flagged_beside_the_questions(ask):
    assert ask("ranks").ranking.flags["UR"] == "crosses a red line, for comparison only"


def test_a_dialog_that_shows_all_it_has_shows_no_scroll_bar(sample_window, ask):
    assert ask("swing").area.verticalScrollBar().isVisible()
    sample_window.page("weights").asking.dialog.reject()
    assert not ask("ranks").area.verticalScrollBar().isVisible()


def test_no_dialog_is_larger_than_its_window(sample_window, ask):
    dialog = ask("swing")
    assert dialog.width() < sample_window.width()
    assert dialog.height() < sample_window.height()
