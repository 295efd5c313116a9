"""Tables that are pictures as well are copied and saved as such: the flip map, what to find out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.charts.specs import HeatMap, Worths
from app.desktop.widgets.chart_table import ChartTableDialog
from tests.pictures.cases import crowded

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def robustness(sample_window, qtbot):
    """The page of the worked example when all of it is shown."""
    sample_window.show_step("robustness")
    page = sample_window.page("robustness")
    qtbot.waitUntil(lambda: page.report is not None and not page._waiting, timeout=20_000)
    yield page
    QApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("found", "kind", "said"),
    [
        (lambda page: page.change.flips, HeatMap, "58 → 33"),
        (lambda page: page.learning.table, Worths, "Knowing the score of"),
    ],
)
def test_a_table_is_copied_with_the_keyboard_as_image_drawing_and_words(
    robustness, qtbot, found, kind, said
):
    table = found(robustness)
    assert isinstance(table.chart, kind)
    table.setFocus()
    qtbot.keyClick(table, Key.Key_C, Modifier.ControlModifier)
    data = QApplication.clipboard().mimeData()
    assert data.hasImage()
    assert bytes(data.data("image/svg+xml").data()).lstrip().startswith(b"<?xml")
    assert said in data.text()


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml")])
def test_a_table_is_saved_as_a_picture(robustness, tmp_path, name, start):
    for table in (robustness.change.flips, robustness.learning.table):
        table.pictured.save(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)


def test_the_flip_map_as_a_picture_holds_what_the_table_holds(robustness):
    grid, chart = robustness.change.flips.grid, robustness.change.flips.chart
    assert chart.rows == grid.rows
    assert [[cell.text for cell in row] for row in chart.cells] == [
        [cell.text for cell in row] for row in grid.cells
    ]
    assert chart.legend == robustness.change.legend.text() == grid.legend
    assert any(cell.first for row in chart.cells for cell in row)


def test_the_list_of_what_to_find_out_opens_as_a_table_from_its_menu(robustness):
    robustness.learning.table.pictured.table_action.trigger()
    dialog = robustness.learning.table.findChild(ChartTableDialog)
    shown = [row.cells for row in robustness.learning.table.rows]
    assert [row.cells for row in dialog.table.rows] == shown
    dialog.close()


def test_a_picture_that_leaves_options_out_says_so_and_where_they_are(window, qtbot):
    window.workspace.new(crowded(24, 26))
    window.show_step("robustness")
    page = window.page("robustness")
    qtbot.waitUntil(lambda: page.report is not None and not page._waiting, timeout=60_000)
    card = page.first_place
    assert card.ranks.chart.note == "The best 20 of 24 options"
    assert len(card.ranks.chart.rows) == 20
    assert card.other_ranks.isVisible()
    assert card.spans.chart.note == "The tightest 24 of 26"
    assert card.other_spans.isVisible()
    card.ranks.pictured.show_table()
    dialog = card.ranks.findChild(ChartTableDialog)
    assert len(dialog.table.rows) == 24
    dialog.close()


def test_a_picture_of_everything_says_nothing_of_a_rest(robustness):
    assert not robustness.first_place.other_ranks.isVisible()
    assert robustness.first_place.ranks.chart.note == ""
