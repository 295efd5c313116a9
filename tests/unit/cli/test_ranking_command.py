"""What `counterpoise rank` says does not depend on who computed it."""

import argparse
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cli import ranking
from db.model import (
    Assessment,
    Criterion,
    Decision,
    InvalidAssessment,
    Level,
    Option,
    Perspective,
    PerspectiveKind,
    ScaleKind,
    Score,
    Weight,
    check,
)
from db.model.fields import MAGNITUDE_LIMIT
from db.model.rows import canonical

NUMBERS = st.one_of(
    st.sampled_from([0.0, -0.0, 1.0, 5e-324, 1e-323, 1e-12, 1e12, -1e15, 1e15, 0.1, 1 / 3]),
    st.floats(-MAGNITUDE_LIMIT, MAGNITUDE_LIMIT),
)
POINTS = st.one_of(st.integers(0, 4).map(lambda n: 25.0 * n), st.floats(0.0, 100.0))
SWINGS = st.one_of(
    st.sampled_from([0.0, 1.0, 100.0, 5e-324, 1e-12, 1e12, MAGNITUDE_LIMIT]),
    st.floats(0.0, 100.0),
)


@st.composite
def odd_assessments(draw):
    """Deep trees, scales of any width, scores beyond their ends, ties, gaps, and lone options."""
    size = draw(st.integers(1, 7))
    criteria = []
    for i in range(size):
        parent = draw(st.sampled_from([None, *(row.id for row in criteria[-2:])]))
        worst, best = draw(st.tuples(NUMBERS, NUMBERS))
        natural = worst != best and draw(st.booleans())
        scale = {"scale": ScaleKind.NUMERIC, "worst": worst, "best": best} if natural else {}
        criteria.append(Criterion(id=f"c{i}", name=f"c{i}", parent=parent, **scale))
    leaves = [row for row in criteria if row.id not in {other.parent for other in criteria}]
    options = [
        Option(id=f"o{i}", name=f"o{i}", screened_out=draw(st.sampled_from(["", "", "too dear"])))
        for i in range(draw(st.integers(1, 4)))
    ]
    levels = [
        Level(criterion=row.id, at=row.worst + (row.best - row.worst) / 2, value=draw(POINTS))
        for row in leaves
        if row.worst != row.worst + (row.best - row.worst) / 2 != row.best and draw(st.booleans())
    ]
    return canonical(
        Assessment(
            decision=Decision(id="d", title="D", assessor="me"),
            options=tuple(options),
            criteria=tuple(criteria),
            levels=tuple(levels),
            perspectives=(
                Perspective(id="me", name="Me"),
                Perspective(id="they", name="They", kind=PerspectiveKind.ACTOR),
            ),
            weights=tuple(
                Weight(perspective=who, criterion=leaf.id, swing=draw(SWINGS))
                for who in ("me", "they")
                for leaf in leaves
                if draw(st.integers(0, 3))
            ),
            scores=tuple(
                _score(draw, option.id, leaf)
                for option in options
                for leaf in leaves
                if draw(st.integers(0, 4))
            ),
        )
    )


def _score(draw, option, leaf):
    near = st.sampled_from([leaf.worst, leaf.best, math.nextafter(leaf.best, leaf.worst)])
    numbers = st.one_of(NUMBERS, near) if leaf.scale is ScaleKind.NUMERIC else POINTS
    low, likely, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    ends = draw(st.sampled_from([{}, {"low": low}, {"low": low, "high": high}]))
    return Score(assessor="me", option=option, criterion=leaf.id, likely=likely, **ends)


def said(assessment, perspective, *, as_json, plainly):
    """What the command prints; through NumPy unless it is done `plainly`."""
    arguments = argparse.Namespace(perspective=perspective, json=as_json)
    with pytest.MonkeyPatch.context() as patch:
        if not plainly:
            patch.setattr(ranking, "find_plain_outcome", lambda *_: None)
        try:
            return ranking.rank(assessment, arguments)
        except ranking.Failure as failure:
            return str(failure)


@given(odd_assessments())
def test_the_printed_ranking_is_the_same_with_and_without_numpy(assessment):
    try:
        check(assessment)
    except InvalidAssessment:
        return
    for perspective in (None, "they"):
        for as_json in (False, True):
            plain, array = (
                said(assessment, perspective, as_json=as_json, plainly=way) for way in (True, False)
            )
            assert plain == array
