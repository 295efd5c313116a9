"""Small square systems of equations, solved one row at a time (Gaussian elimination).

A library's solver spreads even a hundred rows over threads, which takes a hundred times as long
when the machine is busy, and may give other last digits with another number of threads.
"""

import numpy as np

from app.analysis.arrays import FloatArray

_NOTHING = 1e-15  # of the largest number, a pivot this small is the rest of a cancellation


def solve_square(matrix: FloatArray, right: FloatArray) -> FloatArray:
    """Return x with matrix @ x = right; matrix (n, n) should be regular, right is (n,).

    Rows are exchanged so that the largest number of a column is divided by (partial pivoting). An
    unknown that the equations cannot tell from the others in double precision is set to 0.
    """
    count = right.size
    rows = np.hstack([matrix, right[:, np.newaxis]])
    least = _NOTHING * float(np.abs(matrix).max(initial=0.0))
    told = np.ones(count, dtype=np.bool_)
    for k in range(count):
        largest = k + int(np.argmax(np.abs(rows[k:, k])))
        if largest != k:
            rows[[k, largest]] = rows[[largest, k]]
        told[k] = abs(rows[k, k]) > least
        if told[k]:
            factors = rows[k + 1 :, k] / rows[k, k]
            rows[k + 1 :, k:] -= factors[:, np.newaxis] * rows[k, k:]
    x = np.zeros(count)
    for k in np.flatnonzero(told)[::-1].tolist():
        known = np.multiply(rows[k, k + 1 : count], x[k + 1 :]).sum()
        x[k] = (rows[k, count] - known) / rows[k, k]
    return x
