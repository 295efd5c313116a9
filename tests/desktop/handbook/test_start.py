"""The 15-minute start, done step by step on the real window as its page tells."""

import re

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from app.desktop.handbook.pages import DOCS
from app.desktop.steps import step_title
from app.desktop.widgets.tabs import Tabs

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 60_000
COLUMN = "Norm change in the regime"
"""The column that the page calls Norms, as the narrow head of the matrix does."""

HORIZONTAL, VERTICAL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@pytest.fixture(scope="module")
def told():
    """The page in one line, without its emphasis."""
    text = (DOCS / "guide" / "start.md").read_text(encoding="utf-8")
    return " ".join(text.replace("*", "").split())


@pytest.fixture
def opened(window, told):
    """Step 1: the example, opened from the start page."""
    press_button(window, "Open the worked example", told)
    return window


def press_button(place, name, told):
    """Press the button that the page names."""
    assert name in told
    (found,) = [b for b in place.findChildren(QPushButton) if b.text() == name and b.isVisible()]
    found.click()


def go_to(window, step, told):
    """Choose a step that the page names."""
    assert step_title(step) in told
    window.show_step(step)
    return window.page(step)


def words(place):
    """All that a page says."""
    return " ".join(label.text() for label in place.findChildren(QLabel) if label.isVisible())


def leader(window):
    from app.analysis.outcome import find_outcome
    from app.wording.numbers import points

    outcome = find_outcome(window.workspace.value)
    first = outcome.evaluation.order[0]
    return outcome.problem.options[first], points(outcome.evaluation.totals[first])


def test_the_rail_the_page_and_the_ranking_are_where_the_page_says(opened, told):
    side, rail = opened.document.ranking, opened.document.rail

    assert rail.mapTo(opened, rail.rect().topLeft()).x() < opened.width() / 4
    assert side.mapTo(opened, side.rect().topLeft()).x() > opened.width() / 2
    assert len(opened.workspace.value.options) == 8


def test_results_say_what_the_page_says(opened, told):
    page = go_to(opened, "results", told)

    said = words(page)
    for name in ("How the values come about", "Why an option stands where it does",
                 "What would change the first place"):  # fmt: skip
        assert name in told
        assert name in said
    sentence = re.search(r"Conditional membership leads with [\d.]+, [\d.]+ ahead of", told)[0]
    assert sentence in said


def test_a_score_that_is_typed_turns_the_ranking_and_undo_brings_it_back(opened, told, qtbot):
    table = go_to(opened, "scores", told).table
    model = table.model()
    columns = [model.headerData(n, HORIZONTAL) for n in range(model.columnCount())]
    rows = [model.headerData(n, VERTICAL) for n in range(model.rowCount())]
    place = model.index(rows.index("Conditional membership"), columns.index(COLUMN))
    assert "under Norms: 58" in told
    table.setCurrentIndex(place)

    qtbot.keyClicks(table, "3")
    (field,) = [f for f in table.viewport().findChildren(QLineEdit) if f.isVisible()]
    field.insert("0")
    qtbot.keyClick(field, Key.Key_Return)

    assert leader(opened) == ("RE", "47.5")
    assert "Regional engagement without recognition leads with 47.5" in told
    opened.actions_by_id["undo"].trigger()
    assert leader(opened) == ("CM", "53.6")


def test_a_weight_that_is_typed_turns_the_ranking_and_undo_brings_it_back(opened, told, qtbot):
    row = go_to(opened, "weights", told).rows["security"]
    assert "type `60`" in told
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "60")
    qtbot.keyClick(row.field, Key.Key_Return)

    assert leader(opened)[0] == "RE"
    opened.actions_by_id["undo"].trigger()
    assert leader(opened) == ("CM", "53.6")


def test_robustness_answers_after_a_moment(opened, told, qtbot):
    page = go_to(opened, "robustness", told)

    qtbot.waitUntil(lambda: "comes first in 32.4%" in words(page), timeout=PATIENCE)
    assert "32.4%" in told


@pytest.mark.parametrize("step", ["actors", "scenarios", "conditions", "challenge"])
def test_what_a_minister_would_ask_has_its_page(opened, told, step):
    page = go_to(opened, step, told)

    assert page.findChildren(Tabs)


def test_the_brief_is_exported_and_the_copy_kept(opened, told, qtbot, tmp_path, monkeypatch):
    pdf, kept = tmp_path / "brief.pdf", tmp_path / "mine.poise"
    answers = [str(pdf), str(kept)]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (answers.pop(0), ""))
    page = go_to(opened, "brief", told)
    with qtbot.waitSignal(page.exported, timeout=PATIENCE):
        press_button(page, "Export…", told)
    assert "Conditional membership" in pypdf.PdfReader(pdf).pages[0].extract_text()
    assert [b for b in page.findChildren(QPushButton) if b.text() == "Open it" and b.isVisible()]

    opened.actions_by_id["save"].trigger()

    qtbot.waitUntil(kept.exists, timeout=PATIENCE)
