"""The ranking without NumPy is the ranking with it, to the last bit."""

import math

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis import additive, weights
from app.analysis.outcome import find_outcome
from app.analysis.plain_outcome import (
    LARGEST,
    find_plain_outcome,
    interpolated,
    normalised,
    weigh,
)
from app.analysis.plain_verdict import find_plain_doubts, find_plain_flips, find_plain_verdict
from app.analysis.verdict import find_verdict
from app.exchange.samples import read_sample
from db.model import (
    Assessment,
    Criterion,
    Decision,
    Level,
    Option,
    Perspective,
    ScaleKind,
    Score,
    Weight,
    Widening,
)
from db.model.rows import canonical
from tests.strategies import assessments

VALUES = st.floats(0.0, 100.0)
SHARES = st.lists(st.floats(0.0, 1e15), min_size=1, max_size=9).filter(any)


SHAPE = (("a", None), ("a1", "a"), ("a2", "a"), ("b", None), ("b1", "b"), ("c", None))
LEAVES = ("a1", "a2", "b1", "c")
RANGES = st.one_of(
    st.none(),
    st.lists(st.one_of(st.integers(0, 4).map(lambda n: 25.0 * n), VALUES), min_size=3, max_size=3),
)


@st.composite
def decisions(draw):
    """Draw four options with ranges and gaps, on scales that rise, fall and bend."""
    swings = draw(st.tuples(*[st.one_of(st.none(), st.just(0.0), st.floats(1e-3, 100))] * 4))
    stated = {(o, leaf): draw(RANGES) for o in "wxyz" for leaf in LEAVES}
    bend = draw(st.one_of(st.none(), VALUES))
    falls = draw(st.booleans())
    worst, best = (250.0, -70.0) if falls else (-70.0, 250.0)
    numeric = {"scale": ScaleKind.NUMERIC, "worst": worst, "best": best, "unit": "km"}
    rows = [(key, sorted(row)) for key, row in stated.items() if row is not None]
    levels = () if bend is None else (Level(criterion="a1", at=40.0, value=bend),)
    return canonical(
        Assessment(
            decision=Decision(id="d", title="D", assessor="me"),
            options=tuple(Option(id=key, name=key) for key in "wxyz"),
            criteria=tuple(
                Criterion(id=key, name=key, parent=top, **(numeric if key == "b1" else {}))
                for key, top in SHAPE
            ),
            levels=levels,
            perspectives=(Perspective(id="me", name="Me"),),
            weights=tuple(
                Weight(perspective="me", criterion=leaf, swing=swing)
                for leaf, swing in zip(LEAVES, swings, strict=True)
                if swing is not None
            ),
            scores=tuple(
                Score(
                    assessor="me", option=o, criterion=leaf, low=row[0], likely=row[1], high=row[2]
                )
                for (o, leaf), row in rows
            ),
        )
    )


@pytest.fixture(scope="module")
def sample():
    """Return the worked example."""
    return read_sample()


def bits(numbers) -> bytes:
    return np.asarray(numbers, dtype=np.float64).tobytes()


def assert_the_same(assessment, perspective=None):
    """Compare everything that is said of a ranking; True where there was one to compare."""
    plain = find_plain_outcome(assessment, perspective)
    if plain is None:
        return False
    array = find_outcome(assessment, perspective)
    assert array is not None
    ranked = plain.ranked
    assert ranked == array.ranked
    assert plain.leaders == array.leaders
    assert plain.perspective == array.perspective
    assert (plain.weighted, plain.unweighted) == (array.weighted, array.unweighted)
    assert (plain.gaps, plain.provisional) == (array.gaps, array.provisional)
    assert list(plain.weights) == list(array.weights)
    assert bits(list(plain.weights.values())) == bits(list(array.weights.values()))
    for option in ranked:
        assert plain.rank(option) == array.rank(option)
        assert bits(plain.total(option)) == bits(array.total(option))
        assert bits(plain.interval(option)) == bits(array.interval(option))
        for node in array.problem.nodes:
            ours, theirs = plain.contribution(option, node), array.contribution(option, node)
            assert bits(ours) == bits(theirs)
    assert find_plain_verdict(plain) == find_verdict(array)
    return True


@given(assessments(), st.booleans())
def test_every_ranking_is_the_same(assessment, by_all):
    assert_the_same(assessment)
    for row in assessment.perspectives if by_all else ():
        assert_the_same(assessment, row.id)


@given(decisions())
def test_ranges_gaps_and_bends_make_no_difference(assessment):
    assert assert_the_same(assessment)


def test_the_worked_example_is_the_same_for_every_perspective(sample):
    assert all(assert_the_same(sample, row.id) for row in sample.perspectives)


def test_missing_scores_and_missing_weights_make_no_difference(sample):
    scores = tuple(
        msgspec.structs.replace(row, low=None, likely=None, high=None) if k % 3 == 0 else row
        for k, row in enumerate(sample.scores)
    )
    gappy = msgspec.structs.replace(sample, scores=scores)
    bare = msgspec.structs.replace(gappy, weights=())
    few = msgspec.structs.replace(gappy, weights=sample.weights[::2])
    assert all(map(assert_the_same, (gappy, bare, few)))
    assert find_plain_outcome(gappy).gaps


@given(st.lists(VALUES, min_size=1, max_size=8), st.data())
def test_contributions_are_rounded_to_the_same_grain(row, data):
    scale = data.draw(st.sampled_from([1.0, 1e-3, 1e-9, 2.0**-1060]))
    row = [value * scale for value in row]
    raw = data.draw(st.lists(st.floats(0.0, 100.0), min_size=len(row), max_size=len(row)))
    shares = normalised(raw) if any(raw) else [1.0 / len(row)] * len(row)
    theirs, totals = additive.weigh(additive.prepare([row]), np.array(shares))
    (ours,) = weigh([row], shares)
    assert bits(ours) == bits(theirs[0])
    assert bits(math.fsum(ours)) == bits(totals[0])


@given(SHARES)
def test_shares_are_the_same(raw):
    assert bits(normalised(raw)) == bits(weights.normalise(raw))


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=6, unique=True), st.data())
def test_values_between_points_are_the_same(points, data):
    points = sorted(points)
    values = data.draw(st.lists(VALUES, min_size=len(points), max_size=len(points)))
    x = data.draw(st.one_of(st.floats(-2e6, 2e6), st.sampled_from(points)))
    assert bits(interpolated(x, points, values)) == bits(np.interp(x, points, values))


def test_what_is_large_or_widened_is_left_to_numpy(sample):
    many = tuple(Option(id=f"o{i}", name=f"o{i}") for i in range(LARGEST))
    assert find_plain_outcome(msgspec.structs.replace(sample, options=many)) is None
    widened = msgspec.structs.replace(sample.decision, widening=Widening.ON)
    assert find_plain_outcome(msgspec.structs.replace(sample, decision=widened)) is None


def test_nothing_is_ranked_where_there_is_nothing(sample):
    for table in ("options", "criteria"):
        empty = msgspec.structs.replace(
            sample, **{table: ()}, scores=(), weights=(), levels=(), score_evidence=()
        )
        assert find_plain_outcome(empty) is None


def test_a_tied_lead_has_neither_flips_nor_doubts(sample):
    twin = msgspec.structs.replace(sample.options[0], id="twin")
    leader = find_plain_outcome(sample).leaders[0]
    scores = tuple(
        msgspec.structs.replace(row, option="twin") for row in sample.scores if row.option == leader
    )
    tied = msgspec.structs.replace(
        sample, options=(*sample.options, twin), scores=(*sample.scores, *scores)
    )
    plain = find_plain_outcome(tied)
    assert len(plain.leaders) == 2
    assert find_plain_flips(plain) == find_plain_doubts(plain) == ()
    assert assert_the_same(tied)


def test_the_samples_flips_and_doubts_are_told(sample):
    verdict = find_plain_verdict(find_plain_outcome(sample))
    assert verdict.flips
    assert pytest.approx(verdict.lead) == find_verdict(find_outcome(sample)).lead
