"""The solver proves its own answers: feasible prices of equal value exist only at an optimum."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.linear_programme import minimise


def programme(data, *, solvable):
    variables = data.draw(st.integers(1, 6))
    rows, ties = data.draw(st.integers(0, 8)), data.draw(st.integers(0, 3))
    whole = st.integers(-4, 4).map(float)

    def matrix(height):
        cells = data.draw(st.lists(whole, min_size=height * variables, max_size=height * variables))
        return np.array(cells).reshape(height, variables)

    at_most, equal = matrix(rows), matrix(ties)
    inside = np.array(
        data.draw(st.lists(st.integers(0, 3), min_size=variables, max_size=variables))
    )
    slack = data.draw(st.lists(st.integers(0 if solvable else -1, 2), min_size=rows, max_size=rows))
    cost = np.array(
        data.draw(st.lists(st.integers(-3, 6), min_size=variables, max_size=variables)), dtype=float
    )
    return cost, at_most, at_most @ inside + np.array(slack), equal, equal @ inside


@given(st.data())
def test_every_optimum_is_feasible_and_proved_by_its_prices(data):
    cost, at_most, limits, equal, targets = programme(data, solvable=True)
    solution = minimise(cost, at_most, limits, equal, targets)
    assert solution.status != "infeasible"
    if solution.status == "unbounded":
        return
    assert (solution.x >= 0).all()
    assert (at_most @ solution.x <= limits + 1e-8).all()
    assert equal @ solution.x == pytest.approx(targets, abs=1e-8)
    assert (solution.prices[: limits.size] <= 1e-8).all()
    reduced = cost - solution.prices @ np.vstack([at_most, equal])
    assert (reduced >= -1e-8).all()
    proof = solution.prices @ np.concatenate([limits, targets])
    assert solution.value == pytest.approx(proof, abs=1e-7)


@given(st.data())
def test_what_is_called_infeasible_has_no_feasible_relaxation_of_cost_zero(data):
    cost, at_most, limits, equal, targets = programme(data, solvable=False)
    status = minimise(cost, at_most, limits, equal, targets).status
    # Paying for every broken row is always possible; it costs nothing exactly when none must be.
    rows, ties, variables = limits.size, targets.size, cost.size
    relaxed = minimise(
        np.repeat([0.0, 1.0], [variables, rows + 2 * ties]),
        np.hstack([at_most, -np.eye(rows), np.zeros((rows, 2 * ties))]),
        limits,
        np.hstack([equal, np.zeros((ties, rows)), np.eye(ties), -np.eye(ties)]),
        targets,
    )
    assert (status == "infeasible") == (relaxed.value > 1e-7)


def test_a_cost_without_a_floor_is_unbounded():
    none = np.empty((0, 2))
    assert minimise(np.array([-1.0, 0.0]), none, np.empty(0)).status == "unbounded"


def test_contradicting_rows_are_infeasible():
    rows = np.array([[1.0], [-1.0]])
    assert minimise(np.array([1.0]), rows, np.array([1.0, -2.0])).status == "infeasible"


def test_repeated_equalities_are_harmless():
    solution = minimise(
        np.array([1.0, 2.0]),
        np.empty((0, 2)),
        np.empty(0),
        np.array([[1.0, 1.0], [2.0, 2.0]]),
        np.array([3.0, 6.0]),
    )
    assert solution.x.tolist() == [3.0, 0.0]


@pytest.mark.parametrize("magnitude", [1e-12, 1e-6, 1e6, 1e12])
def test_magnitude_changes_nothing(magnitude):
    rows = np.array([[2.0, 1.0], [1.0, 3.0]]) * magnitude
    limits = np.array([4.0, 6.0]) * magnitude
    solution = minimise(np.array([-3.0, -5.0]), rows, limits)
    assert solution.x == pytest.approx([1.2, 1.6])


def test_a_cycling_example_ends():
    # Beale (1955): the steepest rule alone goes round for ever.
    rows = np.array([[0.25, -60.0, -0.04, 9.0], [0.5, -90.0, -0.02, 3.0], [0.0, 0.0, 1.0, 0.0]])
    cost = np.array([-0.75, 150.0, -0.02, 6.0])
    solution = minimise(cost, rows, np.array([0.0, 0.0, 1.0]))
    assert solution.value == pytest.approx(-0.05)


@pytest.mark.parametrize(
    ("cost", "rows", "limits"),
    [([1.0], [[1.0]], [1.0, 2.0]), ([float("nan")], [[1.0]], [1.0])],
)
def test_programmes_that_make_no_sense_are_refused(cost, rows, limits):
    with pytest.raises(ValueError, match=r"\.$"):
        minimise(np.array(cost), np.array(rows), np.array(limits))


def test_numbers_next_to_nothing_make_no_warning():
    found = minimise(
        np.array([0.0, 0.0, 1.0]),
        np.array([[0.0, 0.0, -2.2e-309], [1e-310, 0.0, 0.0]]),
        np.zeros(2),
        np.ones((1, 3)),
        np.ones(1),
    )
    assert found.status == "optimal"
    assert found.value == pytest.approx(0.0)
