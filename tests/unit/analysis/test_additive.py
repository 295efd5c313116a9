"""The additive model obeys every law of the table in docs/methods.md."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.additive import additive_values, discriminating, evaluate, prepare, weigh
from app.analysis.weights import normalise


def assess(values, raw):
    return evaluate(prepare(values), normalise(raw))


@given(st.data())
def test_more_benefit_never_lowers_a_value_or_a_rank(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    row = data.draw(st.integers(0, values.shape[0] - 1))
    column = data.draw(st.integers(0, values.shape[1] - 1))
    before = assess(values, raw)
    values[row, column] = data.draw(st.floats(values[row, column], 100))
    after = assess(values, raw)
    assert after.totals[row] >= before.totals[row]
    assert after.ranks[row] <= before.ranks[row]


@given(st.data())
def test_a_duplicate_ties_with_its_twin(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    twin = data.draw(st.integers(0, values.shape[0] - 1))
    result = assess(np.vstack([values, values[twin]]), raw)
    assert result.totals[-1] == result.totals[twin]
    assert result.ranks[-1] == result.ranks[twin]


@given(st.data())
def test_reordering_options_and_criteria_changes_no_bit(draw_decisions, data):
    values, raw = data.draw(draw_decisions(missing=True))
    rows = data.draw(st.permutations(range(values.shape[0])))
    columns = data.draw(st.permutations(range(values.shape[1])))
    before = assess(values, raw)
    after = assess(values[rows][:, columns], raw[columns])
    assert after.totals.tolist() == before.totals[rows].tolist()
    assert after.ranks.tolist() == before.ranks[rows].tolist()
    assert after.low.tolist() == before.low[rows].tolist()


@given(st.data(), st.sampled_from([1e-12, 1e-3, 3.0, 1e12]))
def test_weights_of_any_scale_give_the_same_answer(draw_decisions, data, factor):
    values, raw = data.draw(draw_decisions())
    before, after = assess(values, raw), assess(values, raw * factor)
    assert after.totals == pytest.approx(before.totals, abs=1e-11)


@given(st.data())
def test_zero_weight_equals_removal(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    extra = np.full((values.shape[0], 1), data.draw(st.floats(0, 100)))
    with_it = assess(np.hstack([values, extra]), np.append(raw, 0.0))
    assert with_it.totals == pytest.approx(assess(values, raw).totals, abs=1e-12)


@given(st.data())
def test_options_never_change_each_other_by_coming_or_going(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    together = assess(values, raw)
    for row in range(values.shape[0]):
        alone = assess(values[row : row + 1], raw)
        assert alone.totals[0] == together.totals[row]


@given(st.data())
def test_contributions_add_up_to_the_total_exactly(draw_decisions, data):
    values, raw = data.draw(draw_decisions(missing=True))
    result = assess(values, raw)
    for contributions, total in zip(result.contributions.tolist(), result.totals, strict=True):
        assert math.fsum(contributions) == sum(reversed(contributions)) == total


@given(st.data())
def test_totals_agree_with_exact_summation(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    shares = normalise(raw)
    exact = [math.fsum((row * shares).tolist()) for row in values]
    assert assess(values, raw).totals == pytest.approx(exact, abs=1e-11)


@given(st.data())
def test_missing_scores_give_an_interval_around_the_total(draw_decisions, data):
    values, raw = data.draw(draw_decisions(missing=True))
    result = assess(values, raw)
    lowest = assess(np.where(np.isnan(values), 0.0, values), raw).totals
    highest = assess(np.where(np.isnan(values), 100.0, values), raw).totals
    assert result.low == pytest.approx(lowest, abs=1e-10)
    assert result.high == pytest.approx(highest, abs=1e-10)
    assert result.totals == pytest.approx((lowest + highest) / 2, abs=1e-10)
    carries = (np.isnan(values) & (raw > 0)).any(axis=1)
    assert result.provisional.tolist() == carries.tolist()


@pytest.mark.parametrize("magnitude", [1e-12, 1e12])
def test_values_of_any_magnitude_keep_their_precision(magnitude):
    values = np.array([[1.0, 2.0], [3.0, 4.0], [0.0, 0.0]]) * magnitude
    totals = additive_values(values, [1, 3])
    assert totals == pytest.approx(np.array([1.75, 3.75, 0.0]) * magnitude, rel=1e-11, abs=0)


def test_totals_do_not_depend_on_how_many_options_there_are():
    generator = np.random.default_rng(7)
    values, shares = generator.uniform(0, 100, (257, 50)), normalise(generator.uniform(0, 1, 50))
    together = weigh(prepare(values), shares)[1]
    for count in (1, 2, 3, 50):
        assert (weigh(prepare(values[:count]), shares)[1] == together[:count]).all()


def test_one_option_and_one_criterion():
    result = assess([[42.0]], [5])
    assert (result.totals.tolist(), result.ranks.tolist()) == ([42.0], [1])


def test_a_criterion_on_which_all_are_equal_does_not_discriminate():
    nan = float("nan")
    values = [[50.0, 10.0, nan, 20.0], [50.0, 30.0, 40.0, nan]]
    assert discriminating(values).tolist() == [False, True, True, True]
    assert discriminating([[1.0, 2.0]]).tolist() == [False, False]


@pytest.mark.parametrize(
    ("values", "weights"),
    [
        ([[]], []),
        ([[1.0, float("inf")]], [1, 1]),
        ([[1.0, 2.0]], [1]),
        ([[1.0, 2.0]], [0, 0]),
        ([[1.0, 2.0]], [1, -1]),
        ([[1.0, 2.0]], [1, float("nan")]),
        ([[1e301, 2.0]], [1, 1]),
    ],
)
def test_impossible_input_is_refused(values, weights):
    with pytest.raises(ValueError, match=r"\.$"):
        additive_values(values, weights)


def test_a_prepared_matrix_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        prepare([[1.0]]).values[0, 0] = 2.0
