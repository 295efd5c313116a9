"""SMAA-2 as it is drawn: the laws of its column in docs/methods.md, up to sampling error."""

import os
import subprocess
import sys

import numpy as np
import pytest

from app.analysis.admissible import admit_both, admit_order, admit_ratio
from app.analysis.smaa.hit_and_run import PolytopeWeights
from app.analysis.smaa.interval_weights import spread_weights
from app.analysis.smaa.score_samples import vary
from app.analysis.smaa.simulation import simulate
from app.analysis.smaa.weight_samples import FreeWeights, OrderedWeights, fix_weights
from app.analysis.weights import normalise
from tests.architecture.sources import ROOT

KINDS = ("exact", "uniform", "triangular", "normal")
SAMPLES = 20_000
VALUES = np.array(
    [[80.0, 20, 55, 40], [35, 75, 45, 60], [60, 50, 50, 30], [20, 40, 90, 65], [10, 45, 20, 90]]
)

PROGRAM = """
import numpy as np
from app.analysis.additive import prepare
from app.analysis.admissible import admit_both, admit_order, admit_ratio
from app.analysis.elicitation.questions import find_next_step
from app.analysis.robustness import find_robustness
from app.analysis.smaa.hit_and_run import PolytopeWeights
from app.analysis.smaa.score_samples import fix_scores
from app.analysis.smaa.simulation import simulate
from app.analysis.value_functions import Carried
values = np.random.default_rng(3).uniform(20, 80, (60, 40))
admissible = admit_both(admit_ratio(40, 0, 1, 1.0, 5.0), admit_ratio(40, 2, 3, 0.5, 2.0))
found = simulate(fix_scores(values), PolytopeWeights(admissible, thorough=False), samples=4000)
print(found.rank.tobytes().hex(), found.rank_error.tobytes().hex())
print(find_next_step(prepare(values[:20, :12]), admit_order(range(12))))
small = values[:30, :20]
every = find_robustness(Carried(small - 5, small, small + 5), np.full(20, 0.05), samples=5000)
print(every.near_weights.rank.tobytes().hex(), every.learning.weights_gain.tobytes().hex())
print([None if row is None else row.shares.tobytes().hex() for row in every.by_sum])
"""


def drawn(values, kind, weights=None, seed=3):
    scores = vary(kind, values - 12.0, values, values + 12.0)
    return simulate(scores, weights or FreeWeights(values.shape[1]), samples=SAMPLES, seed=seed)


@pytest.mark.parametrize("kind", KINDS)
def test_reordering_changes_nothing_beyond_sampling_error(kind):
    rows, columns = [3, 0, 4, 2, 1], [2, 0, 3, 1]
    before, after = drawn(VALUES, kind), drawn(VALUES[rows][:, columns], kind, seed=8)
    assert after.rank == pytest.approx(before.rank[rows], abs=0.02)
    assert after.pairwise == pytest.approx(before.pairwise[rows][:, rows], abs=0.02)
    centres = np.array(before.central_weights)[rows][:, columns]
    assert np.array(after.central_weights) == pytest.approx(centres, abs=0.03)


@pytest.mark.parametrize("kind", KINDS)
def test_more_benefit_helps_and_a_dominating_option_is_never_behind(kind):
    better = VALUES.copy()
    better[2] += 8.0
    before, after = drawn(VALUES, kind), drawn(better, kind)
    assert (after.rank[2].cumsum() >= before.rank[2].cumsum() - 0.02).all()
    assert after.first[2] > before.first[2]


@pytest.mark.parametrize("kind", KINDS)
def test_twins_do_equally_well(kind):
    twins = np.vstack([VALUES, VALUES[:1]])
    found = drawn(twins, kind)
    limit = 0.0 if kind == "exact" else 0.02
    assert np.abs(found.rank[0] - found.rank[-1]).max() <= limit
    assert abs(found.pairwise[0, -1] - found.pairwise[-1, 0]) <= limit


@pytest.mark.parametrize("kind", KINDS)
def test_weights_of_another_scale_are_the_same_weights(kind):
    raw = np.array([3.0, 1.0, 2.0, 5.0])
    found = [drawn(VALUES, kind, fix_weights(raw * factor)) for factor in (1.0, 1e-12, 1e12)]
    assert found[0].rank.tobytes() == found[1].rank.tobytes() == found[2].rank.tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_orders_ratios_and_spreads_are_respected_by_central_weights(kind):
    ordered = drawn(VALUES, kind, OrderedWeights((2, 0, 1, 3)))
    walked = drawn(VALUES, kind, PolytopeWeights(admit_order([2, 3, 1, 4])))
    assert walked.rank == pytest.approx(ordered.rank, abs=0.03)
    ratios = admit_both(admit_ratio(4, 0, 1, 2.0, 3.0), admit_ratio(4, 2, 3, 1.0, 1.0))
    near = spread_weights(normalise([4, 3, 2, 1]), 0.25)
    for centre in drawn(VALUES, kind, PolytopeWeights(ratios)).central_weights:
        if centre is not None:
            assert 2.0 - 1e-3 <= centre[0] / centre[1] <= 3.0 + 1e-3
            assert centre[2] == pytest.approx(centre[3], abs=1e-5)
    for centre in drawn(VALUES, kind, near).central_weights:
        if centre is not None:
            assert (near.low - 1e-5 <= centre).all()
            assert (centre <= near.high + 1e-5).all()


def test_no_bit_depends_on_the_number_of_threads_whatever_is_asked():
    printed = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "OPENBLAS_NUM_THREADS": threads},
            capture_output=True,
            check=True,
            cwd=ROOT,
        ).stdout
        for threads in ("1", "2", "3")
    }
    assert len(printed) == 1
    assert len(printed.pop()) > 1000
