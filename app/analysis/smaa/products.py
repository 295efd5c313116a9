"""Matrix products whose bits do not depend on the number of threads.

A linear algebra library may split a large product among threads and round differently at the
seams. Products below a certain size it always computes on one thread, so large ones are cut there.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from app.analysis.arrays import FloatArray

_Real = TypeVar("_Real", np.float32, np.float64)

_SINGLE_THREAD = 260_000
"""Multiplications that OpenBLAS still does on one thread (its limit is 262,144)."""


def multiply(left: NDArray[_Real], right: NDArray[_Real], out: NDArray[_Real]) -> NDArray[_Real]:
    """Write left (a, b) @ right (b, columns) to `out`, in strips of columns."""
    width = _strip(left.shape[0] * left.shape[1])
    for start in range(0, right.shape[1], width):
        strip = slice(start, start + width)
        np.matmul(left, right[:, strip], out=out[:, strip])
    return out


def sum_products(left: NDArray[_Real], right: NDArray[_Real]) -> FloatArray:
    """Return left (a, columns) @ right (b, columns) transposed, summed in double precision."""
    width = _strip(left.shape[0] * right.shape[0])
    total = np.zeros((left.shape[0], right.shape[0]))
    for start in range(0, left.shape[1], width):
        strip = slice(start, start + width)
        total += left[:, strip] @ right[:, strip].T
    return total


def _strip(per_column: int) -> int:
    """Return how many columns keep a product on one thread, at most 2048."""
    return max(8, min(2048, _SINGLE_THREAD // max(1, per_column) // 8 * 8))
