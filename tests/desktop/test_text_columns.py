"""Tables of texts: no head is cut, and no column stands half empty while another is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from app.desktop.models.changes import ChangeLine
from app.desktop.widgets.change_table import ChangeTable
from app.desktop.widgets.plain_table import PlainTable, TableRow
from app.desktop.widgets.text_columns import share_width
from tests.desktop.test_nothing_cut import cut_heads

HEADS = ("Option", "Safe passage", "Energy prices", "Risk of war", "Law of the sea", "Value")
SIZES = st.integers(1, 400)


@given(
    st.integers(50, 2000),
    st.lists(st.tuples(SIZES, SIZES, st.integers(1, 9)), min_size=1, max_size=8),
)
def test_widths_fill_the_room_and_give_what_is_needed_where_there_is_room(whole, columns):
    needs, least, shares = zip(*columns, strict=True)
    widths = share_width(whole, needs, least, shares)
    assert sum(widths) == whole
    wanted = [max(pair) for pair in zip(needs, least, strict=True)]
    if sum(wanted) <= whole:
        assert all(width >= need for width, need in zip(widths, wanted, strict=True))
    if sum(least) <= whole:
        assert all(width >= low for width, low in zip(widths, least, strict=True))


@pytest.fixture
def table(qtbot, window):  # the style sheet decides how wide heads are
    made = PlainTable("Numbers", HEADS, (3, 1, 1, 1, 1, 1), window)
    row = ("Quiet diplomacy (present course)", "6.3", "5.8", "28.8", "5.0", "64.4")
    made.show_rows([TableRow(0, row)])
    return made


@pytest.mark.parametrize("width", [420, 560, 720, 1100])
def test_no_head_is_cut_however_narrow_its_numbers_are(table, width):
    table.resize(width, 200)
    table.show()
    assert not list(cut_heads(table.horizontalHeader()))
    head = table.model().headerData(1, Qt.Orientation.Horizontal)
    assert head.replace("\n", " ") == "Safe passage"
    words = table.model().headerData(
        1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )
    assert words == "Safe passage"


def test_heads_go_back_to_one_line_when_there_is_room(table):
    table.resize(420, 200)
    table.show()
    high = table.horizontalHeader().height()
    table.resize(1100, 200)
    assert table.horizontalHeader().height() < high
    assert table.model().headerData(1, Qt.Orientation.Horizontal) == "Safe passage"


def test_a_column_that_needs_little_leaves_its_room_to_one_that_would_be_cut(window):
    table = PlainTable("Changes", ("When", "Who", "What"), (6, 4, 8), window)
    long = "Weigh Unity among partners and neighbours, for Neighbours (Pakistan, Iran)"
    table.show_rows([TableRow(0, ("22 November 2026, 10:38", "Desk", long))])
    table.resize(820, 200)
    table.show()
    width = table.fontMetrics().horizontalAdvance
    assert all(
        table.columnWidth(column) > width(text) for column, text in enumerate(table.rows[0].cells)
    )


@pytest.mark.parametrize("width", [380, 460, 900])
def test_the_heads_of_a_scenarios_scores_are_whole(window, width):
    table = ChangeTable(window)
    names = ("Mediation by regional states", "Risk of war between the two", "75", "to 10", "10")
    table.show_lines((ChangeLine("a", "b", *names, "The reason is long. " * 5, "10", "M", "R"),))
    table.resize(width, 200)
    table.show()
    assert not list(cut_heads(table.horizontalHeader()))


def test_each_row_has_the_lines_of_its_texts_and_no_word_is_cut(window):
    table = PlainTable("Crossings", ("Red line", "Where", "How"), (5, 1, 5), window)
    long = "No measure whose burden falls on civilians while nobody counts it"
    table.show_rows([TableRow(0, (long, "everywhere", "may")), TableRow(1, ("A", "B", "C"))], 14)
    table.resize(330, 200)
    table.show()
    spacing, width = table.fontMetrics().lineSpacing(), table.fontMetrics().horizontalAdvance
    assert table.rowHeight(0) >= 3 * spacing
    assert table.rowHeight(1) < 2 * spacing
    assert table.columnWidth(1) > width("everywhere")
    assert table.viewport().height() >= table.rowHeight(0) + table.rowHeight(1)


def test_a_row_is_heard_as_its_heads_and_cells(window):
    table = PlainTable("Crossings", ("Red line", "Where", "How"), (5, 1, 5), window)
    table.show_rows([TableRow(0, ("No recognition", "", "crosses"))])
    heard = table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert heard == "Red line: No recognition; How: crosses"
