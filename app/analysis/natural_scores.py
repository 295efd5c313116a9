"""Values of 0 to 100 carried back to the scales on which scores are stated."""

from __future__ import annotations

import numpy as np

from app.analysis.problem import value_function
from db.model import Assessment, Criterion


def score_of(assessment: Assessment, leaf: Criterion, value: float) -> float:
    """Return the score on a leaf's scale that is worth `value`, 0 to 100.

    Where a stretch of scores is worth the same, it is one of its ends.
    """
    function = value_function(assessment, leaf)
    points, values = function.points, function.values
    if not function.rising:
        points, values = points[::-1], values[::-1]
    return float(np.interp(value, values, points))
