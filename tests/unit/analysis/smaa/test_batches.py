"""Errors by batch means: what counting each batch by itself says, ties included."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.smaa.batches import BATCHES, Batches
from app.analysis.smaa.counting import compare_totals


def error_naively(flags, stated):
    """The standard error of how often flags (samples,) are True, sample k in batch k mod 64."""
    means = [flags[batch::BATCHES].mean() for batch in range(BATCHES)]
    return max(stated, float(np.std(means, ddof=1)) / BATCHES**0.5)


@given(
    st.integers(1, 6),
    st.sampled_from([1, 2, 7, 255, 256, 300]),
    st.integers(0, 63),
    st.sampled_from([2, 1000]),
    st.integers(0, 10**6),
)
@settings(max_examples=40, deadline=None)
def test_batches_are_counted_as_a_naive_count_counts_them(options, rounds, more, levels, seed):
    samples = rounds * BATCHES
    generator = np.random.default_rng(seed)
    totals = generator.integers(0, levels, (options, samples + more)).astype(np.float32)
    shares = generator.random((3, samples + more)).astype(np.float32)
    ahead, beaten = compare_totals(totals, np.ones(options, dtype=np.int64))
    batches = Batches(options, options, 3)
    batches.add(ahead, beaten, shares)
    nothing = np.zeros((options, options))
    ranks, wins = batches.rank_error(nothing, samples), batches.win_error(nothing, samples)
    for row in range(options):
        for column in range(options):
            takes = ahead[row, :samples] == column
            beats = totals[row, :samples] > totals[column, :samples]
            assert ranks[row, column] == pytest.approx(error_naively(takes, 0.0), abs=1e-12)
            assert wins[row, column] == pytest.approx(error_naively(beats, 0.0), abs=1e-12)
