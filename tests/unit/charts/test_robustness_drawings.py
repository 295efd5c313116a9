"""Pictures of an examination show its numbers, inside their frame, and never by colour alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from reportlab.graphics.shapes import Polygon

from app.analysis.examination import examine
from app.analysis.outcome import find_outcome
from app.analysis.triangle import find_triangle
from app.charts import draw, make_theme
from app.charts.acceptability import rank_shades
from app.charts.robustness_pictures import (
    acceptability_picture,
    rank_text,
    stable_weights_picture,
    tornado_picture,
    tornado_text,
    triangle_picture,
)
from app.charts.shapes import Circle, Line, Rect, String
from app.charts.specs import (
    Area,
    Corner,
    RankAcceptability,
    RankShares,
    StableWeights,
    Tornado,
    TornadoBar,
    WeightSpan,
    WeightTriangle,
)
from app.charts.style import contrast, ink_on
from app.edits import scores
from tests.cases import small_case
from tests.unit.charts.test_drawings import DARK, LIGHT, NAMES, PAINTED, WIDTH, extent, texts

KNOWN = PAINTED | {Polygon}

RANKS = RankAcceptability(
    rows=(
        RankShares("First", (0.6, 0.3, 0.1), "60.0%"),
        RankShares("Second", (0.4, 0.35, 0.25), "40.0%"),
        RankShares("Third", (0.0, 0.35, 0.65), "0.0%"),
    ),
    head="first in",
    axis="Share of weightings",
)
TORNADO = Tornado(
    bars=(
        TornadoBar("First", "Rights", -6.0, 4.0, "-6.0", "+4.0", turn=-5.0, unseats=True),
        TornadoBar("Second", "Safety", -1.0, 3.0, "-1.0", "+3.0", turn=3.5),
        TornadoBar("Third", "Safety", 0.0, 2.0, "0.0", "+2.0", turn=50.0),
    ),
    axis="Points",
    turn_text="changes hands",
)
SPANS = StableWeights(
    spans=(
        WeightSpan("Rights", 0.1, 1.0, 0.4, "10.0% to 100.0%"),
        WeightSpan("Safety", 0.0, 0.5, 0.3, "0.0% to 50.0%"),
    ),
    axis="Share",
)
TRIANGLE = WeightTriangle(
    corners=(Corner("Rights", "now 40%"), Corner("Safety", "now 30%"), Corner("Cost", "now 30%")),
    areas=(
        Area("First", "first in 75%", ((1, 0, 0), (0, 1, 0), (0, 0.5, 0.5), (0.5, 0, 0.5))),
        Area("Second", "first in 25%", ((0, 0, 1), (0.5, 0, 0.5), (0, 0.5, 0.5))),
    ),
    present=(0.4, 0.3, 0.3),
    present_text="now",
)
ALL = (RANKS, TORNADO, SPANS, TRIANGLE)


def ends(shape):
    """The left and right end of any shape."""
    if isinstance(shape, Polygon):
        return min(shape.points[::2]), max(shape.points[::2])
    return extent(shape)


def shapes(spec, kind, theme=LIGHT):
    return [shape for shape in draw(spec, theme, WIDTH).contents if type(shape) is kind]


@pytest.fixture(scope="module")
def examination():
    return examine(find_outcome(small_case()), samples=2000)


@pytest.mark.parametrize("spec", ALL)
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_only_the_shapes_that_painters_know_are_used(spec, theme):
    assert {type(shape) for shape in draw(spec, theme, WIDTH).contents} <= KNOWN


@pytest.mark.parametrize("spec", ALL)
def test_right_to_left_is_the_mirror_image(spec):
    there = draw(spec, LIGHT, WIDTH).contents
    back = draw(structs.replace(spec, direction="rtl"), LIGHT, WIDTH).contents
    for shape, mirrored in zip(there, back, strict=True):
        left, right = ends(shape)
        assert ends(mirrored) == pytest.approx((WIDTH - right, WIDTH - left))


@given(st.lists(NAMES, min_size=1, max_size=30), st.sampled_from([280.0, 460.0, 800.0]))
def test_names_of_any_length_stay_inside_the_frame(names, width):
    long = tuple(RankShares(name, (0.5, 0.5), "50.0%") for name in names)
    bars = tuple(structs.replace(TORNADO.bars[0], label=name, sublabel=name) for name in names)
    spans = tuple(structs.replace(SPANS.spans[0], label=name) for name in names)
    areas = tuple(structs.replace(TRIANGLE.areas[0], label=name) for name in names)
    for spec in (
        structs.replace(RANKS, rows=long),
        structs.replace(TORNADO, bars=bars),
        structs.replace(SPANS, spans=spans),
        structs.replace(TRIANGLE, areas=areas),
    ):
        drawing = draw(spec, LIGHT, width)
        for shape in drawing.contents:
            left, right = ends(shape)
            assert left >= -0.01
            assert right <= width + 0.01
        assert all(0 <= s.y <= drawing.height for s in drawing.contents if isinstance(s, String))


def test_rank_bars_are_as_long_as_their_shares_and_say_their_rank():
    bars = shapes(RANKS, Rect)
    grid = sorted(s.x1 for s in shapes(RANKS, Line))
    whole = grid[-1] - grid[0]
    told = [share for row in RANKS.rows for share in row.shares if share]
    assert [bar.width + 0.6 for bar in bars] == pytest.approx([share * whole for share in told])
    shown = texts(draw(RANKS, LIGHT, WIDTH))
    assert shown.count("1") == 2
    assert shown.count("2") == shown.count("3") == 3
    assert {"60.0%", "40.0%", "0.0%", "first in"} <= set(shown)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_shades_of_ranks_run_one_way_and_keep_their_numbers_readable(theme):
    shades = rank_shades(theme, 7)
    steps = [contrast(shade, theme.paper) for shade in shades]
    assert steps == sorted(steps, reverse=True)
    assert all(contrast(ink_on(shade), shade) >= 4.5 for shade in shades)


def test_a_tornado_bar_runs_from_fall_to_rise_and_marks_the_turn_within_its_axis():
    lines = shapes(TORNADO, Line)
    ticks = sorted({s.x1 for s in lines if s.strokeWidth in (0.5, 0.9)})
    unit = (ticks[-1] - ticks[0]) / 10  # from -6 to +4 in steps of two
    assert [bar.width / unit for bar in shapes(TORNADO, Rect)] == pytest.approx([6, 4, 1, 3, 2])
    turns = [s for s in lines if s.strokeWidth == 1.8][:-1]  # the last explains the mark
    assert len(turns) == 2  # the third lies beyond the axis
    assert turns[0].x1 == pytest.approx(ticks[0] + unit)


def test_a_range_that_changes_the_first_place_stands_out_by_more_than_colour():
    bold = [s.text for s in shapes(TORNADO, String) if s.fontName == "bold"]
    assert bold == ["First"]


def test_a_span_covers_its_shares_and_ends_are_marked_only_where_the_leader_changes():
    spans = [s for s in shapes(SPANS, Rect) if s.height > 2]
    tracks = [s for s in shapes(SPANS, Rect) if s.height < 2]
    widths = [span.width / tracks[0].width for span in spans]
    assert widths == pytest.approx([0.9, 0.5])
    assert len([s for s in shapes(SPANS, Line) if s.strokeWidth == 1.2]) == 2
    places = [(dot.cx - tracks[0].x) / tracks[0].width for dot in shapes(SPANS, Circle)]
    assert places == pytest.approx([0.4, 0.3])


def test_the_areas_fill_the_triangle_and_carry_their_numbers():
    def surface(points):
        x, y = points[::2], points[1::2]
        return abs(sum(x[k - 1] * y[k] - x[k] * y[k - 1] for k in range(len(x)))) / 2

    areas = [surface(shape.points) for shape in shapes(TRIANGLE, Polygon)]
    assert areas[0] == pytest.approx(3 * areas[1])
    shown = texts(draw(TRIANGLE, LIGHT, WIDTH))
    assert shown.count("1") == shown.count("2") == 2  # in the area and in the key
    assert {"Rights", "Safety", "Cost", "now 40%", "first in 75%"} <= set(shown)


def test_the_pictures_show_what_was_found(examination):
    outcome, found = examination.outcome, examination.found
    ranks = acceptability_picture(outcome, found.any_weights)
    assert [row.label for row in ranks.rows] == ["Talk", "Hold back"]
    assert sum(ranks.rows[0].shares) == pytest.approx(1.0)
    bars = tornado_picture(examination).bars
    assert [(bar.label, bar.sublabel) for bar in bars] == [
        ("Talk (first)", "Peace"),
        ("Hold back", "Borders"),
    ]
    assert (bars[0].fall, bars[0].rise) == (-15.0, 5.0)
    assert bars[0].turn == pytest.approx(-32.5)
    spans = stable_weights_picture(examination).spans
    assert [span.label for span in spans] == ["Peace", "Borders", "Aid"]
    assert spans[0].low == 0.0
    assert spans[1].high < 1.0


def test_another_range_makes_another_tornado():
    certain = scores.set_score(small_case(), "me", "talk", "peace", 70.0)
    bars = tornado_picture(examine(find_outcome(certain), samples=1000)).bars
    assert [bar.label for bar in bars] == ["Hold back"]


def test_the_triangle_shows_who_leads_where():
    outcome = find_outcome(small_case())
    nodes = ("peace", "borders", "aid")
    below = [outcome.problem.below[outcome.problem.nodes.index(node)] for node in nodes]
    spec = triangle_picture(
        outcome, find_triangle(outcome.prepared, outcome.problem.shares, tuple(below)), nodes
    )
    assert {area.label for area in spec.areas} == {"Talk", "Hold back"}
    assert spec.areas[0].label == "Talk"
    assert [corner.label for corner in spec.corners] == ["Peace", "Borders", "Aid"]
    assert sum(spec.present) == pytest.approx(1.0)


def test_texts_stand_for_the_pictures(examination):
    outcome, found = examination.outcome, examination.found
    said = rank_text(outcome, found.any_weights)
    assert said.startswith("Share of weightings in which each option comes first: Talk ")
    assert "Talk on Peace from −15.0 to +5.0" in tornado_text(examination)


def test_a_bold_name_has_the_room_that_it_needs():
    """Bold letters are wider: a name that unseats the leader is not cut where there is room."""

    def wider_when_bold(text: str, font: str, size: float) -> float:
        return len(text) * size * (0.6 if font == "bold" else 0.5)

    spec = Tornado(
        (TornadoBar("Full embassy", "Cost", -5, 5, "-5", "+5", 2, unseats=True),), "", ""
    )
    drawing = draw(spec, make_theme(wider_when_bold, "plain", "bold"), WIDTH)
    assert "Full embassy" in texts(drawing)


def test_names_beside_a_triangle_take_a_second_line_rather_than_dots():
    area = Area("Regional engagement without recognition", "first in 10%", ((1, 0, 0),) * 3)
    corner = Corner("A", "now 1%")
    spec = WeightTriangle((corner,) * 3, (area,), (0.4, 0.3, 0.3), "now")
    found = texts(draw(spec, LIGHT, WIDTH))
    assert not any("…" in text for text in found)
    assert "recognition" in " ".join(found)
