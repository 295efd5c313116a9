"""Decisions made up by Hypothesis for the laws of the analysis."""

import numpy as np
import pytest
from hypothesis import strategies as st


@st.composite
def decisions(draw, max_options=6, max_criteria=6, missing=False):
    """Draw values (options, criteria) on 0-100 and shares that sum to 1."""
    options = draw(st.integers(1, max_options))
    criteria = draw(st.integers(1, max_criteria))
    number = st.one_of(st.integers(0, 100).map(float), st.floats(0, 100))
    if missing:
        number = st.one_of(number, st.just(float("nan")))
    values = draw(
        st.lists(
            st.lists(number, min_size=criteria, max_size=criteria),
            min_size=options,
            max_size=options,
        )
    )
    raw = draw(
        st.lists(
            st.one_of(st.just(0.0), st.integers(1, 100).map(float), st.floats(1e-3, 100)),
            min_size=criteria,
            max_size=criteria,
        ).filter(any)
    )
    return np.array(values), np.array(raw)


@pytest.fixture(scope="session")
def draw_decisions():
    """Return the strategy, for tests that draw inside a `data` test."""
    return decisions
