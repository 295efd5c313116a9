"""The weighted product model: ratios instead of differences."""

from __future__ import annotations

import numpy as np

from app.analysis.arrays import FloatArray, Matrix, Vector, as_matrix, require_length
from app.analysis.weights import normalise


def weigh_products(values: Matrix, weights: Vector) -> FloatArray:
    """Return the product of value ** share for every option; (options,), highest is best.

    A value of 0 on a criterion that carries weight makes the product 0 whatever else the option
    offers. Source: Bridgman (1922); Miller & Starr (1969). Raises ValueError for negative values.
    """
    matrix = as_matrix(values, "Values")
    if (matrix < 0.0).any():
        raise ValueError("The weighted product needs values of zero or more.")
    shares = require_length(normalise(weights), matrix.shape[1], "Weights")
    counted = matrix[:, shares > 0.0]
    hopeless = (counted == 0.0).any(axis=1)
    logs = np.log(np.where(counted > 0.0, counted, 1.0))
    return np.where(hopeless, 0.0, np.exp(logs @ shares[shares > 0.0]))
