"""SMAA-2: what a simulation must and must not depend on."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.smaa.given import count_given
from app.analysis.smaa.indices import holistic_acceptability, rank_entropy
from app.analysis.smaa.normal_race import win_probability
from app.analysis.smaa.random_numbers import Stream
from app.analysis.smaa.score_samples import fix_scores, vary
from app.analysis.smaa.simulation import simulate
from app.analysis.smaa.weight_samples import FreeWeights, OrderedWeights, fix_weights
from app.analysis.watch import Cancelled

ROOT = Path(__file__).parents[3]
KINDS = ("exact", "uniform", "triangular", "normal")
LIKELY = np.array([[60.0, 30.0, 50.0], [40.0, 55.0, 45.0], [50.0, 40.0, 52.0]])
HALF = np.array([[10.0, 20.0, 5.0], [15.0, 5.0, 10.0], [8.0, 8.0, 8.0]])
PROGRAM = """
import numpy as np
from app.analysis.smaa.simulation import simulate
from app.analysis.smaa.score_samples import vary
from app.analysis.admissible import admit_order
from app.analysis.smaa.hit_and_run import PolytopeWeights
from app.analysis.smaa.weight_samples import FreeWeights
v = np.random.default_rng(3).uniform(20, 80, (30, 20))
for kind in ("normal", "triangular"):
    weights = FreeWeights(20) if kind == "normal" else PolytopeWeights(admit_order(range(20)))
    r = simulate(vary(kind, v - 9, v, v + 9), weights, samples=20_000)
    centres = np.array([c for c in r.central_weights if c is not None])
    print([a.tobytes().hex() for a in (r.rank, r.pairwise, centres)], r.confidence)
"""


def example(kind):
    return vary(kind, LIKELY - HALF, LIKELY, LIKELY + HALF / 2)


def count_slowly(kind, samples=200_000):
    """Compute the same indices the obvious way."""
    generator = np.random.default_rng(99)
    low, high = LIKELY - HALF, LIKELY + HALF / 2
    shape = (samples, *LIKELY.shape)
    drawn = {
        "exact": lambda: LIKELY,
        "uniform": lambda: generator.uniform(low, high, shape),
        "triangular": lambda: generator.triangular(low, LIKELY, high, shape),
        "normal": lambda: generator.normal(LIKELY, (high - low) / 3.919927969080108, shape),
    }[kind]()
    return count_given(drawn, generator.exponential(size=(samples, 3)))


@pytest.mark.parametrize("kind", KINDS)
def test_simulation_agrees_with_the_obvious_way(kind):
    slow = count_slowly(kind)
    fast = simulate(example(kind), FreeWeights(3), samples=400_000, seed=1)
    assert fast.rank == pytest.approx(slow.rank, abs=0.006)
    assert fast.pairwise == pytest.approx(slow.pairwise, abs=0.006)
    assert fast.confidence == pytest.approx(slow.confidence, abs=0.007)
    for option in range(3):
        assert fast.central_weights[option] == pytest.approx(
            slow.central_weights[option], abs=0.006
        )
        assert fast.central_weights_error[option] * 2**0.5 == pytest.approx(
            slow.central_weights_error[option], rel=0.05
        )


@pytest.mark.parametrize("kind", KINDS)
def test_equal_seeds_give_equal_bits_and_others_do_not(kind):
    first, again, other = (
        simulate(example(kind), FreeWeights(3), samples=9_000, seed=seed) for seed in (4, 4, 5)
    )
    assert first.rank.tobytes() == again.rank.tobytes()
    assert np.array(first.central_weights).tobytes() == np.array(again.central_weights).tobytes()
    assert first.confidence == again.confidence
    assert first.rank.tobytes() != other.rank.tobytes()


def test_the_number_of_threads_changes_no_bit():
    printed = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "OPENBLAS_NUM_THREADS": threads},
            capture_output=True,
            check=True,
            cwd=ROOT,
        ).stdout
        for threads in ("1", "2", "4")
    }
    assert len(printed) == 1
    assert len(printed.pop()) > 1000


@given(st.data(), st.sampled_from(KINDS))
@settings(max_examples=60)
def test_indices_are_shares_whatever_the_decision(draw_decisions, data, kind):
    values, _ = data.draw(draw_decisions(missing=True))
    width = data.draw(st.floats(0, 30))
    scores = vary(kind, values - width, values, values + width)
    found = simulate(scores, FreeWeights(values.shape[1]), samples=600, seed=1)
    assert found.rank.sum(axis=1) == pytest.approx(1.0)
    assert (found.pairwise + found.pairwise.T <= 1 + 1e-12).all()
    assert np.diag(found.pairwise).tolist() == [0.0] * values.shape[0]
    for option, centre in enumerate(found.central_weights):
        assert (centre is None) == (found.first[option] == 0.0)
        assert (found.confidence[option] is None) == (centre is None)
        if centre is not None:
            assert centre.sum() == pytest.approx(1.0)
            assert 0.0 <= found.confidence[option] <= 1.0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("magnitude", [1e-12, 1e12])
def test_magnitudes_make_no_warning_and_change_no_rank(kind, magnitude):
    scores = vary(kind, *((LIKELY + step * HALF) * magnitude for step in (-1, 0, 0.5)))
    found = simulate(scores, FreeWeights(3), samples=20_000, seed=1)
    usual = simulate(example(kind), FreeWeights(3), samples=20_000, seed=1)
    assert found.rank == pytest.approx(usual.rank, abs=1e-3)


def test_identical_exact_options_tie_in_every_sample():
    values = np.vstack([LIKELY, LIKELY[1]])
    found = simulate(fix_scores(values), FreeWeights(3), samples=10_000)
    assert found.rank[1].tolist() == found.rank[3].tolist()
    assert found.pairwise[1, 3] == found.pairwise[3, 1] == 0.0
    alone = simulate(fix_scores(LIKELY), FreeWeights(3), samples=10_000)
    assert found.first[:3].tolist() == alone.first.tolist()


def test_many_twins_do_not_overflow_the_count():
    values = np.vstack([np.full((299, 2), 10.0), [[5.0, 5.0]], [[90.0, 90.0]]])
    found = simulate(fix_scores(values), FreeWeights(2), samples=300)
    assert found.rank[299, 300] == 1.0
    assert found.rank[0, 1] == 1.0


def test_a_dominated_option_is_never_first_and_has_no_central_weights():
    found = simulate(fix_scores([[50, 60], [40, 50]]), FreeWeights(2), samples=1000)
    assert found.central_weights[1] is None
    assert found.confidence == (1.0, None)


def test_a_wanted_precision_stops_the_run_early():
    found = simulate(example("normal"), FreeWeights(3), samples=10**6, precision=0.003)
    assert found.samples < 10**5
    assert found.rank_error.max() <= 0.003


@pytest.mark.parametrize(
    "pick",
    [
        lambda r: (r.rank[0, 0], r.rank_error[0, 0]),
        lambda r: (r.pairwise[0, 1], r.pairwise_error[0, 1]),
        lambda r: (r.central_weights[0][1], r.central_weights_error[0][1]),
        lambda r: (holistic_acceptability(r)[0].value, holistic_acceptability(r)[0].error),
        lambda r: (rank_entropy(r)[0].value, rank_entropy(r)[0].error),
    ],
    ids=["rank", "pairwise", "central weights", "holistic", "entropy"],
)
def test_standard_errors_are_what_repeated_runs_show(pick):
    runs = [simulate(example("normal"), FreeWeights(3), samples=2000, seed=s) for s in range(60)]
    values, errors = zip(*map(pick, runs), strict=True)
    assert np.std(values) == pytest.approx(np.mean(errors), rel=0.35)


def test_ordered_weights_respect_the_order_and_centre_on_their_centroid():
    drawn = OrderedWeights((2, 0, 1)).draw(Stream(1), 200_000)
    assert (drawn[2] >= drawn[0]).all()
    assert (drawn[0] >= drawn[1]).all()
    assert drawn.mean(axis=1, dtype=float) == pytest.approx([5 / 18, 2 / 18, 11 / 18], abs=0.002)


def test_free_weights_are_uniform_on_the_simplex():
    drawn = FreeWeights(4).draw(Stream(1), 200_000).astype(float)
    assert drawn.sum(axis=0) == pytest.approx(1.0, abs=1e-6)
    # One share on a simplex of four follows Beta(1, 3).
    assert drawn.mean(axis=1) == pytest.approx([0.25] * 4, abs=0.002)
    assert drawn.var(axis=1) == pytest.approx([3 / 80] * 4, rel=0.02)


def test_normal_numbers_have_the_right_moments():
    drawn = Stream(8).normals(5, 100_000).astype(float)
    assert drawn.mean() == pytest.approx(0.0, abs=0.005)
    assert drawn.var() == pytest.approx(1.0, abs=0.01)
    assert (drawn**4).mean() == pytest.approx(3.0, abs=0.05)
    assert np.corrcoef(drawn) == pytest.approx(np.eye(5), abs=0.015)


def test_fixed_weights_and_exact_scores_give_the_plain_ranking():
    found = simulate(fix_scores(LIKELY), fix_weights([3, 2, 1]), samples=500)
    assert found.first.tolist() == [1.0, 0.0, 0.0]
    assert found.central_weights[0] == pytest.approx([1 / 2, 1 / 3, 1 / 6], abs=1e-6)


def test_the_normal_race_is_the_integral_it_says():
    means, deviations = np.array([50.0, 48.0, 52.0, 40.0]), np.array([4.0, 0.001, 6.0, 0.0])
    drawn = np.random.default_rng(1).normal(means, deviations, (1_000_000, 4))
    chances = [win_probability(means, deviations, option) for option in range(4)]
    sampled = (drawn == drawn.max(axis=1, keepdims=True)).mean(axis=0)
    assert chances == pytest.approx(sampled, abs=0.002)
    assert sum(chances) == pytest.approx(1.0, abs=1e-7)


def test_fixed_totals_that_tie_both_count_as_first():
    means, none = np.array([5.0, 5.0, 4.0]), np.zeros(3)
    assert [win_probability(means, none, i) for i in range(3)] == [1.0, 1.0, 0.0]


def test_progress_is_told_and_stopping_leaves_no_thread():
    seen = []

    def watch(done, total):
        seen.append(done / total)
        return True

    simulate(example("triangular"), FreeWeights(3), samples=30_000, watch=watch)
    assert seen == sorted(seen)
    assert seen[0] == 0.0
    assert 0.5 < seen[-1] < 1.0
    threads = threading.active_count()
    with pytest.raises(Cancelled):
        simulate(
            example("normal"),
            FreeWeights(3),
            samples=10**6,
            watch=lambda done, total: done < 0.1 * total,
        )
    assert threading.active_count() == threads


def test_holistic_acceptability_and_entropy_of_a_certain_ranking():
    found = simulate(fix_scores([[50, 60], [40, 50]]), FreeWeights(2), samples=100)
    assert [e.value for e in holistic_acceptability(found)] == pytest.approx([1.0, 1 / 3])
    assert [e.value for e in holistic_acceptability(found, [1.0, 0.0])] == [1.0, 0.0]
    assert [e.value for e in rank_entropy(found)] == [0.0, 0.0]


@pytest.mark.parametrize(("criteria", "samples"), [(3, 10), (2, 0)])
def test_what_does_not_fit_is_refused(criteria, samples):
    with pytest.raises(ValueError, match=r"\.$"):
        simulate(fix_scores([[1.0, 2.0]]), FreeWeights(criteria), samples=samples)


@pytest.mark.parametrize(
    ("scores", "weights"),
    [
        ([[1.0]], [[1.0, 1.0]]),
        ([[1.0, np.inf]], [[1.0, 1.0]]),
        ([[1.0, 2.0]], [[0.0, 0.0]]),
        ([[1.0, 2.0]], [[-1.0, 2.0]]),
        ([[[1.0, 2.0]]] * 3, [[1.0, 1.0]] * 2),
    ],
)
def test_given_samples_that_do_not_fit_are_refused(scores, weights):
    with pytest.raises(ValueError, match=r"\.$"):
        count_given(np.array(scores), weights)


def test_ranges_in_the_wrong_order_are_refused():
    with pytest.raises(ValueError, match="order"):
        vary("uniform", [[5.0]], [[4.0]], [[6.0]])
    with pytest.raises(ValueError, match="same shape"):
        vary("uniform", [[5.0]], [[4.0, 3.0]], [[6.0]])
