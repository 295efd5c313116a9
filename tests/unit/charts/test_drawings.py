"""Charts show what their specification says, inside their frame, and never by colour alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.charts import draw, make_theme
from app.charts.sensitivity import spread
from app.charts.shapes import Circle, Line, PolyLine, Rect, String
from app.charts.specs import Crossover, RankedBar, Ranking, WeightLine, WeightSensitivity
from app.charts.style import contrast, ink_on

WIDTH = 460.0
PAINTED = {Rect, Line, PolyLine, Circle, String}


def measure(text: str, font: str, size: float) -> float:
    """A typewriter: no font is needed to lay out a chart."""
    return len(text) * size * 0.5


LIGHT = make_theme(measure, "plain", "bold")
DARK = make_theme(measure, "plain", "bold", dark=True)
NAMES = st.text(st.sampled_from("abc déĀбس "), max_size=40)
VALUES = st.floats(0, 100)


@st.composite
def rankings(draw_from):
    parts = draw_from(st.integers(1, 10))
    bars = []
    for label in draw_from(st.lists(NAMES, min_size=1, max_size=12)):
        shares = draw_from(st.lists(st.floats(0, 100 / parts), min_size=parts, max_size=parts))
        total = sum(shares)
        half = draw_from(st.floats(0, min(total, 100 - total) if total < 100 else 0))
        bars.append(
            RankedBar(label, tuple(shares), total, f"{total:.1f}", total - half, total + half)
        )
    return Ranking(tuple(bars), tuple(f"part {n}" for n in range(parts)), "Value")


@st.composite
def sensitivities(draw_from):
    lines = st.builds(WeightLine, NAMES, VALUES, VALUES, st.booleans())
    return WeightSensitivity(
        tuple(draw_from(st.lists(lines, min_size=1, max_size=12))),
        (),
        draw_from(st.floats(0, 1)),
        "now",
        "Share",
        "Value",
    )


RANKING = Ranking(
    bars=(
        RankedBar("First", (30.0, 20.0), 50.0, "50.0", 50.0, 50.0),
        RankedBar("Second", (10.0, 15.0), 25.0, "25.0", 20.0, 30.0, "provisional"),
    ),
    parts=("Rights", "Security"),
    axis="Value",
)
SENSITIVITY = WeightSensitivity(
    lines=(WeightLine("First", 60, 40, leading=True), WeightLine("Second", 20, 70)),
    crossovers=(Crossover(0.4, 52, "40 %"),),
    present=0.2,
    present_text="now 20 %",
    x_axis="Share",
    y_axis="Value",
)


def extent(shape) -> tuple[float, float]:
    """The left and right end of a shape."""
    if isinstance(shape, Rect):
        return shape.x, shape.x + shape.width
    if isinstance(shape, Circle):
        return shape.cx - shape.r, shape.cx + shape.r
    if isinstance(shape, Line):
        return min(shape.x1, shape.x2), max(shape.x1, shape.x2)
    if isinstance(shape, PolyLine):
        return min(shape.points[::2]), max(shape.points[::2])
    width = measure(shape.text, shape.fontName, shape.fontSize)
    left = shape.x - width * {"start": 0, "middle": 0.5, "end": 1}[shape.textAnchor]
    return left, left + width


def texts(drawing) -> list[str]:
    return [shape.text for shape in drawing.contents if isinstance(shape, String)]


@given(st.one_of(rankings(), sensitivities()), st.sampled_from([LIGHT, DARK]))
def test_only_the_shapes_that_painters_know_are_used(spec, theme):
    assert {type(shape) for shape in draw(spec, theme, WIDTH).contents} <= PAINTED


@given(rankings(), st.sampled_from(["ltr", "rtl"]))
def test_bars_and_labels_stay_inside_the_frame(spec, direction):
    drawing = draw(structs.replace(spec, direction=direction), LIGHT, WIDTH)
    for shape in drawing.contents:
        left, right = extent(shape)
        assert left >= -0.01
        assert right <= WIDTH + 0.01


@given(rankings())
def test_bars_are_as_long_as_their_contributions(spec):
    drawing = draw(spec, LIGHT, WIDTH)
    bars = [s for s in drawing.contents if isinstance(s, Rect)][len(spec.parts) :]
    drawn = sum(bar.width + 0.6 for bar in bars)
    grid = sorted(s.x1 for s in drawing.contents if type(s) is Line and s.strokeWidth == 0.5)
    unit = (grid[1] - grid[0]) / 25
    told = sum(bar.total for bar in spec.bars)
    assert drawn == pytest.approx(told * unit, abs=0.7 * len(spec.parts) * len(spec.bars))


def test_every_label_total_and_remark_is_written():
    shown = texts(draw(RANKING, LIGHT, WIDTH))
    for text in ("First", "Second", "50.0", "25.0", "provisional", "Rights", "Security", "Value"):
        assert text in shown


def test_parts_are_told_apart_by_number_as_well_as_by_colour():
    shown = texts(draw(RANKING, LIGHT, WIDTH))
    assert shown.count("1") == shown.count("2") == 3  # legend and both bars


def test_an_interval_is_drawn_only_where_a_total_is_uncertain():
    def marks(spec):
        return sum(
            s.strokeWidth == 1.0 for s in draw(spec, LIGHT, WIDTH).contents if type(s) is Line
        )

    certain = structs.replace(RANKING, bars=RANKING.bars[:1])
    assert marks(certain) == 0
    assert marks(RANKING) == 3


def test_lines_are_told_apart_by_dash_and_label_as_well_as_by_colour():
    drawing = draw(SENSITIVITY, LIGHT, WIDTH)
    lines = [s for s in drawing.contents if isinstance(s, Line) and s.strokeWidth in (1.2, 2.2)]
    assert len({str(line.strokeDashArray) for line in lines}) == len(lines) == 2
    assert {"First", "Second", "now 20 %", "40 %"} <= set(texts(drawing))


def test_a_crossover_is_marked_where_the_lines_meet():
    drawing = draw(SENSITIVITY, LIGHT, WIDTH)
    (dot,) = (s for s in drawing.contents if isinstance(s, Circle))
    first = next(s for s in drawing.contents if isinstance(s, Line) and s.strokeWidth == 2.2)
    share = (dot.cx - first.x1) / (first.x2 - first.x1)
    assert share == pytest.approx(0.4)
    assert dot.cy == pytest.approx(first.y1 + share * (first.y2 - first.y1))


@pytest.mark.parametrize("spec", [RANKING, SENSITIVITY])
def test_right_to_left_is_the_mirror_image(spec):
    there = draw(spec, LIGHT, WIDTH).contents
    back = draw(structs.replace(spec, direction="rtl"), LIGHT, WIDTH).contents
    for shape, mirrored in zip(there, back, strict=True):
        left, right = extent(shape)
        assert extent(mirrored) == pytest.approx((WIDTH - right, WIDTH - left))


@pytest.mark.parametrize("spec", [RANKING, SENSITIVITY])
def test_numbers_along_the_axes_use_the_digits_of_the_language(spec):
    shown = texts(draw(structs.replace(spec, digits="۰۱۲۳۴۵۶۷۸۹"), LIGHT, WIDTH))
    assert "۵۰" in shown
    assert "50" not in shown


def test_many_lines_all_keep_a_label_inside_the_frame():
    lines = tuple(WeightLine(f"Option {n}", 80 - n, 20 + n) for n in range(50))
    drawing = draw(structs.replace(SENSITIVITY, lines=lines), LIGHT, WIDTH)
    labels = [s for s in drawing.contents if isinstance(s, String) and s.text.startswith("Option")]
    assert len(labels) == 50
    assert all(0 <= label.y <= drawing.height for label in labels)
    assert drawing.height < 700


def test_many_options_still_fit_on_a_page():
    many = structs.replace(RANKING, bars=RANKING.bars * 25)
    assert draw(many, LIGHT, WIDTH).height < 700


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_text_and_lines_stand_out_from_the_ground(theme):
    assert contrast(theme.ink, theme.paper) >= 7
    assert contrast(theme.faint, theme.paper) >= 4.5
    assert all(contrast(stroke, theme.paper) >= 4.5 for stroke in theme.strokes)
    assert all(contrast(ink_on(fill), fill) >= 4.5 for fill in theme.fills)


@given(st.lists(st.floats(0, 200), max_size=12))
def test_labels_are_spread_without_changing_their_order(heights):
    placed = spread(heights, 11, 400)
    order = sorted(range(len(heights)), key=lambda index: heights[index])
    for lower, upper in pairwise(order):
        assert placed[upper] - placed[lower] >= 11 - 1e-9
    assert all(height <= 400 for height in placed)
