"""Each check finds what it is for, and nothing in a sound model."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.model_checks import Check, check_scores, check_weights
from app.analysis.weights import normalise

NAN = float("nan")
SOUND = np.array(
    [[80.0, 20.0, 50.0, 10.0], [30.0, 90.0, 40.0, 60.0], [60.0, 50.0, 10.0, 90.0], [10, 60, 95, 40]]
)
BRANCHES = np.array([[True, True, True, False], [False, False, False, True]])


def kinds(findings):
    return [finding.check for finding in findings]


def test_a_sound_model_has_no_finding():
    assert check_scores(SOUND) == ()
    shares = np.array([0.4, 0.15, 0.15, 0.3])
    assert check_weights(SOUND, shares, BRANCHES, np.array([1, 3, 3, 2])) == ()


def test_missing_scores_are_listed_per_option():
    values = SOUND.copy()
    values[1, [0, 2]] = NAN
    (found,) = check_scores(values)
    assert (found.check, found.options, found.criteria) == (Check.MISSING_SCORES, (1,), (0, 2))
    assert found.measure == 0.5


def test_a_flat_criterion_and_a_dominated_option():
    values = SOUND.copy()
    values[:, 3] = 50.0
    assert kinds(check_scores(values)) == [Check.NOT_DISCRIMINATING]
    values = np.vstack([SOUND, SOUND[0] - 5])
    (found,) = [f for f in check_scores(values) if f.check is Check.DOMINATED]
    assert found.options == (4, 0)


def test_correlated_criteria_may_count_twice():
    values = np.column_stack([SOUND, SOUND[:, 0] * 0.9 + 3])
    (found,) = check_scores(values)
    assert (found.check, found.criteria) == (Check.DOUBLE_COUNTING, (0, 4))
    assert found.measure == pytest.approx(1.0)
    assert kinds(check_scores(values[:3])) == []


def test_one_option_good_at_everything_down_to_one_bad_at_everything_is_a_halo():
    ladder = np.array([[90.0], [60.0], [40.0], [10.0]]) + np.array([[0, 5, -5, 3]])
    found = [f for f in check_scores(ladder) if f.check is Check.HALO]
    assert found[0].measure == pytest.approx(1.0)


def test_equal_weights_and_splitting():
    shares = np.full(4, 0.25)
    assert kinds(check_weights(SOUND, shares, BRANCHES)) == [Check.EQUAL_WEIGHTS, Check.SPLITTING]
    by_leaf = np.array([0.4, 0.25, 0.1, 0.25])
    assert kinds(check_weights(SOUND, by_leaf, BRANCHES)) == [Check.SPLITTING]


def test_a_heavy_criterion_on_which_options_hardly_differ():
    values = SOUND.copy()
    values[:, 0] = [50, 55, 52, 58]
    (found,) = check_weights(values, np.array([0.5, 0.2, 0.2, 0.1]))
    assert (found.check, found.criteria, found.measure) == (Check.RANGE_INSENSITIVE, (0,), 8.0)


def test_weights_outside_their_stated_order_and_without_weight():
    shares = np.array([0.2, 0.5, 0.3, 0.0])
    found = check_weights(SOUND, shares, None, np.array([1.0, 2.0, 0.0, 3.0]))
    assert [(f.check, f.criteria) for f in found] == [
        (Check.WITHOUT_WEIGHT, (3,)),
        (Check.OUT_OF_ORDER, (0, 1)),
    ]


def test_options_that_are_all_equal_show_no_halo():
    assert Check.HALO not in kinds(check_scores(np.full((5, 5), 50.0)))


@given(st.data())
def test_checks_never_stumble(draw_decisions, data):
    values, raw = data.draw(draw_decisions(missing=True))
    for magnitude in (1e-12, 1.0, 1e12):
        for finding in check_scores(values * magnitude):
            assert np.isfinite(finding.measure)
    branches = np.eye(raw.size, dtype=bool)
    for finding in check_weights(values, normalise(raw), branches, np.ones(raw.size)):
        assert np.isfinite(finding.measure)
