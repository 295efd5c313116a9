"""Who moved a total, and who flipped the ranking."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.attribution import find_flipping_edit, share_out, split_change
from app.analysis.weights import normalise


@given(st.data())
@settings(max_examples=60)
def test_parts_add_up_to_the_change_and_are_the_shapley_values(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    generator = np.random.default_rng(data.draw(st.integers(0, 99)))
    after = generator.uniform(0, 100, values.shape)
    before_shares, after_shares = normalise(raw), normalise(generator.uniform(0.1, 1, raw.size))
    found = split_change(values, before_shares, after, after_shares)
    assert found.total == pytest.approx(after @ after_shares - values @ before_shares)

    def evaluate(made):
        return (after if made[0] else values) @ (after_shares if made[1] else before_shares)

    parts = share_out(evaluate, 2)
    assert parts[0] == pytest.approx(found.by_score.sum(axis=1), abs=1e-9)
    assert parts[1] == pytest.approx(found.by_weight.sum(axis=1), abs=1e-9)


def test_shares_are_the_mean_over_all_orders_of_the_edits():
    def evaluate(made):
        a, b, c = map(float, made)
        return np.array([a + 2 * b + 4 * a * b * c, c * b - a])

    expected = np.zeros((3, 2))
    for order in permutations(range(3)):
        made = [False] * 3
        for group in order:
            before = evaluate(made)
            made[group] = True
            expected[group] += (evaluate(made) - before) / 6
    assert share_out(evaluate, 3) == pytest.approx(expected)


def test_an_edit_that_changes_nothing_gets_nothing():
    parts = share_out(lambda made: np.array([10.0 * made[0]]), 2)
    assert parts.tolist() == [[10.0], [0.0]]


def test_too_many_groups_are_refused():
    with pytest.raises(ValueError, match="At most 12"):
        share_out(lambda made: np.zeros(len(made)), 13)
    with pytest.raises(ValueError, match="same options"):
        split_change([[1.0]], np.ones(1), [[1.0, 2.0]], np.ones(1))


def test_the_edit_that_flipped_the_ranking_is_the_last_that_changed_the_lead():
    totals = np.array([[60.0, 50.0], [40.0, 50.0], [70.0, 50.0], [65.0, 50.0]])
    assert find_flipping_edit(totals) == 1
    assert find_flipping_edit(totals[2:]) is None
    assert find_flipping_edit(np.array([[60.0, 50.0], [60.0, 60.0]])) == 0
    assert find_flipping_edit(totals[:1]) is None
