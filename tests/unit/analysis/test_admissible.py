"""Incomplete statements about weights as one polytope, and samples from it."""

import numpy as np
import pytest

from app.analysis.admissible import (
    NoAdmissibleWeights,
    admit_all,
    admit_around,
    admit_both,
    admit_intervals,
    admit_order,
    admit_ratio,
    find_interior,
    find_least,
    find_ranges,
)
from app.analysis.rank_weights import rank_order_centroid
from app.analysis.smaa.hit_and_run import PolytopeWeights
from app.analysis.smaa.interval_weights import bound_weights, spread_weights
from app.analysis.smaa.random_numbers import Stream
from app.analysis.smaa.score_samples import fix_scores
from app.analysis.smaa.simulation import simulate
from app.analysis.smaa.weight_samples import OrderedWeights
from app.analysis.watch import Cancelled


def draw(admissible, samples=20_000):
    return PolytopeWeights(admissible).begin(Stream(7))(samples).astype(float)


def test_ranges_of_ordered_weights():
    least, most = find_ranges(admit_order([2, 1, 3]))
    assert least == pytest.approx([0, 1 / 3, 0], abs=1e-9)
    assert most == pytest.approx([1 / 2, 1, 1 / 3], abs=1e-9)


def test_equal_ranks_weigh_the_same():
    found = find_interior(admit_order([1, 1, 2]))
    assert found.shares[0] == pytest.approx(found.shares[1])
    assert found.shares[1] > found.shares[2] > 0


def test_a_linear_function_is_least_at_a_corner():
    found = find_least(admit_all(3), np.array([3.0, 1.0, 2.0]))
    assert (found.value, found.shares.tolist()) == (1.0, [0.0, 1.0, 0.0])


def test_contradictions_are_named_as_such():
    both = admit_both(admit_ratio(2, 0, 1, 2, 3), admit_ratio(2, 1, 0, 2, 3))
    with pytest.raises(NoAdmissibleWeights, match="contradict"):
        find_least(both, np.ones(2))
    with pytest.raises(NoAdmissibleWeights, match="contradict"):
        PolytopeWeights(both).begin(Stream(1))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: admit_intervals([0.5, 0.1], [0.4, 0.9]),
        lambda: admit_ratio(2, 0, 0, 1, 2),
        lambda: admit_ratio(2, 0, 1, 3, 2),
        lambda: admit_around(np.array([0.5, 0.5]), -0.1),
    ],
)
def test_impossible_statements_are_refused(wrong):
    with pytest.raises(ValueError, match=r"\.$"):
        wrong()


def test_samples_of_an_order_centre_on_its_centroid():
    drawn = draw(admit_order([2, 1, 3, 4]), 60_000)
    assert drawn.mean(axis=1) == pytest.approx(rank_order_centroid([2, 1, 3, 4]), abs=0.004)
    exact = OrderedWeights((1, 0, 2, 3)).draw(Stream(1), 60_000).astype(float)
    assert np.cov(drawn) == pytest.approx(np.cov(exact), abs=0.0005)


@pytest.mark.parametrize(
    "sampler",
    [lambda *b: PolytopeWeights(admit_intervals(*b)), bound_weights],
    ids=["by hit and run", "by pairs"],
)
def test_samples_within_intervals_are_uniform(sampler):
    low, high = [0.1, 0.0, 0.2, 0.05], [0.5, 0.3, 0.6, 0.2]
    drawn = sampler(low, high).begin(Stream(7))(60_000).astype(float)
    free = np.random.default_rng(0).exponential(size=(400_000, 4))
    free /= free.sum(axis=1, keepdims=True)
    kept = free[((free >= low) & (free <= high)).all(axis=1)]
    assert drawn.mean(axis=1) == pytest.approx(kept.mean(axis=0), abs=0.004)
    assert np.cov(drawn) == pytest.approx(np.cov(kept.T), abs=0.0006)


def test_samples_never_leave_what_is_admitted():
    shares = np.array([0.5, 0.3, 0.2])
    drawn = draw(admit_both(admit_around(shares, 0.3), admit_ratio(3, 0, 1, 1.5, 3)))
    assert (drawn >= (shares * 0.7)[:, np.newaxis] - 1e-6).all()
    assert (drawn <= (shares * 1.3)[:, np.newaxis] + 1e-6).all()
    assert (drawn[0] >= 1.5 * drawn[1] - 1e-6).all()
    assert drawn.sum(axis=0) == pytest.approx(1.0, abs=1e-6)


def test_exact_trade_offs_leave_one_point():
    drawn = draw(admit_both(admit_ratio(3, 0, 2, 2, 2), admit_ratio(3, 2, 1, 2, 2)), 5).T
    expected = np.tile([4 / 7, 1 / 7, 2 / 7], (5, 1))
    assert drawn == pytest.approx(expected, abs=1e-6)


def test_an_unbounded_ratio_is_one_sided():
    least, most = find_ranges(admit_ratio(2, 0, 1, 3, float("inf")))
    assert least == pytest.approx([0.75, 0.0])
    assert most == pytest.approx([1.0, 0.25])


def test_one_criterion_has_one_set_of_weights():
    assert draw(admit_all(1), 3).tolist() == [[1.0, 1.0, 1.0]]


def test_a_simulation_takes_any_polytope_and_repeats_its_bits():
    sampler = PolytopeWeights(admit_order([1, 2, 3]))
    scores = fix_scores([[90.0, 10.0, 30.0], [40.0, 60.0, 50.0]])
    first, again = (simulate(scores, sampler, samples=10_000, seed=2) for _ in range(2))
    assert first.rank.tobytes() == again.rank.tobytes()
    exact = simulate(scores, OrderedWeights((0, 1, 2)), samples=200_000)
    assert first.rank == pytest.approx(exact.rank, abs=0.02)


def test_a_spread_of_many_weights_stays_within_its_bounds():
    shares = np.arange(1.0, 31.0) / 465.0
    drawn = spread_weights(shares, 0.25).begin(Stream(1))(5000).astype(float)
    assert (drawn >= 0.75 * shares[:, np.newaxis] - 1e-6).all()
    assert (drawn <= 1.25 * shares[:, np.newaxis] + 1e-6).all()
    assert drawn.sum(axis=0) == pytest.approx(1.0, abs=1e-5)
    assert drawn.mean(axis=1) == pytest.approx(shares, rel=0.02)
    # A small share hardly feels that all sum to 1: uniform over its own interval.
    assert drawn.std(axis=1)[:10] == pytest.approx(0.5 * shares[:10] / 12**0.5, rel=0.05)


def test_no_spread_and_a_single_criterion_leave_the_stated_weights():
    shares = np.array([0.5, 0.3, 0.2])
    drawn = spread_weights(shares, 0.0).begin(Stream(1))(3)
    assert np.abs(drawn - shares[:, np.newaxis]).max() < 1e-6
    assert spread_weights(np.ones(1), 0.5).begin(Stream(1))(2).tolist() == [[1.0, 1.0]]


@pytest.mark.parametrize(
    ("low", "high"), [([0.6, 0.6], [1, 1]), ([0, 0], [0.4, 0.4]), ([0.5, 0.2], [0.4, 1])]
)
def test_bounds_that_admit_nothing_are_refused(low, high):
    with pytest.raises(ValueError, match=r"\.$"):
        bound_weights(low, high)
    with pytest.raises(ValueError, match="not be negative"):
        spread_weights(np.ones(1), -1.0)


def test_walking_can_be_stopped_before_its_first_sample():
    sampler = PolytopeWeights(admit_order(range(1, 13)))
    asked = []

    def watch(done, total):
        asked.append((done, total))
        return len(asked) < 5

    scores = fix_scores(np.eye(12))
    with pytest.raises(Cancelled):
        simulate(scores, sampler, samples=1000, watch=watch)
    assert {done for done, _ in asked} == {0}


@pytest.mark.parametrize(
    "sampler",
    [
        PolytopeWeights(admit_order(range(1, 7))),
        PolytopeWeights(admit_both(*(admit_ratio(5, k, k + 1, 0.5, 3.0) for k in range(4)))),
        bound_weights([0.1] * 5, [0.5] * 5),
    ],
)
def test_standard_errors_of_walks_count_what_the_walks_remember(sampler):
    values = np.random.default_rng(6).uniform(0, 100, (4, sampler.criteria))
    scores = fix_scores(values)
    runs = [simulate(scores, sampler, samples=20_000, seed=seed) for seed in range(16)]
    scatter = np.std([run.rank for run in runs], axis=0, ddof=1)
    stated = np.mean([run.rank_error for run in runs], axis=0)
    telling = stated > 5e-4
    assert telling.any()
    assert (scatter[telling] <= 1.6 * stated[telling]).mean() >= 0.9
    assert np.sqrt(np.mean((scatter / np.maximum(stated, 1e-9))[telling] ** 2)) < 1.35
    spread = np.std([run.pairwise for run in runs], axis=0, ddof=1)
    errors = np.mean([run.pairwise_error for run in runs], axis=0)
    assert np.sqrt(np.mean((spread / np.maximum(errors, 1e-9))[errors > 5e-4] ** 2)) < 1.35
    winner = int(runs[0].first.argmax())
    centres = np.std([run.central_weights[winner] for run in runs], axis=0, ddof=1)
    assert (centres <= 1.6 * runs[0].central_weights_error[winner]).mean() >= 0.8


def test_ratios_whose_products_no_double_can_tell_apart_are_refused():
    chain = admit_both(*(admit_ratio(40, k, k + 1, 0.5, 3.0) for k in range(39)))
    with pytest.raises(ValueError, match="told apart"):
        find_interior(chain)
