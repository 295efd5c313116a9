"""Raw weights, shares and the tree."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.rank_weights import equal, rank_order_centroid, rank_sum
from app.analysis.weights import (
    branch_shares,
    leaves_below,
    normalise,
    top_down,
    with_share,
)

RAW = st.lists(st.one_of(st.just(0.0), st.floats(1e-12, 1e12)), min_size=1, max_size=8).filter(any)


@given(RAW)
def test_shares_sum_to_one_and_keep_every_ratio(raw):
    shares = normalise(raw)
    assert shares.sum() == pytest.approx(1.0, abs=1e-12)
    assert shares * max(raw) == pytest.approx(np.array(raw) * shares.max(), rel=1e-12)


def test_huge_and_tiny_weights_make_no_overflow():
    assert normalise([1e308, 1e308]).tolist() == [0.5, 0.5]
    assert normalise([5e-324, 5e-324]).tolist() == [0.5, 0.5]


@pytest.mark.parametrize("raw", [[], [0, 0], [-3, 5], [float("inf")], [[1, 2]]])
def test_impossible_weights_are_refused(raw):
    with pytest.raises(ValueError, match=r"\.$"):
        normalise(raw)


def test_a_share_is_set_and_proportions_are_kept_on_both_sides():
    leaves = np.array([True, True, False, False])
    shares = with_share([30, 10, 40, 20], leaves, 0.7)
    assert shares == pytest.approx([0.525, 0.175, 0.2, 0.1])


def test_a_side_without_weight_is_shared_out_equally():
    assert with_share([0, 0, 5], np.array([True, True, False]), 0.5).tolist() == [0.25, 0.25, 0.5]


@pytest.mark.parametrize(
    ("leaves", "share"),
    [([True, True], 0.5), ([False, False], 0.5), ([True, False], 1.5), ([True, False], -0.1)],
)
def test_a_share_that_cannot_be_held_is_refused(leaves, share):
    with pytest.raises(ValueError, match=r"\.$"):
        with_share([1, 1], np.array(leaves), share)


PARENTS = np.array([-1, 0, 0, 1, 1, 2])
LEAVES = np.array([3, 4, 5])


def test_a_branch_weighs_the_sum_of_its_leaves():
    shares = branch_shares(PARENTS, LEAVES, normalise([20, 30, 50]))
    assert shares == pytest.approx([1, 0.5, 0.5, 0.2, 0.3, 0.5])


def test_leaves_below_each_node():
    assert leaves_below(PARENTS, LEAVES)[1].tolist() == [True, True, False]


def test_weights_from_the_top_and_from_the_bottom_agree():
    bottom = normalise([20, 30, 50])
    nodes = branch_shares(PARENTS, LEAVES, bottom)
    assert top_down(PARENTS, LEAVES, nodes) == pytest.approx(bottom)


def test_a_cycle_is_refused():
    with pytest.raises(ValueError, match="below itself"):
        leaves_below(np.array([1, 0]), np.array([0]))


def test_rank_weights_share_the_mean_of_tied_places():
    assert rank_order_centroid([1, 2, 2]) == pytest.approx([11 / 18, 7 / 36, 7 / 36])
    assert rank_sum([3, 1, 2]) == pytest.approx([1 / 6, 3 / 6, 2 / 6])
    assert equal(4).tolist() == [0.25] * 4
    with pytest.raises(ValueError, match="at least one"):
        equal(0)


@given(st.permutations(range(1, 7)))
def test_rank_weights_follow_the_order_and_sum_to_one(ranks):
    for weights in (rank_order_centroid(ranks), rank_sum(ranks)):
        assert weights.sum() == pytest.approx(1.0)
        assert (np.diff(weights[np.argsort(ranks)]) < 0).all()
