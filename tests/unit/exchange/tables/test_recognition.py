"""What rows and columns are taken for, and that an officer's word counts more."""

import pytest

from app.exchange.tables import (
    ColumnRole,
    Mark,
    RowRole,
    Scale,
    TableRefused,
    Taken,
    alter,
    examine,
    preview,
    propose,
    read_table,
)
from db.model import ScaleKind
from tests.unit.exchange.tables.reading_tables import examined, matrix, problems_in, table_in

PLAIN = "Option,Peace,Aid\nHold,20,30\nTalk,70,80\n"


@pytest.mark.parametrize(
    ("weights", "directions", "less", "more"),
    [
        ("Weight", "Direction", "min", "max"),
        ("Swing weights (0–100)", "Preference direction", "lower is better", "Higher is better"),
        ("Poids", "Sens", "à minimiser", "maximiser"),
        ("Pondération", "Sens de préférence", "moins", "plus élevé est meilleur"),
        ("Gewichtung", "Richtung", "niedriger ist besser", "maximieren"),
        ("Gewicht in %:", "Optimierung", "weniger", "mehr ist besser"),
        ("Weight", "", "↓", "↑"),
    ],
)
def test_weights_and_directions_are_known_in_three_languages(weights, directions, less, more):
    weights = weights.replace(" in %", "")
    text = f"Option;A;B\n{weights};3;1\n{directions};{less};{more}\nx;10;20\ny;30;40\n"
    table = table_in(text)
    assert [c.weight for c in table.criteria] == [3.0, 1.0]
    first, second = (c.scale for c in table.criteria)
    assert first.worst > first.best
    assert second.worst < second.best


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator):
    table = table_in(PLAIN.replace(",", separator))
    assert len(table.criteria) == 2


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_the_encoding_is_found(encoding):
    table = table_in("Option;Sécurité\nHöhe;1,5\nTiefe;2,5\n".encode(encoding))
    assert [c.name for c in table.criteria] == ["Sécurité"]
    assert [o.name for o in table.options] == ["Höhe", "Tiefe"]
    assert sorted(table.scores.values()) == [1.5, 2.5]


def test_a_line_that_names_the_separator_is_obeyed():
    table = table_in("sep=;\r\nOption;A\r\nx,y;1,5\r\nz;2\r\n")
    assert matrix(table) == {("x,y", "A"): 1.5, ("z", "A"): 2.0}


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1 234,5", 1234.5),
        ("1\u00a0234,5", 1234.5),
        ("1.234,5", 1234.5),
        ("1'234,5", 1234.5),
        ("−3,25", -3.25),
        ("1,5E2", 150.0),
        ("12,5 %", 12.5),
        ("٣٫٥", 3.5),
    ],
)
def test_numbers_are_read_as_they_are_written_with_commas(written, number):
    assert list(table_in(f"Option;A\nx;{written}\n").scores.values()) == [number]


@pytest.mark.parametrize(
    ("written", "number"),
    [("1,234.5", 1234.5), ("-.5", -0.5), ("+7", 7.0), ("1e3", 1000.0), ("0.375", 0.375)],
)
def test_numbers_are_read_as_they_are_written_with_points(written, number):
    assert list(table_in(f"Option;A\nx;{written}\n").scores.values()) == [number]


def test_a_number_that_can_mean_two_things_is_refused_by_its_cell_until_somebody_says():
    text = "Option;A\nx;1,234\ny;2,500\n"
    assert [said[:3] for said in problems_in(text)] == ["B2:", "B3:"]
    grid = read_table(text.encode())[0].grid
    found = examine(grid, alter(propose(grid), mark=Mark.COMMA))
    assert sorted(found.table.scores.values()) == [1.234, 2.5]
    found = examine(grid, alter(propose(grid), mark=Mark.POINT))
    assert sorted(found.table.scores.values()) == [1234.0, 2500.0]


def test_one_number_that_can_mean_only_one_thing_decides_for_the_others():
    assert sorted(table_in("Option;A\nx;1,234\ny;2,5\n").scores.values()) == [1.234, 2.5]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Option,Cost,Aid\nx,12,3\ny,high,4\n", "B3: “high” is not a number."),
        ('Option;Cost;Aid\nx;"12,3,4";3\ny;1,5;4\n', "B2: “12,3,4” is not a number."),
        ("Option,A,A\nx,1,2\ny,3,4\n", "C1: There is already one called “A” here."),
        ("Option,A,B\nx,1,2\nX,3,4\n", "A3: There is already one called “X” here."),
        ("Option,A,B\nx,1,2\n,3,4\n", "A3: A name cannot be empty."),
        ("Option,A,\nx,1,2\ny,3,4\n", "C1: A name cannot be empty."),
        ("Option,A,B\nWeight,-1,2\nx,1,2\n", "B2: A weight cannot be negative."),
        ("Option,A,B\nDirection,max,sideways\nx,1,2\n", "C2: “sideways” says neither max nor min."),
        ("Option,A,B\nx,1%,2\ny,3,4\n", "B3: Some numbers here are percentages"),
        ("Option,A,B\nx,1e400,2\ny,3,4\n", "B2: “1e400” is not a number."),
        ("Option,A,B\nx,2e15,2\ny,3,4\n", "B2: “2e15” is too large a number."),
        ("Option,A\nWorst,5\nBest,5\nx,1\n", "B1: The scale of “A” has the same worst and best."),
        ("Option,A\nWorst,5\nBest,\nx,1\n", "B1: Worst and best of “A” go together"),
        ("Option,A\nDirection,max\nWorst,9\nBest,5\nx,7\n", "B1: Worst and best of “A” contradict"),
        ("hello\nworld\n", "No option was found"),
        ("Option,A\nx,NaN\ny,1\n", "B2: “NaN” is not a number."),
        ("Option,A\nx,inf\ny,1\n", "B2: “inf” is not a number."),
    ],
)
def test_what_is_wrong_is_named_by_its_cell(text, said):
    found = problems_in(text)
    assert any(sentence.startswith(said) or said in sentence for sentence in found), found


def test_every_problem_is_named_at_once():
    assert len(problems_in("Option,A,B\nx,one,two\ny,3,four\n")) == 3


@pytest.mark.parametrize("nothing", ["", "-", "–", "n/a", "N.A.", "k. A."])
def test_what_says_that_there_is_no_score_is_no_score(nothing):
    assert matrix(table_in(f"Option;A;B\nx;{nothing};2\ny;3;4\n")) == {
        ("x", "B"): 2.0,
        ("y", "A"): 3.0,
        ("y", "B"): 4.0,
    }


def test_sums_and_ranks_are_left_out():
    found = examined("Option,A,B,Total,Rank\nx,1,2,3,2\ny,4,5,9,1\nSum,5,7,12,\n")
    assert [c.name for c in found.table.criteria] == ["A", "B"]
    assert [o.name for o in found.table.options] == ["x", "y"]
    assert any("A4, D1, E1" in remark for remark in found.remarks)


def test_ratings_without_ends_share_one_scale_so_that_a_weighted_sum_keeps_its_order():
    table = table_in("Option,A,B\nx,1,9\ny,4,7\n")
    assert {(c.scale.worst, c.scale.best) for c in table.criteria} == {(0.0, 10.0)}


def test_stated_ends_and_units_are_taken():
    table = table_in("Option,Delay [days]\nWorst,30\nBest,5\nx,10\ny,20\n")
    assert table.criteria[0].scale == Scale(ScaleKind.NUMERIC, 30.0, 5.0, "days")


def test_an_officers_word_counts_more_than_what_was_recognised():
    grid = read_table(b"Option,A,B\nbasis,5,1\nx,10,20\ny,30,40\n")[0].grid
    scale = Scale(ScaleKind.NUMERIC, 50.0, 0.0, "days")
    mapping = alter(
        propose(grid),
        rows={1: RowRole.WEIGHT},
        columns={2: ColumnRole.SKIP},
        scales={1: scale},
    )
    table = examine(grid, mapping).table
    assert [(c.name, c.weight, c.scale) for c in table.criteria] == [("A", 5.0, scale)]
    assert [o.name for o in table.options] == ["x", "y"]
    with pytest.raises(IndexError):
        alter(mapping, rows={99: RowRole.SKIP})


def test_the_other_way_round_can_be_asked_for():
    grid = read_table(b"Action,A,B\nx,1,2\ny,3,4\n")[0].grid
    table = examine(grid, propose(grid, "columns")).table
    assert [o.name for o in table.options] == ["A", "B"]
    assert [c.name for c in table.criteria] == ["x", "y"]


def test_the_preview_says_what_every_cell_is_taken_for():
    text = "Option,A,Total\nWeight,3,\nx,one,2\n"
    grid = read_table(text.encode())[0].grid
    mapping = propose(grid)
    rows = preview(grid, mapping, examine(grid, mapping).problems)
    taken = {cell.name: cell.taken for row in rows for cell in row}
    assert taken["B1"] is Taken.CRITERION
    assert taken["B2"] is Taken.ATTRIBUTE
    assert taken["A3"] is Taken.OPTION
    assert taken["B3"] is Taken.SCORE
    assert taken["C3"] is Taken.NOTHING
    assert rows[2][1].problem == "“one” is not a number."


def test_the_preview_of_a_turned_table_stands_as_in_the_file():
    grid = read_table(b"Criterion,Weight,x,y\nA,3,1,2\nB,1,4,5\n")[0].grid
    rows = preview(grid, propose(grid))
    assert [cell.text for cell in rows[0]] == ["Criterion", "Weight", "x", "y"]
    assert rows[0][2].taken is Taken.OPTION
    assert rows[1][0].taken is Taken.CRITERION
    assert rows[1][2].taken is Taken.SCORE
    assert len(preview(grid, propose(grid), limit=1)) == 1


def test_nothing_at_all_is_refused():
    for data in (b"", b"\n\n", b";;;\n;;;\n", b"\xef\xbb\xbf"):
        with pytest.raises(TableRefused, match="nothing in this table"):
            read_table(data)
