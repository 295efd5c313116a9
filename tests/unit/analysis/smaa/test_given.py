"""Counting on given samples against a naive count, with many ties and over several blocks."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.smaa import given as given_samples
from app.analysis.smaa.given import count_given


@st.composite
def samples_of(draw):
    """Scores and weights of few values, so that totals often tie."""
    options, criteria, samples = (draw(st.integers(1, most)) for most in (6, 4, 12))
    generator = np.random.default_rng(draw(st.integers(0, 10**6)))
    varied = draw(st.booleans())
    shape = (samples, options, criteria) if varied else (options, criteria)
    scores = generator.choice([0.0, 50.0, 100.0], shape)
    weights = generator.choice([1.0, 2.0, 4.0], (samples, criteria))
    return scores, weights


def count_naively(scores, weights):
    """Return rank, pairwise and central weights, and confidence, one sample after another."""
    samples, options = len(weights), scores.shape[-2]
    cells = np.broadcast_to(scores, (samples, *scores.shape[-2:]))
    tie = 1e-11 * np.abs(scores).max()
    shares = [row / row.sum() for row in weights]
    rank, pairwise = np.zeros((options, options)), np.zeros((options, options))
    firsts = [[] for _ in range(options)]
    for values, share in zip(cells, shares, strict=True):
        total = [float(sum(v * w for v, w in zip(row, share, strict=True))) for row in values]
        for i in range(options):
            ahead = sum(total[j] > total[i] + tie for j in range(options))
            rank[i, ahead] += 1 / samples
            for j in range(options):
                pairwise[i, j] += (total[i] > total[j] + tie) / samples
            if ahead == 0:
                firsts[i].append(share)
    centres = [np.mean(rows, axis=0) if rows else None for rows in firsts]
    races = scores if scores.ndim == 3 else scores[np.newaxis]
    confidence = [
        None
        if centre is None
        else np.mean([(v @ centre)[i] >= (v @ centre).max() - tie for v in races])
        for i, centre in enumerate(centres)
    ]
    return rank, pairwise, centres, confidence


@pytest.mark.parametrize("cells", [1, 60, 524_288])
@given(case=samples_of())
@settings(max_examples=60, deadline=None)
def test_given_samples_are_counted_as_a_naive_count_counts_them(cells, case):
    whole = given_samples._BLOCK_CELLS
    given_samples._BLOCK_CELLS = cells
    try:
        found = count_given(*case)
    finally:
        given_samples._BLOCK_CELLS = whole
    rank, pairwise, centres, confidence = count_naively(*case)
    assert found.rank == pytest.approx(rank, abs=1e-12)
    assert found.pairwise == pytest.approx(pairwise, abs=1e-12)
    for option, centre in enumerate(centres):
        assert (found.central_weights[option] is None) == (centre is None)
        if centre is not None:
            assert found.central_weights[option] == pytest.approx(centre, abs=1e-12)
            assert found.confidence[option] == pytest.approx(confidence[option], abs=1e-12)
