"""The ranking is live, honest about gaps, and says what the last change did."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.desktop.widgets import ranking_delegate
from app.desktop.widgets.elided_text import fit_lines
from app.desktop.widgets.ranking_delegate import change_text
from app.desktop.widgets.ranking_panel import place_in_words
from app.edits.options import add_option, rename_option, screen_out
from app.edits.records import change
from app.edits.scores import clear_scores
from app.edits.weights import set_swing
from tests.desktop.sample import names_in_order


def place(window, option):
    return next(row for row in window.document.ranking.places if row.option == option)


def test_a_change_shows_what_it_did_to_each_option(sample_window):
    workspace = sample_window.workspace
    before = place(sample_window, "RE").total
    workspace.apply("Weight", set_swing, workspace.value.decision.assessor, "security", 300.0)

    row = place(sample_window, "RE")

    assert row.delta == row.total - before
    assert row.moved == 1
    assert change_text(row).startswith("▲+")
    assert place(sample_window, "CM").moved == -1


def test_a_missing_score_makes_a_total_provisional_with_an_interval(sample_window):
    workspace = sample_window.workspace
    assessor = workspace.value.decision.assessor
    workspace.apply("Clear", clear_scores, assessor, [("CM", "norm")])

    row = place(sample_window, "CM")

    assert row.provisional
    assert row.low < row.total < row.high
    assert "Missing scores allow" in place_in_words(row)
    assert not place(sample_window, "RE").provisional
    assert "1 score is missing" in sample_window.document.ranking.note


def test_a_screened_out_option_leaves_the_ranking_and_is_named_below(sample_window):
    sample_window.workspace.apply("Out", screen_out, "HP", "No partner would pay")

    assert "Protection track" not in names_in_order(sample_window)
    assert "Protection track" in sample_window.document.ranking.note


def test_a_first_option_needs_a_criterion_before_it_is_ranked(window):
    window.actions_by_id["new"].trigger()
    window.workspace.apply("Option", add_option, "a", "Talk")

    assert window.document.ranking.places == ()
    assert "criterion" in window.document.ranking.note


def test_undo_shows_the_change_backwards(sample_window):
    workspace = sample_window.workspace
    workspace.apply("Weight", set_swing, workspace.value.decision.assessor, "security", 300.0)
    gained = place(sample_window, "RE").delta
    workspace.undo_stack.undo()

    assert place(sample_window, "RE").delta == -gained


def test_opening_another_assessment_compares_with_nothing(sample_window):
    workspace = sample_window.workspace
    workspace.apply("Weight", set_swing, workspace.value.decision.assessor, "security", 300.0)
    sample_window.actions_by_id["open_example"].trigger()

    assert all(row.delta == 0.0 for row in sample_window.document.ranking.places)


def test_the_verdict_is_worded_while_a_drag_goes_on(sample_window, qtbot):
    workspace = sample_window.workspace
    assessor = workspace.value.decision.assessor
    swings = iter(range(300, 100_000))

    def go_on():
        workspace.preview(set_swing, assessor, "security", float(next(swings)))
        return sample_window.document.ranking.verdict.startswith("Regional engagement")

    qtbot.waitUntil(go_on)
    workspace.drop_preview()

    panel = sample_window.document.ranking
    qtbot.waitUntil(lambda: panel.verdict.startswith("Conditional membership leads"))


def test_options_that_cross_a_red_line_are_flagged_in_words(sample_window, qtbot):
    ranking = sample_window.document.ranking
    qtbot.waitUntil(lambda: bool(ranking.flags))
    crosses = "crosses a red line, for comparison only"
    assert ranking.flags["UR"] == ranking.flags["SP"] == crosses
    assert ranking.flags["BR"] == "may cross a red line"
    assert "CM" not in ranking.flags
    said = ranking.red_lines.split("\n")
    assert said[0] == f"⚑ {crosses}: Tightened pressure; Unconditional recognition"
    assert said[1] == "⚐ may cross a red line: Benchmarked recognition"
    assert "crosses a red line" in ranking._model.index(5).data(Qt.ItemDataRole.AccessibleTextRole)


def test_an_overdue_review_is_named_when_the_assessment_is_opened(open_window, sample_file, qtbot):
    window = open_window()
    window.commands.open(sample_file)
    first = window.workspace.value.benchmarks[0]
    yesterday = datetime.datetime.now().astimezone().date() - datetime.timedelta(days=1)
    window.workspace.apply("Review", change, "benchmarks", first.id, review_on=yesterday)
    window.notices.dismiss()
    window.workspace.close()
    window.commands.open(sample_file)
    qtbot.waitUntil(lambda: "overdue" in window.notices.text)
    assert first.name in window.notices.text


def test_a_name_takes_a_second_line_only_in_a_row_that_has_one(sample_window, monkeypatch):
    asked = []

    def fitted(text, font, width, lines):
        asked.append((text, lines))
        return fit_lines(text, font, width, lines)

    monkeypatch.setattr(ranking_delegate, "fit_lines", fitted)
    sample_window.show_step("robustness")  # the ranking has the room for long names there
    desk = sample_window.workspace.value.decision.assessor
    assert sample_window.workspace.apply("Weight", set_swing, desk, "security", 250.0)
    sample_window.workspace.undo_stack.undo()  # beside the change a name has less room

    listed = sample_window.document.ranking._list
    asked.clear()
    listed.grab()
    delegate = listed.itemDelegate()
    single = delegate.row_height(listed.fontMetrics(), 1)
    heights = [listed.visualRect(listed.model().index(row, 0)).height() for row in range(7)]
    assert delegate.lines > 1
    assert single in heights
    assert [lines > 1 for _name, lines in asked] == [height > single for height in heights]


@pytest.mark.parametrize("first", ["Mediation by regional states", "Mediation", "A name " * 8])
def test_no_row_is_higher_than_its_name(sample_window, qtbot, monkeypatch, first):
    shown = {}

    def fitted(text, font, width, lines):
        shown[text] = fit_lines(text, font, width, lines)
        return shown[text]

    monkeypatch.setattr(ranking_delegate, "fit_lines", fitted)
    leader = sample_window.document.ranking.places[0].option
    name = first.strip()
    assert sample_window.workspace.apply("Rename", rename_option, leader, name)
    listed = sample_window.document.ranking._list
    single = listed.itemDelegate().row_height(listed.fontMetrics(), 1)
    for width in (*range(220, 420, 8), *range(420, 220, -8)):  # names take lines and lose them
        sample_window.document.split.setSizes([1100 - width, width])
        QApplication.processEvents()
        shown.clear()
        listed.grab()
        for row, place in enumerate(sample_window.document.ranking.places):
            if place.name not in shown:
                continue  # there was no room for its row
            high = listed.visualRect(listed.model().index(row, 0)).height() > single
            assert high == (len(shown[place.name]) > 1), (width, place.name)
