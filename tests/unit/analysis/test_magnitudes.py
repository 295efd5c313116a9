"""No method stumbles over tiny, huge, tied, empty or missing numbers: no warning, no NaN."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.additive import evaluate, prepare
from app.analysis.admissible import admit_all
from app.analysis.attribution import split_change
from app.analysis.crosschecks.agreement import cross_check
from app.analysis.dominance import find_dominance
from app.analysis.model_checks import check_scores, check_weights
from app.analysis.potential import find_potentials, find_smallest_change
from app.analysis.robustness import find_robustness
from app.analysis.score_flips import find_efforts, find_score_flips
from app.analysis.smaa.given import count_given
from app.analysis.smaa.score_samples import vary
from app.analysis.smaa.simulation import simulate
from app.analysis.smaa.weight_samples import FreeWeights
from app.analysis.stability import find_joint_stability, find_score_tolerance
from app.analysis.tornado import find_tornado
from app.analysis.triangle import find_triangle
from app.analysis.value_functions import Carried
from app.analysis.weight_lines import vary_weight
from app.analysis.weights import normalise

MAGNITUDES = st.sampled_from([1e-12, 1e-6, 1.0, 1e6, 1e12])
WEIGHTS = st.one_of(
    st.sampled_from([0.0, 5e-324, 1e-300, 1e-12, 1.0, 100.0, 1e12]), st.floats(0.0, 1e15)
)
NUMBERS = st.one_of(st.sampled_from([0.0, 50.0, 100.0]), st.floats(0.0, 100.0))


@st.composite
def extremes(draw):
    """Values of one magnitude and weights that may span hundreds of them."""
    options, criteria = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    size = options * criteria
    values = np.array(draw(st.lists(NUMBERS, min_size=size, max_size=size)))
    raw = draw(st.lists(WEIGHTS, min_size=criteria, max_size=criteria).filter(any))
    return values.reshape(options, criteria), normalise(raw)


def numbers_of(found):
    """Every number in a result, however deep."""
    if isinstance(found, np.ndarray):
        return found.astype(float).ravel().tolist()
    if isinstance(found, (tuple, list)):
        return [number for part in found for number in numbers_of(part)]
    if isinstance(found, (int, float)):
        return [float(found)]
    slots = getattr(found, "__slots__", ())
    return [number for name in slots for number in numbers_of(getattr(found, name))]


@given(extremes(), MAGNITUDES)
@settings(max_examples=60)
def test_exact_methods_at_any_magnitude(case, magnitude):
    values, shares = case[0] * magnitude, case[1]
    prepared = prepare(values)
    winner = int(evaluate(prepared, shares).order[0])
    first = np.arange(shares.size) == 0
    found = [
        evaluate(prepared, shares),
        vary_weight(prepared, shares, first),
        find_joint_stability(prepared, shares, winner, "shares"),
        find_joint_stability(prepared, shares, winner, "swings"),
        find_score_flips(prepared, shares),
        find_dominance(values),
        cross_check(values, shares),
        split_change(values, shares, values[::-1].copy(), shares),
        count_given(values, np.vstack([shares, shares])),
    ]
    assert np.isfinite(numbers_of(found)).all()
    if shares.size >= 3:
        parts = tuple(np.arange(shares.size) == k for k in range(3))
        assert np.isfinite(numbers_of(find_triangle(prepared, shares, parts))).all()


@given(extremes(), st.data())
@settings(max_examples=25)
def test_everything_at_once_with_gaps_and_any_weights(case, data):
    values, shares = case
    gaps = data.draw(st.lists(st.booleans(), min_size=values.size, max_size=values.size))
    likely = np.where(np.array(gaps).reshape(values.shape), np.nan, values)
    ranges = Carried(np.maximum(values - 7, 0), likely, np.minimum(values + 5, 100))
    ranges = Carried(np.where(np.isnan(likely), np.nan, ranges.low), likely, ranges.high)
    found = find_robustness(ranges, shares, samples=256)
    for part in (found.any_weights, found.near_weights, found.stated_weights):
        assert part.rank.sum(axis=1) == pytest.approx(1.0)
        assert np.isfinite(numbers_of([part.rank, part.rank_error, part.confidence])).all()
    assert np.isfinite(numbers_of(found.learning)).all()
    assert np.isfinite(numbers_of(found.tornado)).all()
    assert np.isfinite(numbers_of([found.flips, found.potentials, found.crosschecks])).all()


@given(extremes(), MAGNITUDES)
@settings(max_examples=25)
def test_nearest_weights_and_efforts_at_any_magnitude(case, magnitude):
    values, shares = case[0] * magnitude, case[1]
    prepared = prepare(values)
    winner = int(evaluate(prepared, shares).order[0])
    assert np.isfinite(numbers_of(find_potentials(prepared, admit_all(shares.size)))).all()
    for option in range(len(values)):
        for distance in ("sum", "largest"):
            found = find_smallest_change(prepared, shares, option, distance)
            assert found is None or np.isfinite(numbers_of(found)).all()
    kept = [row for row in find_score_tolerance(prepared, shares, winner) if row is not None]
    assert np.isfinite(numbers_of([kept, find_efforts(prepared, shares)])).all()


@given(extremes(), MAGNITUDES, st.sampled_from(["exact", "uniform", "triangular", "normal"]))
@settings(max_examples=40)
def test_simulations_and_ranges_at_any_magnitude(case, magnitude, kind):
    values = case[0] * magnitude
    scores = vary(kind, values, values * 1.25, values * 1.5)
    found = simulate(scores, FreeWeights(values.shape[1]), samples=300)
    assert found.rank.sum(axis=1) == pytest.approx(1.0)
    assert np.isfinite(numbers_of([found.rank_error, found.pairwise_error])).all()
    tornado = find_tornado(values, values * 1.25, values * 1.5, case[1])
    assert np.isfinite(numbers_of(tornado)).all()
    findings = (*check_scores(values), *check_weights(values, case[1]))
    assert np.isfinite(numbers_of([row.measure for row in findings])).all()
