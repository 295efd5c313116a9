"""All answers in one call, for the worked example and for decisions at the edge."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.model_checks import Check
from app.analysis.robustness import find_robustness
from app.analysis.value_functions import Carried
from app.analysis.watch import Cancelled
from app.analysis.weights import normalise

LIKELY = np.array([[60.0, 30.0, 50.0], [40.0, 55.0, 45.0], [30.0, 20.0, 52.0]])
SHARES = normalise([3, 2, 1])
RANGES = Carried(LIKELY - 10, LIKELY, LIKELY + 10)


def test_the_answers_belong_together():
    found = find_robustness(RANGES, SHARES, samples=20_000)
    winner = int(found.evaluation.order[0])
    assert found.stated_weights.first.argmax() == winner
    assert found.by_sum[winner].distance == found.by_largest[winner].distance == 0.0
    assert found.learning.winner == winner
    for option, potential in enumerate(found.potentials):
        assert potential.optimal == (found.by_sum[option] is not None)
    assert found.near_weights.first[winner] >= found.any_weights.first[winner]
    assert found.flips.leader[0, 0] == (found.evaluation.order[1] if winner == 0 else 0)
    assert len(found.crosschecks) == 4


@given(st.data())
@settings(max_examples=25)
def test_no_decision_is_too_small_or_too_empty(draw_decisions, data):
    values, raw = data.draw(draw_decisions(missing=True))
    values = values * data.draw(st.sampled_from([1.0, 1e-12, 1e12]))
    branches = np.eye(raw.size, dtype=bool)
    found = find_robustness(
        Carried(values, values, values), normalise(raw), branches=branches, samples=300
    )
    gaps = any(f.check is Check.MISSING_SCORES for f in found.findings)
    assert gaps == np.isnan(values).any()


def test_progress_covers_all_simulations_and_stopping_works_to_the_end():
    seen = []

    def watch(done, total):
        seen.append(done / total)
        return True

    find_robustness(RANGES, SHARES, samples=10_000, watch=watch)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0.0, 1.0)
    for stop in (0.0, 0.5, 1.0):
        with pytest.raises(Cancelled):
            find_robustness(
                RANGES,
                SHARES,
                samples=10_000,
                watch=lambda done, total, stop=stop: done < stop * total,
            )
