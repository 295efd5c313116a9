"""Other methods: the laws each of them obeys, as docs/methods.md lists them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.crosschecks.agreement import PREFERENCE, cross_check
from app.analysis.crosschecks.promethee import Preference, find_flows
from app.analysis.crosschecks.topsis import find_closeness
from app.analysis.crosschecks.vikor import find_compromise
from app.analysis.crosschecks.weighted_product import weigh_products

METHODS = {
    "weighted_product": weigh_products,
    "topsis": lambda v, w: find_closeness(v, w).closeness,
    "vikor": lambda v, w: -find_compromise(v, w).Q,
    "promethee": lambda v, w: find_flows(v, w, [PREFERENCE] * len(v[0])).net,
}
every_method = pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)


@every_method
@given(data=st.data())
@settings(max_examples=50)
def test_duplicates_tie_and_order_does_not_matter(method, draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    values = np.vstack([values, values[0]])
    scores = method(values, raw)
    assert scores[-1] == pytest.approx(scores[0], abs=1e-9)
    rows = data.draw(st.permutations(range(values.shape[0])))
    columns = data.draw(st.permutations(range(values.shape[1])))
    again = method(values[rows][:, columns], raw[columns])
    assert again == pytest.approx(scores[rows], abs=1e-9)


@every_method
@given(data=st.data(), factor=st.sampled_from([1e-12, 3.0, 1e12]))
@settings(max_examples=50)
def test_weights_of_any_scale_and_weights_of_zero(method, draw_decisions, data, factor):
    values, raw = data.draw(draw_decisions())
    scores = method(values, raw)
    assert method(values, raw * factor) == pytest.approx(scores, abs=1e-9)
    extra = np.linspace(0, 100, values.shape[0])[:, np.newaxis]
    with_it = method(np.hstack([values, extra]), np.append(raw, 0.0))
    assert with_it == pytest.approx(scores, abs=1e-9)


@every_method
@given(data=st.data())
@settings(max_examples=80)
def test_an_option_at_least_as_good_everywhere_never_scores_lower(method, draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    better = values[0] + data.draw(
        st.lists(st.floats(0, 50), min_size=values.shape[1], max_size=values.shape[1])
    )
    scores = method(np.vstack([values, np.minimum(better, 100)]), raw)
    assert scores[-1] >= scores[0] - 1e-9


@every_method
@pytest.mark.parametrize("magnitude", [1e-12, 1e12])
@pytest.mark.parametrize(
    "values",
    [
        [[1.0]],
        [[1.0, 2.0, 3.0]],
        [[1.0], [2.0]],
        [[0.0, 0.0], [0.0, 0.0]],
        [[3.0, 3.0], [3.0, 3.0]],
        [[0.0, 5.0], [5.0, 0.0]],
    ],
)
def test_degenerate_decisions_give_finite_scores(method, values, magnitude):
    scores = method(np.array(values) * magnitude, np.ones(len(values[0])))
    assert np.isfinite(scores).all()


@pytest.mark.parametrize("name", METHODS)
def test_the_dearer_of_two_otherwise_equal_options_never_scores_higher(name):
    scores = METHODS[name](np.array([[5.0, 90.0], [5.0, 0.0]]), [0.5, 0.5])
    assert scores[0] > scores[1]


@pytest.mark.parametrize(
    ("preference", "degrees"),
    [
        (Preference("usual"), [0, 1, 1, 1]),
        (Preference("u", q=2), [0, 0, 1, 1]),
        (Preference("v", p=8), [0, 0.25, 0.5, 1]),
        (Preference("level", q=2, p=5), [0, 0, 0.5, 1]),
        (Preference("linear", q=2, p=6), [0, 0, 0.5, 1]),
        (Preference("linear", q=2, p=2), [0, 0, 1, 1]),
        (Preference("gaussian", s=2), [0, 1 - np.exp(-0.5), 1 - np.exp(-2), 1 - np.exp(-12.5)]),
    ],
)
def test_each_preference_function(preference, degrees):
    found = find_flows([[0.0], [2.0], [4.0], [10.0]], [1], [preference])
    assert found.degrees[:, 0] == pytest.approx(degrees)


@pytest.mark.parametrize(
    "thresholds",
    [("linear", 3, 2), ("level", 3, 2), ("u", -1, 0), ("v", 0, 0), ("gaussian", 0, 0)],
)
def test_impossible_thresholds_are_refused(thresholds):
    with pytest.raises(ValueError, match="threshold"):
        Preference(*thresholds)


def test_promethee_i_leaves_what_flows_contradict_incomparable():
    values = [[90.0, 10.0, 50.0], [50.0, 50.0, 52.0], [20.0, 40.0, 60.0]]
    found = find_flows(values, [1, 1, 1], [Preference("v", p=100)] * 3)
    assert not (found.preferred & found.preferred.T).any()
    assert (found.incomparable == found.incomparable.T).all()
    assert not (found.preferred & found.incomparable).any()
    assert found.by_criterion.mean(axis=1) == pytest.approx(found.net)


def test_vikor_proposes_two_when_the_best_is_not_stable_and_all_when_too_close():
    close = find_compromise([[50.0, 51.0], [51.0, 50.0], [0.0, 0.0]], [0.5, 0.5])
    assert not close.advantage
    assert set(close.proposed) == {0, 1}
    with pytest.raises(ValueError, match="majority"):
        find_compromise([[1.0]], [1], 1.5)


def test_agreement_with_the_additive_model():
    checks = cross_check([[80, 70, 90], [50, 60, 40], [10, 20, 30]], [3, 2, 1])
    assert [c.method for c in checks] == list(METHODS)
    assert all(c.same_winner and c.same_order and c.tau == 1.0 for c in checks)
    zeros = cross_check([[100, 100, 0], [40, 40, 40]], [5, 5, 1])
    assert not zeros[0].same_winner
    assert zeros[0].tau == -1.0


@pytest.mark.parametrize("shape", ["u", "level", "linear"])
@given(st.lists(st.integers(0, 30), min_size=2, max_size=5), st.integers(0, 9), st.integers(0, 9))
def test_a_lead_at_a_threshold_is_not_above_it_in_decimals_either(shape, tenths, q, more):
    whole = find_flows([[t] for t in tenths], [1], [Preference(shape, q=q, p=q + more)])
    decimals = find_flows(
        [[t / 10] for t in tenths], [1], [Preference(shape, q=q / 10, p=(q + more) / 10)]
    )
    assert decimals.degrees == pytest.approx(whole.degrees, abs=1e-9)


def test_what_rounding_leaves_of_equal_values_decides_nothing():
    nearly = [[0.1 + 0.2, 5.0], [0.3, 5.0]]
    assert find_compromise(nearly, [1, 1]).Q.tolist() == [0, 0]
    assert find_closeness(nearly, [1, 1]).closeness.tolist() == [0.5, 0.5]
    assert find_flows(nearly, [1, 1], [Preference()] * 2).net.tolist() == [0, 0]
