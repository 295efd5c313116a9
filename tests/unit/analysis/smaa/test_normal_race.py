"""Who is highest of normal totals: the quick integral against a slow one."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.smaa.normal_race import win_probability

POINTS = np.linspace(-9.0, 9.0, 20_001)
DENSITY = np.exp(-0.5 * POINTS**2) / math.sqrt(2.0 * math.pi)
ERFC = np.vectorize(math.erfc)


@st.composite
def races(draw):
    """Means, and deviations none of which is so small that the slow integral misses it."""
    options = draw(st.integers(2, 40))
    generator = np.random.default_rng(draw(st.integers(0, 10**6)))
    apart = draw(st.sampled_from([0.0, 1.0, 10.0, 60.0]))
    return generator.normal(50.0, apart, options), generator.uniform(0.5, 6.0, options)


def integrate_slowly(means, deviations, option):
    """Return the sum over a fine grid, with every rival at every point of it."""
    product = DENSITY.copy()
    for rival in range(means.size):
        if rival != option:
            level = means[option] + deviations[option] * POINTS - means[rival]
            product *= 0.5 * ERFC(-level / (deviations[rival] * math.sqrt(2.0)))
    return float(product.sum() * (POINTS[1] - POINTS[0]))


@given(races())
@settings(max_examples=25, deadline=None)
def test_the_quick_integral_is_the_slow_one(race):
    means, deviations = race
    option = int(np.argsort(means)[-2])
    slow = integrate_slowly(means, deviations, option)
    assert win_probability(means, deviations, option) == pytest.approx(slow, abs=1e-9)


@given(races(), st.integers(0, 10**6))
def test_somebody_is_highest_whoever_varies_little(race, seed):
    means, deviations = race[0] + 0.01 * np.arange(race[0].size), race[1]  # fixed ones do not tie
    generator = np.random.default_rng(seed)
    deviations = deviations * generator.choice([1.0, 1e-3, 0.0], deviations.size, p=[0.6, 0.3, 0.1])
    chances = [win_probability(means, deviations, option) for option in range(means.size)]
    assert sum(chances) == pytest.approx(1.0, abs=1e-7)


def test_hundreds_of_rivals_cost_no_accuracy():
    means, deviations = np.full(400, 50.0), np.full(400, 3.0)
    assert win_probability(means, deviations, 7) == pytest.approx(1 / 400, abs=1e-9)
