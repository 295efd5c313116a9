"""Published cases of SMAA-2."""

import numpy as np
import pytest

from app.analysis.smaa.given import count_given
from app.analysis.smaa.score_samples import vary
from app.analysis.smaa.simulation import simulate
from app.analysis.smaa.weight_samples import FreeWeights, OrderedWeights, fix_weights
from app.analysis.value_functions import apply, linear

SAMPLES = 40_000


def test_a_never_best_option_has_no_central_weights(published):
    expected = published("smaa_edge_cases").expected["case_a"]
    values = np.array([[3.0, 3.0, 3.0], [1.0, 1.0, 1.0]])
    found = count_given(values, np.ones((10_000, 3)))
    assert found.central_weights[0] == pytest.approx(expected["central_weight_A"], abs=1e-9)
    assert found.central_weights[1] is None
    assert list(found.confidence) == expected["confidence"]


def test_a_single_win_gives_central_weights(published):
    expected = published("smaa_edge_cases").expected["case_b"]
    values = np.tile([[3.0] * 3, [1.0] * 3], (10_000, 1, 1))
    values[17, 1] = 5.0
    found = count_given(values, np.full((10_000, 3), 1 / 3))
    assert found.central_weights[0] == pytest.approx(expected["central_weight_A"], abs=1e-9)
    assert found.central_weights[1] == pytest.approx(expected["central_weight_B"], abs=1e-9)
    assert found.rank.tolist() == [[0.9999, 0.0001], [0.0001, 0.9999]]


def test_pairwise_winning_indices(published):
    expected = published("smaa_edge_cases").expected["case_c"]
    values = np.tile([[2.0], [1.0]], (10, 1, 1))
    values[4] = [[1.0], [2.0]]
    found = count_given(values, np.ones((10, 1)))
    assert found.pairwise == pytest.approx(np.array(expected["pwi"]), abs=1e-9)


def test_antidepressants_of_the_jsmaa_regression_test(published):
    case = published("smaa_jsmaa_antidepressants")
    generator = np.random.default_rng(2001)
    columns = []
    for criterion, direction in zip(
        case.inputs["criteria"], case.inputs["directions"], strict=True
    ):
        measured = case.inputs["measurements"][criterion]
        worst, best = _hull(measured)[::direction]
        drawn = np.column_stack([_draw(generator, *m) for m in measured])
        columns.append(apply(linear(worst, best, "extrapolate"), drawn))
    weights = generator.exponential(size=(SAMPLES, len(columns)))
    found = count_given(np.stack(columns, axis=2), weights)
    assert found.rank == pytest.approx(
        np.array(case.expected["rank_acceptability"]), abs=case.tolerance
    )
    assert found.confidence == pytest.approx(case.expected["confidence_factor"], abs=case.tolerance)
    for centre, expected in zip(
        found.central_weights, case.expected["central_weights"], strict=True
    ):
        assert centre == pytest.approx(expected, abs=case.tolerance)


def test_antidepressants_by_the_simulation_itself(published):
    case = published("smaa_jsmaa_antidepressants")
    low, likely, high = [], [], []
    for criterion, direction in zip(
        case.inputs["criteria"], case.inputs["directions"], strict=True
    ):
        measured = case.inputs["measurements"][criterion]
        function = linear(*_hull(measured)[::direction], "extrapolate")
        # A log-normal this narrow is nearly normal: well within the case's tolerance.
        centre = [np.exp(a) if kind == "lognormal" else a for kind, a, _ in measured]
        ends = np.sort([apply(function, np.array(_interval(*m))) for m in measured], axis=1)
        low.append(ends[:, 0])
        high.append(ends[:, 1])
        likely.append(apply(function, np.array(centre)))
    scores = vary("normal", *(np.column_stack(part) for part in (low, likely, high)))
    found = simulate(scores, FreeWeights(6), samples=SAMPLES, seed=5)
    assert found.rank == pytest.approx(
        np.array(case.expected["rank_acceptability"]), abs=case.tolerance
    )
    assert found.confidence == pytest.approx(case.expected["confidence_factor"], abs=case.tolerance)


@pytest.mark.parametrize("preference", ["none", "ordinal", "exact_swing"])
def test_thrombolytics_from_their_distributions(published, preference):
    case = published("smaa_thrombolytics_from_distributions")
    expected = case.expected[preference]
    generator = np.random.default_rng(1998)
    columns = []
    for criterion in case.inputs["criteria"].values():
        best, worst = criterion["linear_decreasing_range"]
        drawn = np.column_stack([generator.beta(a, b, SAMPLES) for a, b in criterion["beta"]])
        columns.append(apply(linear(worst, best, "extrapolate"), drawn))
    sampler = {
        "none": FreeWeights(3),
        "ordinal": OrderedWeights((0, 2, 1)),
        "exact_swing": fix_weights([4, 1, 2]),
    }[preference]
    weights = _draw_weights(sampler)
    found = count_given(np.stack(columns, axis=2), weights)
    assert found.first == pytest.approx(expected["first_rank"], abs=case.tolerance)
    if preference == "exact_swing":
        assert weights[0] == pytest.approx(expected["weights"], abs=1e-7)
        return
    assert found.confidence == pytest.approx(expected["confidence"], abs=case.tolerance)
    for centre, shares in zip(found.central_weights, expected["central_weights"], strict=True):
        assert centre == pytest.approx(shares, abs=case.tolerance)


def _draw_weights(sampler):
    from app.analysis.smaa.random_numbers import Stream

    return sampler.draw(Stream(3), SAMPLES).T.astype(float)


def _interval(kind, first, second):
    ends = np.array([first - 1.96 * second, first + 1.96 * second])
    return np.exp(ends) if kind == "lognormal" else ends


def _hull(measured):
    ends = np.array([_interval(*m) for m in measured])
    return [ends.min(), ends.max()]


def _draw(generator, kind, first, second):
    drawn = generator.normal(first, second, SAMPLES)
    return np.exp(drawn) if kind == "lognormal" else drawn
