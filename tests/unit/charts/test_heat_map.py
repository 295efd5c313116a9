"""Heat maps print every number, mark what comes first, and break where they are too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.analysis.outcome import find_outcome
from app.analysis.policy.actors import find_actors
from app.analysis.policy.scenarios import find_scenarios
from app.charts import HeatMap, draw
from app.charts.heat_pictures import actor_picture, heat_text, regret_picture, scenario_picture
from app.charts.shapes import PolyLine, Rect, String
from app.charts.specs import HeatCell
from app.charts.style import contrast
from app.charts.tables import as_table
from app.exchange.samples import read_sample
from tests.unit.charts.test_drawings import DARK, LIGHT, NAMES, WIDTH


def heat(columns: int, rows: int, **marks: bool) -> HeatMap:
    """A map whose numbers say where they stand."""
    return HeatMap(
        corner="Option",
        columns=tuple(f"Column {n}" for n in range(columns)),
        rows=tuple(f"Row {n}" for n in range(rows)),
        cells=tuple(
            tuple(HeatCell(f"{r}.{c}", 100.0 * c / columns, **marks) for c in range(columns))
            for r in range(rows)
        ),
        legend="The darker, the better",
    )


def written(drawing) -> list[str]:
    return [shape.text for shape in drawing.contents if isinstance(shape, String)]


@given(
    st.integers(1, 60), st.integers(1, 60), st.lists(NAMES, min_size=1, max_size=60), st.booleans()
)
def test_every_number_is_printed_inside_the_frame(columns, rows, names, mirrored):
    spec = heat(columns, rows)
    spec = structs.replace(
        spec,
        columns=tuple(names[n % len(names)] for n in range(columns)),
        direction="rtl" if mirrored else "ltr",
    )
    drawing = draw(spec, LIGHT, WIDTH)
    texts = written(drawing)
    assert all(f"{r}.{c}" in texts for r in range(rows) for c in range(columns))
    for shape in drawing.contents:
        if isinstance(shape, Rect):
            assert -0.01 <= shape.x <= shape.x + shape.width <= WIDTH + 0.01
            assert -0.01 <= shape.y <= shape.y + shape.height <= drawing.height + 0.01


def test_columns_that_do_not_fit_go_on_below_under_the_same_rows():
    few, many = draw(heat(4, 3), LIGHT, WIDTH), draw(heat(40, 3), LIGHT, WIDTH)
    assert written(few).count("Row 1") == 1
    assert written(many).count("Row 1") > 1
    assert many.height > few.height


def test_frames_and_ticks_are_lines_and_no_colours():
    plain = draw(heat(2, 2), LIGHT, WIDTH)
    marked = draw(heat(2, 2, first=True, ticked=True), LIGHT, WIDTH)
    assert not [shape for shape in plain.contents if isinstance(shape, PolyLine)]
    assert len([shape for shape in marked.contents if isinstance(shape, PolyLine)]) == 8


def test_a_tick_is_not_turned_round_in_a_mirrored_map():
    spec = structs.replace(heat(1, 1, ticked=True), direction="rtl")
    ticks = [s.points for s in draw(spec, LIGHT, WIDTH).contents if isinstance(s, PolyLine)]
    xs, ys = ticks[0][::2], ticks[0][1::2]
    assert xs[0] < xs[1] < xs[2]
    assert ys[2] == max(ys)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_numbers_are_readable_on_the_deepest_shade(theme):
    spec = HeatMap("", ("A",), ("B",), ((HeatCell("9", 100.0),),), "")
    drawing = draw(spec, theme, WIDTH)
    ground = next(s for s in drawing.contents if isinstance(s, Rect)).fillColor
    assert contrast("#" + ground.hexval()[2:], theme.ink) >= 4.5


def test_the_map_of_actors_says_what_the_analysis_found():
    assessment = read_sample()
    table = find_actors(assessment, find_outcome(assessment))
    spec = actor_picture(assessment, table)
    assert len(spec.cells) == len(spec.rows) == len(table.options)
    russia = [row[spec.columns.index("Russia")] for row in spec.cells]
    assert [name for name, cell in zip(spec.rows, russia, strict=True) if cell.first] == [
        "Regional engagement without recognition"
    ]
    assert "Russia: " in heat_text(spec)
    told = as_table(spec)
    assert told.heads == ("Option", *spec.columns)
    assert "65.5 (first, ✓)" in {text for row in told.rows for text in row}


def test_the_map_of_scenarios_has_today_beside_them_and_the_worst_regret_last():
    assessment = read_sample()
    table = find_scenarios(assessment)
    spec = scenario_picture(assessment, table, find_outcome(assessment))
    assert spec.columns[0] == "Now"
    assert spec.columns[-1] == "Worst regret"
    assert scenario_picture(assessment, table, None).columns == spec.columns[1:]
    assert regret_picture(assessment, table).columns == (*spec.columns[1:-1], "At worst")
    assert all(row[-1].shade is None for row in spec.cells)


def test_labels_of_rows_make_room_for_long_words_over_the_columns():
    spec = heat(8, 3)
    long = "Pragmatists"
    rows = tuple(f"Regional engagement without recognition {n}" for n in range(3))
    spec = structs.replace(spec, columns=(f"{long} gain",) * 8, rows=rows)
    assert written(draw(spec, LIGHT, WIDTH)).count(long) == 8


@pytest.mark.parametrize(("direction", "leftwards"), [("rtl", True), ("ltr", False)])
def test_from_one_number_to_another_runs_as_the_picture_does(direction, leftwards):
    spec = structs.replace(heat(1, 1), cells=((HeatCell("58 ← 33", 50.0),),), direction=direction)
    (shown,) = (
        shape
        for shape in draw(spec, LIGHT, WIDTH).contents
        if isinstance(shape, String) and "←" in shape.text
    )
    assert shown.leftwards is leftwards
