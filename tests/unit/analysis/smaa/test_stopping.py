"""A simulation asks often whether to go on, whatever it is drawing just then."""

import numpy as np
import pytest

from app.analysis.smaa.interval_weights import spread_weights
from app.analysis.smaa.random_numbers import Stream
from app.analysis.smaa.score_samples import vary
from app.analysis.smaa.simulation import simulate
from app.analysis.smaa.weight_samples import FreeWeights
from app.analysis.watch import Cancelled

LIKELY = np.random.default_rng(1).uniform(30, 70, (30, 4))


@pytest.mark.parametrize("kind", ["uniform", "triangular"])
def test_it_is_asked_at_every_option_and_hears_of_steady_progress(kind):
    seen = []

    def watch(done, total):
        seen.append(done / total)
        return True

    scores = vary(kind, LIKELY - 8, LIKELY, LIKELY + 8)
    simulate(scores, FreeWeights(4), samples=500, watch=watch)
    assert len(seen) >= 2 * len(LIKELY)
    assert seen == sorted(seen)


def test_walks_between_bounds_can_be_stopped_while_they_warm_up():
    weights = spread_weights(np.full(6, 1 / 6), 0.3)
    asked = []

    def watch(done, total):
        asked.append(done <= total)
        return len(asked) < 5

    with pytest.raises(Cancelled):
        weights.begin(Stream(1), watch)
    assert len(asked) == 5
