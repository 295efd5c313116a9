"""Small systems of equations are solved, whatever the order of their rows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.elimination import solve_square


@given(st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_the_solution_satisfies_every_equation(count, seed):
    generator = np.random.default_rng(seed)
    matrix = generator.uniform(-1, 1, (count, count)) + 2.0 * np.eye(count)
    matrix = matrix[generator.permutation(count)]
    wanted = generator.uniform(-10, 10, count)
    found = solve_square(matrix, matrix @ wanted)
    assert matrix @ found == pytest.approx(matrix @ wanted, abs=1e-7)


def test_rows_that_begin_with_nothing_are_exchanged():
    assert solve_square(np.array([[0.0, 2.0], [4.0, 0.0]]), np.array([6.0, 8.0])).tolist() == [2, 3]


def test_what_is_given_stays_as_it_is():
    matrix, right = np.array([[0.0, 1.0], [1.0, 1.0]]), np.array([1.0, 2.0])
    solve_square(matrix, right)
    assert (matrix.tolist(), right.tolist()) == ([[0, 1], [1, 1]], [1, 2])
