"""The value of learning one number, against drawing it a million times."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.admissible import admit_around
from app.analysis.information import expect, find_information
from app.analysis.smaa.hit_and_run import PolytopeWeights
from app.analysis.smaa.score_samples import fix_scores, vary
from app.analysis.smaa.weight_samples import FreeWeights, fix_weights

LIKELY = np.array([[60.0, 40.0], [50.0, 48.0], [30.0, 50.0]])
HALF = np.array([[20.0, 5.0], [15.0, 10.0], [5.0, 30.0]])
SHARES = np.array([0.6, 0.4])


@pytest.mark.parametrize("kind", ["uniform", "triangular", "normal"])
def test_scores_are_worth_what_drawing_them_shows(kind):
    low, high = LIKELY - HALF, LIKELY + HALF / 2
    scores = vary(kind, low, LIKELY, high)
    found = find_information(scores, fix_weights(SHARES))
    means = expect(scores)
    totals = means @ SHARES
    generator = np.random.default_rng(4)
    for row, column in np.ndindex(LIKELY.shape):
        a, c, b = low[row, column], LIKELY[row, column], high[row, column]
        drawn = {
            "uniform": lambda a=a, b=b: generator.uniform(a, b, 400_000),
            "triangular": lambda a=a, c=c, b=b: generator.triangular(a, c, b, 400_000),
            "normal": lambda a=a, c=c, b=b: generator.normal(c, (b - a) / 3.919928, 400_000),
        }[kind]()
        learned = np.tile(totals, (drawn.size, 1))
        learned[:, row] += (drawn - means[row, column]) * SHARES[column]
        gain = learned.max(axis=1).mean() - totals.max()
        assert found.scores_gain[row, column] == pytest.approx(gain, abs=0.03)
        change = (learned.argmax(axis=1) != found.winner).mean()
        assert found.scores_change[row, column] == pytest.approx(change, abs=0.004)


def test_weights_are_worth_what_their_conditional_means_say():
    found = find_information(fix_scores([[100.0, 0.0], [0.0, 100.0]]), FreeWeights(2))
    # One free share of two is uniform: learning it gains E[max(w, 1 - w)] - 1/2 = 1/4.
    assert found.weights_gain == pytest.approx([25.0, 25.0], abs=0.3)
    assert found.weights_change == pytest.approx([0.5, 0.5], abs=0.02)
    assert found.scores_gain.tolist() == [[0, 0], [0, 0]]


def test_what_cannot_change_the_winner_is_worth_nothing():
    scores = vary("triangular", [[80, 80], [10, 10]], [[90, 90], [20, 20]], [[99, 99], [30, 30]])
    weights = PolytopeWeights(admit_around(SHARES, 0.2))
    found = find_information(scores, weights)
    for worth in (found.scores_gain, found.scores_change, found.weights_gain, found.weights_change):
        assert not worth.any()


@given(st.data(), st.sampled_from(["uniform", "triangular", "normal", "exact"]))
@settings(max_examples=60)
def test_worth_is_never_negative_nor_undefined(draw_decisions, data, kind):
    values, _ = data.draw(draw_decisions(missing=True))
    width = data.draw(st.sampled_from([0.0, 1e-9, 10.0]))
    scores = vary(kind, values - width, values, values + width)
    found = find_information(scores, FreeWeights(values.shape[1]), samples=512)
    for worth in (found.scores_gain, found.weights_gain):
        assert (worth >= 0).all()
    for chance in (found.scores_change, found.weights_change):
        assert ((chance >= 0) & (chance <= 1)).all()


def test_equal_seeds_give_equal_bits():
    scores = vary("uniform", LIKELY - 5, LIKELY, LIKELY + 5)
    first, again = (find_information(scores, FreeWeights(2), samples=1000, seed=3) for _ in "ab")
    assert first.weights_gain.tobytes() == again.weights_gain.tobytes()


@pytest.mark.parametrize(("criteria", "samples"), [(3, 1000), (2, 10)])
def test_what_does_not_fit_is_refused(criteria, samples):
    with pytest.raises(ValueError, match=r"\.$"):
        find_information(fix_scores(LIKELY), FreeWeights(criteria), samples=samples)
