"""Confidence factors: sampled, integrated or already counted, they are the same chances."""

import numpy as np
import pytest

from app.analysis.smaa.confidence import find_confidence
from app.analysis.smaa.given import count_given
from app.analysis.smaa.random_numbers import Stream
from app.analysis.smaa.score_samples import vary
from app.analysis.smaa.simulation import simulate
from app.analysis.smaa.weight_samples import FreeWeights, fix_weights

LIKELY = np.random.default_rng(4).uniform(40, 60, (40, 5))
RAW = np.array([5.0, 4.0, 3.0, 2.0, 1.0])


@pytest.mark.parametrize("kind", ["uniform", "triangular"])
def test_under_fixed_weights_confidence_is_what_drawing_anew_finds(kind):
    scores = vary(kind, LIKELY - 9, LIKELY, LIKELY + 6)
    found = simulate(scores, fix_weights(RAW), samples=60_000, seed=2)
    anew, errors = find_confidence(scores, found.central_weights, Stream(3), 60_000)
    for option, centre in enumerate(found.central_weights):
        assert (centre is None) == (found.confidence[option] is None)
        if centre is not None:
            limit = 6.0 * max(errors[option], found.confidence_error[option], 1e-4)
            assert found.confidence[option] == pytest.approx(anew[option], abs=limit)
            assert found.confidence[option] == found.first[option]


@pytest.mark.parametrize("kind", ["uniform", "triangular"])
def test_many_options_have_the_confidence_that_plain_counting_finds(kind):
    generator = np.random.default_rng(8)
    low, high = LIKELY - 9, LIKELY + 6
    scores = vary(kind, low, LIKELY, high)
    found = simulate(scores, FreeWeights(5), samples=40_000, seed=1)
    drawn = (
        generator.uniform(low, high, (20_000, *LIKELY.shape))
        if kind == "uniform"
        else generator.triangular(low, LIKELY, high, (20_000, *LIKELY.shape))
    )
    for option in np.argsort(found.first)[-4:]:
        centre = found.central_weights[option][np.newaxis].repeat(20_000, axis=0)
        slow = count_given(drawn, centre).first[option]
        assert found.confidence[option] == pytest.approx(slow, abs=0.025)
