"""Array types and the checks that every public function makes on what it is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from app.analysis import scale

FloatArray: TypeAlias = NDArray[np.float64]
BoolArray: TypeAlias = NDArray[np.bool_]
IntArray: TypeAlias = NDArray[np.int64]
Vector: TypeAlias = FloatArray | Sequence[float]
Matrix: TypeAlias = FloatArray | Sequence[Sequence[float]]

Number = TypeVar("Number", np.float64, np.bool_, np.int64)

TIE = scale.TIE


def as_numbers(numbers: object, name: str) -> FloatArray:
    """Return nested lists as a contiguous array; ValueError when their rows differ in length."""
    try:
        return np.ascontiguousarray(numbers, dtype=np.float64)
    except ValueError:
        raise ValueError(f"{name} must have rows of the same length.") from None


def as_vector(numbers: Vector, name: str) -> FloatArray:
    """Return `numbers` as a contiguous (n,) array; ValueError unless n >= 1 and all are finite."""
    vector = np.ascontiguousarray(numbers, dtype=np.float64)
    if vector.ndim != 1 or vector.size == 0:
        raise ValueError(f"{name} must be a list of at least one number.")
    if not np.isfinite(vector).all():
        raise ValueError(f"{name} must be finite numbers.")
    return vector


def as_matrix(numbers: Matrix, name: str, *, missing: bool = False) -> FloatArray:
    """Return `numbers` as a contiguous (options, criteria) array.

    NaN stands for a missing entry and is let through only with `missing`. Raises ValueError for an
    empty or ragged matrix and for infinite entries.
    """
    matrix = as_numbers(numbers, name)
    if matrix.ndim != 2 or matrix.size == 0:
        raise ValueError(f"{name} must have at least one option and one criterion.")
    sound = ~np.isinf(matrix) if missing else np.isfinite(matrix)
    if not sound.all():
        raise ValueError(f"{name} must be finite numbers.")
    return matrix


def require_length(vector: FloatArray, length: int, name: str) -> FloatArray:
    """Return `vector` if it has `length` entries, else raise ValueError."""
    if vector.shape != (length,):
        raise ValueError(f"{name} must have {length} entries, not {vector.size}.")
    return vector


def noise(values: FloatArray) -> FloatArray:
    """Return, per column of `values` (options, criteria), the difference that means nothing.

    It is the tie tolerance on a 0-100 scale and in proportion to it on any other, far above what
    the rounding of decimals leaves (0.3 - 0.1 is not quite 0.2) and far below any judgement.
    """
    column: FloatArray = TIE / 100.0 * np.abs(values).max(axis=0)
    return column


def freeze(array: NDArray[Number]) -> NDArray[Number]:
    """Make `array` read-only and return it, so that a shared result cannot be changed."""
    array.flags.writeable = False
    return array
