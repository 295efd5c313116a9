"""What scales and their levels say, and edits of them that are one step."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.value_functions import apply, piecewise_linear
from app.desktop.models import level_edits
from app.desktop.models.scales import nearest_levels, value_of, value_points
from db.model import Assessment, Criterion, Decision, Level, ScaleKind

LEAF = Criterion(
    id="cost", name="Cost", scale=ScaleKind.NUMERIC, unit="million", worst=80.0, best=0.0
)


def case(*levels, leaf=LEAF):
    return Assessment(decision=Decision(id="d", title="T"), criteria=(leaf,), levels=levels)


def level(at, words="", value=None):
    return Level(criterion="cost", at=at, words=words, value=value)


@given(st.floats(-50, 150), st.floats(0.5, 79.5), st.floats(0, 100))
def test_values_are_those_of_the_analysis(number, at, value):
    points = value_points(case(level(at, value=value)), LEAF)
    function = piecewise_linear(*points)
    assert value_of(points, number) == pytest.approx(apply(function, np.array([number]))[0])


def test_the_words_around_a_number_are_the_nearest_described_levels():
    a = case(level(0.0, "free"), level(20.0), level(40.0, "dear"), level(80.0, "ruinous"))
    assert [x.words for x in nearest_levels(a, LEAF, 30.0)] == ["free", "dear"]
    assert [x.words for x in nearest_levels(a, LEAF, 40.0)] == ["dear"]
    assert [x.words for x in nearest_levels(a, LEAF, 99.0)] == ["ruinous"]


def test_described_ends_alone_are_not_repeated_for_a_number():
    a = case(level(0.0, "free"), level(80.0, "ruinous"))
    assert nearest_levels(a, LEAF, 40.0) == ()


def test_new_ends_take_the_words_of_the_old_ones():
    a = case(level(0.0, "free"), level(40.0, "dear"), level(80.0, "ruinous"))
    moved = level_edits.set_ends(a, "cost", ScaleKind.NUMERIC, "million", 100.0, 10.0)
    assert [(x.at, x.words) for x in moved.levels] == [
        (10.0, "free"),
        (40.0, "dear"),
        (100.0, "ruinous"),
    ]


def test_ends_can_be_swapped():
    a = case(level(0.0, "free"), level(80.0, "ruinous"))
    turned = level_edits.set_ends(a, "cost", ScaleKind.NUMERIC, "million", 0.0, 80.0)
    assert [(x.at, x.words) for x in turned.levels] == [(0.0, "ruinous"), (80.0, "free")]


def test_a_moved_level_keeps_its_words_and_value():
    a = case(level(40.0, "dear", 60.0))
    (moved,) = level_edits.move_level(a, "cost", 40.0, 50.0).levels
    assert (moved.at, moved.words, moved.value) == (50.0, "dear", 60.0)


def test_the_widest_gap_is_halved():
    assert level_edits.widest_gap(case(level(20.0)), "cost") == 50.0


def test_describing_keeps_the_value():
    (described,) = level_edits.describe(case(level(40.0, "", 60.0)), "cost", 40.0, "dear").levels
    assert (described.words, described.value) == ("dear", 60.0)
