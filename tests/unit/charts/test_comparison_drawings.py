"""Pictures of two options show where the lead comes from, whatever their numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.analysis.outcome import find_outcome
from app.charts import draw
from app.charts.comparison_pictures import (
    MOST_BARS,
    lead_picture,
    lead_text,
    profile_picture,
    profile_text,
)
from app.charts.shapes import Circle, Rect
from app.charts.specs import EffortMark, EffortPlot, GapBar, LeadParts, Profile, ProfileRow
from app.exchange.samples import read_sample
from tests.benchmarks.large import large_assessment
from tests.unit.charts.test_drawings import DARK, LIGHT, WIDTH, texts
from tests.unit.charts.test_robustness_drawings import ends

LEAD = LeadParts(
    first="for A",
    second="for B",
    bars=(GapBar("Rights", 6.2, "+6.2"), GapBar("Cost", 0.0, "0.0"), GapBar("Unity", -3.1, "-3.1")),
    axis="Points",
)
PROFILE = Profile(
    first="A",
    second="B",
    rows=(ProfileRow("Rights", 80, 20, 10, 90), ProfileRow("Cost", 50, 50, 50, 50)),
    range_text="all",
    axis="Value",
)
EFFORT = EffortPlot(
    marks=(
        EffortMark("A", 10, 40, "10", "40.0", True),
        EffortMark("B", 25, 35, "25", "35.0", False),
        EffortMark("C", 60, 80, "60", "80.0", True),
    ),
    x_axis="Effort",
    y_axis="Value",
)
names = st.text(max_size=60)
numbers = st.floats(-100, 100)


@pytest.fixture(scope="module")
def outcome():
    return find_outcome(read_sample())


def option(outcome, code):
    rows = outcome.assessment.options
    return next(row.id for row in rows if row.code == code)


def test_the_parts_of_a_lead_add_up_to_it(outcome):
    first, second = option(outcome, "CM"), option(outcome, "RE")
    picture = lead_picture(outcome, first, second)
    lead = outcome.total(first) - outcome.total(second)
    assert sum(bar.points for bar in picture.bars) == pytest.approx(lead)
    assert [bar.points for bar in picture.bars] == sorted(
        (bar.points for bar in picture.bars), reverse=True
    )


def test_turned_round_every_part_changes_its_sign(outcome):
    first, second = option(outcome, "CM"), option(outcome, "RE")
    there = {b.label: b.points for b in lead_picture(outcome, first, second).bars}
    back = {b.label: b.points for b in lead_picture(outcome, second, first).bars}
    assert back == {label: -points for label, points in there.items()}


def test_many_criteria_share_a_bar_and_lose_nothing():
    outcome = find_outcome(large_assessment(options=4, criteria=50, assessors=1))
    first, second = outcome.ranked[:2]
    picture = lead_picture(outcome, first, second)
    assert len(picture.bars) == MOST_BARS
    lead = outcome.total(first) - outcome.total(second)
    assert sum(bar.points for bar in picture.bars) == pytest.approx(lead)


def test_a_profile_shows_both_within_the_range_of_all(outcome):
    picture = profile_picture(outcome, option(outcome, "CM"), option(outcome, "RE"))
    assert len(picture.rows) == len(outcome.problem.criteria)
    for row in picture.rows:
        assert row.low <= min(row.first, row.second) <= max(row.first, row.second) <= row.high


def test_the_words_for_the_pictures_hold_their_numbers(outcome):
    first, second = option(outcome, "CM"), option(outcome, "RE")
    lead, profile = lead_text(outcome, first, second), profile_text(outcome, first, second)
    for bar in lead_picture(outcome, first, second).bars:
        assert f"{bar.label} {bar.text}" in lead
    for row in profile_picture(outcome, first, second).rows:
        assert f"{row.label} {row.first:.1f} to {row.second:.1f}" in profile


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("spec", [LEAD, PROFILE, EFFORT])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_everything_is_inside_the_frame(theme, spec, direction):
    drawing = draw(structs.replace(spec, direction=direction), theme, WIDTH)
    sides = [end for shape in drawing.contents for end in ends(shape)]
    assert -0.5 <= min(sides) <= max(sides) <= WIDTH + 0.5


def test_bars_go_to_the_side_that_they_speak_for():
    bars = [s for s in draw(LEAD, LIGHT, WIDTH).contents if isinstance(s, Rect)]
    assert len(bars) == 2  # nothing is drawn for nought but its number
    assert bars[0].x >= bars[1].x + bars[1].width
    assert "0.0" in texts(draw(LEAD, LIGHT, WIDTH))


def test_the_two_options_differ_by_shape_not_by_colour_alone():
    drawing = draw(PROFILE, LIGHT, WIDTH)
    discs = [shape for shape in drawing.contents if isinstance(shape, Circle)]
    assert len(discs) == len(PROFILE.rows) + 1  # one a row, one in the key


@given(
    st.lists(st.builds(GapBar, names, numbers, st.just("+1.0")), max_size=8),
    st.floats(200, 900),
)
def test_no_numbers_and_no_names_break_the_parts_of_a_lead(bars, width):
    draw(structs.replace(LEAD, bars=tuple(bars)), LIGHT, width)


@given(
    st.lists(st.builds(ProfileRow, names, *[st.floats(0, 100)] * 4), max_size=8),
    st.floats(200, 900),
)
def test_no_numbers_and_no_names_break_a_profile(rows, width):
    draw(structs.replace(PROFILE, rows=tuple(rows)), LIGHT, width)


@given(
    st.lists(
        st.builds(
            EffortMark,
            names,
            st.floats(-1e9, 1e9),
            st.floats(0, 100),
            names,
            names,
            st.booleans(),
        ),
        max_size=8,
    ),
    st.floats(200, 900),
)
def test_no_numbers_and_no_names_break_value_against_effort(marks, width):
    draw(structs.replace(EFFORT, marks=tuple(marks)), LIGHT, width)


def test_efforts_that_nothing_tells_apart_have_an_axis():
    marks = tuple(structs.replace(mark, effort=5e-324) for mark in EFFORT.marks)
    draw(structs.replace(EFFORT, marks=marks), LIGHT, 400)
