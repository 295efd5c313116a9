"""Ranks and wins: every way of counting finds what a naive count finds, ties included."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.smaa.counting import (
    compare_totals,
    count_ahead,
    count_ranks,
    count_wins,
    sort_totals,
)

TOTALS = st.one_of(
    st.sampled_from([0.0, -0.0, 50.0, np.float32(50.000004), -7.0, 1e-45, 3e38, np.inf, -np.inf]),
    st.floats(-100, 200, width=32),
    st.floats(width=32, allow_nan=False),
)


@st.composite
def blocks(draw, most_options=12):
    """Totals (options, samples) in which ties are common, and how many options a row is."""
    options, samples = draw(st.integers(1, most_options)), draw(st.integers(1, 7))
    numbers = draw(
        st.lists(TOTALS, min_size=options * samples, max_size=options * samples).map(np.float32)
    )
    twins = draw(
        st.one_of(
            st.just([1] * options),
            st.lists(st.integers(1, 4), min_size=options, max_size=options),
        )
    )
    return numbers.reshape(options, samples), np.array(twins)


def count_naively(totals, twins):
    """Count one option, one rival and one sample at a time."""
    rows, columns = (range(size) for size in totals.shape)
    ahead = [
        [sum(int(twins[j]) for j in rows if totals[j, s] > totals[i, s]) for s in columns]
        for i in rows
    ]
    wins = [[sum(bool(totals[i, s] > totals[j, s]) for s in columns) for j in rows] for i in rows]
    return ahead, wins


def drawn_totals(options, samples, levels, seed=1):
    """Totals of many options; few levels make nearly all of them tie."""
    whole = np.random.default_rng(seed).integers(-levels, levels, (options, samples))
    return whole.astype(np.float32) / np.float32(8.0)


@given(blocks())
@settings(max_examples=200)
def test_comparing_and_sorting_find_what_a_naive_count_finds(block):
    totals, twins = block
    ahead, wins = count_naively(totals, twins)
    compared, beaten = compare_totals(totals, twins)
    in_order, level = sort_totals(totals, twins)
    assert compared.tolist() == in_order.tolist() == ahead
    assert beaten.tolist() == count_wins(compared, level).tolist() == wins
    equals = (totals[:, np.newaxis] == totals).any(axis=2).sum(axis=1)
    assert level.tolist() == (equals > 1).tolist()


@given(
    st.integers(33, 70), st.integers(1, 9), st.sampled_from([2, 9, 10_000]), st.integers(0, 10**6)
)
@settings(max_examples=20)
def test_many_options_are_counted_as_a_naive_count_counts_them(options, samples, levels, seed):
    totals = drawn_totals(options, samples, levels, seed)
    twins = np.random.default_rng(seed).integers(1, 3, options)
    ahead, wins = count_ahead(totals, twins)
    assert (ahead.tolist(), wins.tolist()) == count_naively(totals, twins)


@pytest.mark.parametrize("levels", [2, 1000, 10**6], ids=["nearly all tie", "some tie", "few tie"])
@pytest.mark.parametrize(
    ("options", "samples"), [(2, 8192), (33, 5000), (80, 2048), (80, 2047), (300, 600)]
)
def test_whole_blocks_are_sorted_and_compared_alike(options, samples, levels):
    totals = drawn_totals(options, samples, levels)
    single = np.ones(options, dtype=np.int64)
    ahead, wins = compare_totals(totals, single)
    in_order, level = sort_totals(totals, single)
    assert in_order.dtype == ahead.dtype
    assert (in_order == ahead).all()
    assert (count_wins(ahead, level) == wins).all()
    assert count_ranks(ahead, options).sum(axis=1).tolist() == [samples] * options


def test_a_count_of_wins_does_not_overflow_where_one_option_always_wins():
    ahead = np.array([[0] * 8192, [1] * 8192], dtype=np.uint8)
    assert count_wins(ahead, np.zeros(2, dtype=bool)).tolist() == [[0, 8192], [0, 0]]
    level = np.zeros((2, 8192), dtype=np.uint8)
    assert count_wins(level, np.ones(2, dtype=bool)).tolist() == [[0, 0], [0, 0]]


def test_more_rivals_than_a_byte_holds_are_counted():
    totals = np.repeat(np.arange(200.0, dtype=np.float32)[:, np.newaxis], 3, axis=1)
    twins = np.full(200, 5)
    ahead, _ = sort_totals(totals, twins)
    assert ahead[:, 0].tolist() == [5 * (199 - row) for row in range(200)]
    assert (ahead == compare_totals(totals, twins)[0]).all()
