"""The results page says why, and what would change it."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.analysis.outcome import find_outcome
from app.edits.scores import set_score
from app.wording.reasons import (
    differences,
    dominance_sentences,
    reason_sentences,
    rival_of,
)
from tests.desktop.sample import read_sample


@pytest.fixture
def results(sample_window, qtbot):
    sample_window.show_step("results")
    page = sample_window.page("results")
    qtbot.waitUntil(lambda: page._chart.width() > 300)
    return page


def test_the_leader_is_explained_against_the_runner_up(results):
    results.explain("CM")

    said = results._reasons.text()
    assert "6.1 points ahead of Regional engagement" in said
    assert "Norm change in the regime (+7.2)" in said


def test_the_reasons_add_up_to_the_lead():
    outcome = find_outcome(read_sample())

    gains = [gain for _leaf, gain in differences(outcome, "CM", "RE")]

    assert sum(gains) == pytest.approx(outcome.total("CM") - outcome.total("RE"))


def test_whoever_is_behind_is_named_second():
    outcome = find_outcome(read_sample())

    assert reason_sentences(outcome, "RE", "CM") == reason_sentences(outcome, "CM", "RE")
    assert rival_of(outcome, "CM") == "RE"
    assert rival_of(outcome, "UR") == "CM"


def test_a_click_on_a_bar_asks_why(results, qtbot):
    chart = results._chart
    drawing = chart._current()
    tops = [shape for shape in drawing.contents if type(shape).__name__ == "Rect"]
    tallest = max(shape.height for shape in tops)
    rows = sorted({shape.y for shape in tops if shape.height == tallest}, reverse=True)
    third = round((drawing.height - rows[2] - tallest / 2) * chart._scale())

    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() // 2, third))

    assert results._option.key == "HP"


def test_a_click_in_the_ranking_leads_to_the_reasons(sample_window, qtbot):
    places = sample_window.document.ranking._list
    rect = places.visualRect(places.model().index(3))

    qtbot.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    assert sample_window.document.step == "results"
    assert sample_window.page("results")._option.key == "BR"


def test_the_exact_crossover_of_security_stands_in_a_sentence(results):
    results._criterion.show_choice("security")
    results._show_sensitivity()

    assert "37.2%" in results._lines_caption.text()
    assert "Regional engagement without recognition from 37.2%" in results._lines_caption.text()
    assert results._lines.accessibleName() == results._lines_caption.text()


def test_an_option_that_loses_everywhere_is_said_to_lose(sample_window):
    workspace = sample_window.workspace
    value = workspace.value
    for row in [row for row in value.scores if row.option == "CM"]:
        arguments = (value.decision.assessor, "UR", row.criterion, max(0.0, row.likely - 1))
        workspace.apply("Score", set_score, *arguments)

    said = dominance_sentences(find_outcome(workspace.value))

    assert any(s.startswith("Conditional membership is at least as good as Unc") for s in said)


def test_without_anything_to_rank_the_page_says_what_is_missing(window):
    window.actions_by_id["new"].trigger()
    window.show_step("results")

    assert "nothing to rank" in window.page("results")._verdict.text()
    assert window.page("results")._empty.isVisible()


def test_what_value_costs_is_shown_once_two_options_say_what_they_take(sample_window):
    from app.edits.options import change_option

    sample_window.show_step("results")
    page = sample_window.page("results")
    assert not page._effort.frame.isVisible()
    workspace = sample_window.workspace
    for number, row in enumerate(workspace.value.options[:3]):
        workspace.apply("Effort", change_option, row.id, effort=10.0 * (number + 1))
    assert page._effort.frame.isVisible()
    assert "for each point" in page._effort.sentences.text()


def test_an_option_says_on_its_page_what_it_takes(sample_window):
    sample_window.show_step("options")
    editor = sample_window.page("options")._editor
    editor._effort.setText("12")
    editor._effort.commit()
    option = sample_window.workspace.value.option_by_id[editor._option]
    assert option.effort == 12.0


def test_what_would_change_the_first_place_is_said_with_hanging_indents(sample_window, qtbot):
    sample_window.show_step("results")
    flips = sample_window.page("results")._flips
    qtbot.waitUntil(flips.isVisible)

    assert flips.sentences
    first_bullet, first = flips._rows[0]
    assert first.x() >= first_bullet.geometry().right()
    assert not any("•" in sentence for sentence in flips.sentences)
