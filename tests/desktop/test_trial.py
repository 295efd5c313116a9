"""Something is tried out beside a frozen base, and kept as one step or dropped."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.desktop.telling.messages import Answer
from app.desktop.workspace import Workspace
from app.edits import weights
from app.edits.decision import change_decision
from db.gate import read
from tests.desktop.sample import read_sample, totals


def do(window, action):
    window.actions_by_id[action].trigger()


def weigh(window, swing, number=0):
    value = window.workspace.value
    leaf = [row.criterion for row in value.weights][number]
    assert window.workspace.apply("Weigh", weights.set_swing, value.decision.assessor, leaf, swing)


def test_what_is_dropped_leaves_no_trace(sample_window):
    before, steps = sample_window.workspace.value, sample_window.workspace.undo_stack.count()
    do(sample_window, "begin_trial")
    weigh(sample_window, 3.0)
    weigh(sample_window, 4.0, 1)

    do(sample_window, "drop_trial")

    assert sample_window.workspace.value is before
    assert sample_window.workspace.undo_stack.count() == steps
    assert {place.delta for place in sample_window.document.ranking.places} == {0.0}


def test_what_is_kept_is_one_step_of_undo(sample_window):
    before, steps = sample_window.workspace.value, sample_window.workspace.undo_stack.count()
    do(sample_window, "begin_trial")
    weigh(sample_window, 3.0)
    weigh(sample_window, 4.0, 1)
    tried = sample_window.workspace.value

    do(sample_window, "keep_trial")

    assert sample_window.workspace.value == tried
    assert sample_window.workspace.undo_stack.count() == steps + 1
    do(sample_window, "undo")
    assert sample_window.workspace.value == before


def test_the_ranking_compares_with_the_base_all_along(sample_window):
    base = totals(sample_window)
    do(sample_window, "begin_trial")
    weigh(sample_window, 3.0)
    weigh(sample_window, 4.0, 1)

    for place in sample_window.document.ranking.places:
        assert round(place.base, 1) == base[place.code]
        assert place.delta == pytest.approx(place.total - place.base)
    do(sample_window, "drop_trial")


def test_the_file_does_not_follow_a_trial(qtbot, sample_window, sample_file):
    workspace = sample_window.workspace
    do(sample_window, "begin_trial")
    weigh(sample_window, 3.0)
    workspace.publish()
    qtbot.waitUntil(lambda: not workspace.file_state.busy)

    assert read(sample_file).assessment == workspace.trial.base

    do(sample_window, "keep_trial")
    qtbot.waitUntil(lambda: read(sample_file).assessment == workspace.value)


def test_undo_stops_where_the_trial_began(sample_window):
    weigh(sample_window, 3.0)
    do(sample_window, "begin_trial")
    base = sample_window.workspace.value
    weigh(sample_window, 7.0)

    do(sample_window, "undo")
    assert sample_window.workspace.value == base
    assert not sample_window.actions_by_id["undo"].isEnabled()
    sample_window.commands.undo()

    assert sample_window.workspace.value == base


def test_what_was_tried_and_undone_is_not_done_again_after_the_trial(sample_window):
    do(sample_window, "begin_trial")
    base = sample_window.workspace.value
    weigh(sample_window, 7.0)
    do(sample_window, "undo")

    do(sample_window, "drop_trial")
    do(sample_window, "redo")

    assert sample_window.workspace.value == base


def test_the_panel_says_that_nothing_is_kept_yet_and_ends_the_trial(sample_window):
    do(sample_window, "begin_trial")
    notice = sample_window.document._trial_notice
    assert notice.isVisible()
    weigh(sample_window, 7.0)

    notice.drop_button.click()

    assert not notice.isVisible()
    assert not sample_window.workspace.trial.active
    assert not sample_window.actions_by_id["keep_trial"].isEnabled()


@pytest.mark.parametrize(("answer", "kept"), [(Answer.YES, True), (Answer.NO, False)])
def test_closing_asks_what_becomes_of_a_trial(sample_window, sample_file, desk, answer, kept):
    base = sample_window.workspace.value
    do(sample_window, "begin_trial")
    weigh(sample_window, 7.0)
    tried = sample_window.workspace.value
    desk.answers.append(answer)

    do(sample_window, "close")

    assert not sample_window.workspace.is_open
    assert read(sample_file).assessment == (tried if kept else base)


def test_opening_something_else_asks_too_and_can_be_called_off(sample_window, desk):
    do(sample_window, "begin_trial")
    weigh(sample_window, 7.0)
    tried = sample_window.workspace.value
    desk.answers.append(Answer.CANCEL)

    do(sample_window, "new")

    assert sample_window.workspace.value is tried
    sample_window.workspace.trial.drop()


def test_a_trial_in_which_nothing_changed_ends_without_a_question(sample_window):
    do(sample_window, "begin_trial")

    do(sample_window, "close")

    assert not sample_window.workspace.is_open


@given(
    st.lists(st.sampled_from(["edit", "undo", "redo"]), max_size=12),
    st.integers(0, 3),
    st.booleans(),
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_tried_it_ends_in_all_of_it_or_none(qapp, tmp_path, moves, before, kept):
    workspace = Workspace(tmp_path / "work")
    workspace.new(read_sample())
    for number in range(before):
        workspace.apply("Before", change_decision, title=f"Before {number}")
    base, steps = workspace.value, workspace.undo_stack.count()
    workspace.trial.begin()
    for number, move in enumerate(moves):
        if move == "edit":
            workspace.apply("Try", change_decision, title=f"Try {number}")
        elif move == "redo":
            workspace.undo_stack.redo()
        elif workspace.trial.may_undo:
            workspace.undo_stack.undo()
    tried = workspace.value

    workspace.trial.keep("Kept") if kept else workspace.trial.drop()

    assert workspace.value == (tried if kept else base)
    assert workspace.undo_stack.count() == steps + (kept and tried != base)
    for _step in range(steps + 1):
        workspace.undo_stack.undo()
    assert workspace.value == read_sample() or workspace.value.decision == read_sample().decision
    workspace.close()


def test_after_dropping_the_keyboard_is_back_on_the_page(sample_window, qtbot):
    sample_window.show_step("weights")
    do(sample_window, "begin_trial")
    weigh(sample_window, 3.0)
    button = sample_window.document._trial_notice.drop_button
    button.setFocus()
    sample_window.notices.show_message("Anything.", "info", (("Do it…", lambda: None),))

    qtbot.keyClick(button, Qt.Key.Key_Space)

    focus = QApplication.focusWidget()
    assert sample_window.page("weights").isAncestorOf(focus)


def test_the_line_below_says_that_what_is_tried_is_saved_nowhere(sample_window):
    line = sample_window.file_notices.label
    usual = line.text()
    do(sample_window, "begin_trial")
    assert "saved nowhere" in line.text()
    weigh(sample_window, 3.0)
    assert "saved nowhere" in line.text()
    do(sample_window, "drop_trial")
    assert line.text() == usual
