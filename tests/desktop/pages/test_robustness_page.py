"""The robustness page answers an officer's questions, off the GUI thread, and leads to places."""

import threading

import msgspec
import pytest
from PySide6.QtCore import Qt

from app.analysis import examination
from app.analysis.watch import Cancelled
from app.desktop.pages.robustness_page import RobustnessPage
from app.edits import criteria, options, scores, weights
from tests.cases import small_case
from tests.desktop.sample import read_sample

PATIENCE = 20_000


@pytest.fixture
def page(qtbot, page_of):
    """Make the page with an assessment and wait until all is shown."""

    def make(assessment):
        made = page_of(RobustnessPage, small_case() if assessment is None else assessment)
        settle(qtbot, made)
        return made

    return make


def settle(qtbot, page):
    """Wait until what was asked for is on the page."""
    qtbot.waitUntil(lambda: not page.examiner.busy and not page._waiting, timeout=PATIENCE)


@pytest.fixture
def gate(monkeypatch):
    """Let every examination wait until it is let through or stopped; counts them."""
    gate = threading.Event()
    gate.begun = 0
    genuine = examination.examine

    def wait(outcome, *, watch, **others):
        gate.begun += 1
        while not gate.wait(0.005):
            if not watch(1, 4):
                raise Cancelled
        return genuine(outcome, watch=watch, samples=1000, **others)

    monkeypatch.setattr(examination, "examine", wait)
    return gate


def test_every_question_is_answered(page):
    shown = page(read_sample())
    assert shown._verdict.text().startswith("Conditional membership leads with 53.6")
    assert "first in 88.7%" in shown.first_place.answers.text()
    assert "would have to fall from 58.0 to 32.7" in shown.change.answers.text()
    assert "comes first in 90." in shown.scores.answers.text()
    assert "put Conditional membership first too" in shown.methods.answers.text()
    assert shown.learning.table.isVisible() or shown.learning.answers.text()
    assert shown.model.answers.text().startswith("No check found anything amiss")
    assert "50\u202f000 combinations drawn at random (seed 0" in shown._note.text()


def test_pictures_say_in_words_what_they_show(page):
    shown = page(read_sample())
    for chart in (
        shown.first_place.ranks,
        shown.first_place.spans,
        shown.change.triangle.chart,
        shown.scores.tornado,
    ):
        assert "Conditional membership" in chart.accessibleName()
        assert chart.height() > 100


def test_the_answers_turn_with_the_data(page, qtbot):
    shown = page(small_case())
    assert "Talk comes first in" in shown.first_place.answers.text()
    turned = small_case()
    for leaf in ("peace", "borders", "aid"):
        turned = scores.set_score(turned, "me", "hold", leaf, 95.0)
        turned = scores.set_score(turned, "me", "talk", leaf, 5.0)
    shown.show_value(turned, frozenset({"scores"}))
    settle(qtbot, shown)
    assert "Hold back comes first in 100% of them" in shown.first_place.answers.text()
    assert "Talk cannot be first under any weights" in shown.first_place.answers.text()
    assert "has no score" not in shown.model.answers.text()


def test_the_flip_map_shows_every_score_and_leads_to_it(page, qtbot):
    shown = page(small_case())
    grid = shown.change.flips.grid
    assert grid.rows == ("Talk", "Hold back")
    assert grid.columns == ("Peace", "Borders", "Aid")
    assert grid.cells[0][0].text == "70 → 5"
    assert grid.cells[0][1].text == "–"
    assert grid.cells[0][0].said.startswith("Talk's score on Peace would have to fall from 70.0")
    with qtbot.waitSignal(shown.place_wanted) as asked:
        shown.change.flips.setCurrentIndex(shown.change.flips.model().index(1, 2))
        qtbot.keyClick(shown.change.flips, Qt.Key.Key_Return)
    assert asked.args == ["scores", ("hold", "aid")]


def test_a_finding_leads_to_its_place(page, qtbot):
    gap = scores.set_score(small_case(), "me", "hold", "aid", None)
    shown = page(gap)
    (row,) = [r for r in shown.model.table.rows if "no score" in r.cells[0]]
    assert row.cells[0] == "Hold back has no score on Aid."
    assert row.cells[1].startswith("Score it")
    with qtbot.waitSignal(shown.place_wanted) as asked:
        shown.model.table.row_chosen.emit(row.key)
    assert asked.args == ["scores", ("hold", "aid")]


def test_what_to_find_out_next_leads_to_the_score(page, qtbot):
    wide = scores.set_score(small_case(), "me", "talk", "peace", 40.0, 0.0, 80.0)
    shown = page(scores.set_score(wide, "me", "hold", "peace", 60.0, 20.0, 100.0))
    rows = shown.learning.table.rows
    assert rows
    assert rows[0].cells[:2] in {("Talk", "Peace"), ("Hold back", "Peace")}
    with qtbot.waitSignal(shown.place_wanted) as asked:
        shown.learning.table.row_chosen.emit(rows[0].key)
    assert asked.args[0] == "scores"


def test_without_anything_to_rank_the_page_says_what_is_missing(page, qtbot):
    bare = msgspec.structs.replace(small_case(), options=(), scores=(), score_evidence=())
    shown = page(bare)
    assert "nothing to analyse yet" in shown._verdict.text()
    assert not shown._body.isVisible()
    assert not shown._status.isVisible()
    with qtbot.waitSignal(shown.step_wanted):
        shown._want_options()


def test_a_single_option_has_nothing_to_lose(page):
    shown = page(options.remove_option(small_case(), "hold"))
    assert "only option ranked" in shown._verdict.text()
    assert not shown.change.isVisible()
    assert shown.model.isVisible()


def test_a_rename_examines_nothing_anew_and_shows_the_new_name(page_of, qtbot, gate):
    gate.set()
    shown = page_of(RobustnessPage, small_case())
    settle(qtbot, shown)
    renamed = options.rename_option(small_case(), "talk", "Negotiate")
    shown.show_value(renamed, frozenset({"options"}))
    settle(qtbot, shown)
    assert gate.begun == 1
    assert "Negotiate comes first in" in shown.first_place.answers.text()


def test_a_rename_during_the_work_is_shown_when_it_ends(page_of, qtbot, gate):
    shown = page_of(RobustnessPage, small_case())
    renamed = options.rename_option(small_case(), "talk", "Negotiate")
    shown.show_value(renamed, frozenset({"options"}))
    gate.set()
    settle(qtbot, shown)
    assert gate.begun == 1
    assert "Negotiate comes first in" in shown.first_place.answers.text()


def test_the_latest_of_several_changes_is_examined(page_of, qtbot, gate):
    shown = page_of(RobustnessPage, small_case())
    for swing in (60.0, 70.0, 80.0):
        shown.show_value(weights.set_swing(small_case(), "me", "aid", swing), None)
    gate.set()
    settle(qtbot, shown)
    problem = shown.report.examination.outcome.problem
    assert problem.share_of("aid") == pytest.approx(80.0 / 230.0)
    assert gate.begun <= 2


def test_stale_answers_are_veiled_while_new_ones_are_on_their_way(page_of, qtbot, gate):
    gate.set()
    shown = page_of(RobustnessPage, small_case())
    settle(qtbot, shown)
    gate.clear()
    shown.show_value(weights.set_swing(small_case(), "me", "aid", 80.0), frozenset({"weights"}))
    qtbot.waitUntil(shown._veil.isVisible)
    assert "before the last change" in shown._note.text()
    qtbot.waitUntil(lambda: shown._progress.value() == 25)
    gate.set()
    settle(qtbot, shown)
    assert not shown._veil.isVisible()
    assert not shown._progress.isVisible()


def test_the_officer_can_stop_and_begin_again(page_of, qtbot, gate):
    shown = page_of(RobustnessPage, small_case())
    qtbot.waitUntil(shown._stop.isVisible)
    with qtbot.waitSignal(shown.examiner.stopped):
        qtbot.mouseClick(shown._stop, Qt.MouseButton.LeftButton)
    assert "Stopped" in shown._note.text()
    assert not shown.examiner.busy
    gate.set()
    qtbot.mouseClick(shown._again, Qt.MouseButton.LeftButton)
    settle(qtbot, shown)
    assert "Talk comes first" in shown.first_place.answers.text()


def test_closing_the_assessment_stops_the_work_and_leaves_no_thread(
    page_of, workspace, gate, qtbot
):
    before = threading.active_count()
    shown = page_of(RobustnessPage, small_case())
    assert threading.active_count() == before + 1
    workspace.close()
    assert not shown.examiner.busy
    qtbot.waitUntil(lambda: threading.active_count() == before)
    assert shown.report is None


def test_the_triangle_needs_three_parts_without_a_common_criterion(page, qtbot):
    shown = page(criteria.add_criterion(small_case(), "more", "More"))
    triangle = shown.change.triangle
    assert triangle.chart.isVisible()
    for corner in triangle.corners:
        corner.show_choice("peace")
    triangle.corners[0].chosen.emit("peace")
    assert not triangle.chart.isVisible()
    assert "no criterion in common" in triangle.said.text()


def test_a_bug_in_an_examination_is_no_silence(page_of, qtbot, monkeypatch):
    def fail(outcome, **others):
        raise ZeroDivisionError

    monkeypatch.setattr(examination, "examine", fail)
    with qtbot.captureExceptions() as caught:
        shown = page_of(RobustnessPage, small_case())
        qtbot.waitUntil(lambda: not shown.examiner.busy)
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]
