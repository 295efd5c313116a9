"""Whoever cannot see a picture hears its numbers, row by row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.analysis.examination import examine
from app.analysis.outcome import find_outcome
from app.charts import comparison_pictures, pictures, robustness_pictures
from app.charts.tables import as_table
from app.desktop.widgets.chart_table import ChartTableDialog
from app.desktop.widgets.chart_view import ChartView
from app.exchange.samples import read_sample


def test_enter_on_a_picture_shows_its_numbers(sample_window, qtbot):
    sample_window.show_step("results")
    chart = next(c for c in sample_window.page("results").findChildren(ChartView) if c.isVisible())
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    dialog = chart.findChild(ChartTableDialog)
    assert dialog.isVisible()
    assert dialog.table.rows[0].cells[0] == "Conditional membership"
    assert dialog.table.rows[0].cells[-1] == "53.6"
    dialog.copy()
    kept = QGuiApplication.clipboard().mimeData()
    assert kept.text().splitlines()[1].startswith("Conditional membership\t")
    assert "<td>53.6</td>" in kept.html()
    dialog.close()


@pytest.fixture(scope="module")
def charts():
    outcome = find_outcome(read_sample())
    examination = examine(outcome)
    first, second = outcome.ranked[:2]
    node = outcome.problem.nodes[0]
    return [
        pictures.ranking_picture(outcome),
        pictures.weight_picture(outcome, node),
        robustness_pictures.tornado_picture(examination),
        robustness_pictures.stable_weights_picture(examination),
        comparison_pictures.lead_picture(outcome, first, second),
        comparison_pictures.profile_picture(outcome, first, second),
    ]


def test_every_row_of_every_table_has_a_cell_for_each_head(charts):
    for chart in charts:
        table = as_table(chart)
        assert table.rows, chart
        assert {len(row) for row in table.rows} == {len(table.heads)}
        assert all(row[0] for row in table.rows)


def test_the_table_of_a_weight_says_what_holds_now_and_that_of_ranges_where_the_lead_turns(charts):
    weights, ranges = as_table(charts[1]), as_table(charts[2])
    assert weights.heads[1:] == ("0%", charts[1].present_text, "100%")
    assert ranges.heads[-1] == "here the first place changes hands"
    assert {row[-1] for row in ranges.rows} > {"–"}


def test_a_copied_table_has_signs_that_spreadsheets_read(qtbot, charts):
    dialog = ChartTableDialog(charts[-2], "Where the lead comes from")
    qtbot.addWidget(dialog)
    shown = {cell for row in dialog.table.rows for cell in row.cells}
    assert any(cell.startswith("−") for cell in shown)
    dialog.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert "\t-" in copied.text()
    assert "−" not in copied.text() + copied.html()
