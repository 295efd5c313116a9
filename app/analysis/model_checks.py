"""Signs that the model may not say what its makers meant. Nothing is corrected silently.

Sources: von Winterfeldt & Edwards (1986) and Montibeller & von Winterfeldt (2015) for the biases:
splitting, equalising, insensitivity to ranges, double counting, halo; Kendall & Babington Smith
(1939) for concordance.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from app.analysis.additive import discriminating
from app.analysis.arrays import BoolArray, FloatArray
from app.analysis.dominance import find_dominance
from app.analysis.policy.agreement import concordance, mean_ranks

CORRELATED = 0.9
"""Two criteria that correlate this strongly over the options may count one thing twice."""
NARROW = 20.0
"""A criterion whose options lie within this many points has a short swing in this decision."""
HEAVY = 1.5
"""A share this many times the mean share is heavy."""
ALIKE = 0.1
"""Shares that differ by at most this part of themselves are alike."""
HALO = 0.8
"""Kendall's W above which all criteria rank the options nearly alike."""
_ENOUGH_OPTIONS = 4  # with fewer, correlations are high by chance


class Check(enum.Enum):
    """What was found; each has its own remedy in words."""

    MISSING_SCORES = "missing scores"
    NOT_DISCRIMINATING = "not discriminating"
    DOMINATED = "dominated"
    DOUBLE_COUNTING = "double counting"
    SPLITTING = "splitting"
    EQUAL_WEIGHTS = "equal weights"
    RANGE_INSENSITIVE = "range insensitive"
    HALO = "halo"
    OUT_OF_ORDER = "out of order"
    WITHOUT_WEIGHT = "without weight"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: where it is (indices of options, criteria, nodes) and the measured number.

    measure: the share of missing scores, the correlation, the range in points, or Kendall's W.
    """

    check: Check
    options: tuple[int, ...] = ()
    criteria: tuple[int, ...] = ()
    nodes: tuple[int, ...] = ()
    measure: float = 0.0


def check_scores(values: FloatArray) -> tuple[Finding, ...]:
    """Check likely values (options, criteria), NaN where missing; empty when nothing is found."""
    return tuple(
        finding
        for check in (_missing, _flat, _dominated, _correlated, _halo)
        for finding in check(values)
    )


def check_weights(
    values: FloatArray,
    shares: FloatArray,
    branches: BoolArray | None = None,
    stated_ranks: FloatArray | None = None,
) -> tuple[Finding, ...]:
    """Check shares (criteria,) against the values and the tree.

    branches: (branches, criteria) the leaves of sibling branches; stated_ranks: (criteria,) an
    order of importance stated apart from the weights, 1 first, 0 where none was.
    """
    found = [*_weightless(shares), *_equal(shares), *_insensitive(values, shares)]
    if branches is not None:
        found.extend(_split(shares, branches))
    if stated_ranks is not None:
        found.extend(_disordered(shares, stated_ranks))
    return tuple(found)


def _missing(values: FloatArray) -> Iterator[Finding]:
    gaps = np.isnan(values)
    for option in np.flatnonzero(gaps.any(axis=1)).tolist():
        where = tuple(np.flatnonzero(gaps[option]).tolist())
        yield Finding(Check.MISSING_SCORES, (option,), where, measure=float(gaps[option].mean()))


def _flat(values: FloatArray) -> Iterator[Finding]:
    if values.shape[0] > 1:
        for criterion in np.flatnonzero(~discriminating(values)).tolist():
            yield Finding(Check.NOT_DISCRIMINATING, criteria=(criterion,))


def _dominated(values: FloatArray) -> Iterator[Finding]:
    weak = find_dominance(values).weak
    for option in np.flatnonzero(weak.any(axis=0)).tolist():
        # The dominated option first, then those that dominate it.
        yield Finding(Check.DOMINATED, (option, *np.flatnonzero(weak[:, option]).tolist()))


def _correlated(values: FloatArray) -> Iterator[Finding]:
    criteria = values.shape[1]
    for first in range(criteria):
        for second in range(first + 1, criteria):
            pair = values[:, [first, second]]
            known = pair[~np.isnan(pair).any(axis=1)]
            correlation = _correlate(known[:, 0], known[:, 1])
            if len(known) >= _ENOUGH_OPTIONS and correlation >= CORRELATED:
                yield Finding(Check.DOUBLE_COUNTING, criteria=(first, second), measure=correlation)


def _correlate(x: FloatArray, y: FloatArray) -> float:
    if x.size == 0:
        return 0.0
    x, y = x - x.mean(), y - y.mean()
    size = float(np.sqrt(x @ x) * np.sqrt(y @ y))
    return min(1.0, float(x @ y) / size) if size > 0.0 else 0.0


def _halo(values: FloatArray) -> Iterator[Finding]:
    enough = values.shape[0] >= _ENOUGH_OPTIONS and values.shape[1] >= _ENOUGH_OPTIONS
    if enough and not np.isnan(values).any():
        measure = concordance(mean_ranks(values))
        if measure >= HALO and discriminating(values).any():
            yield Finding(Check.HALO, measure=measure)


def _weightless(shares: FloatArray) -> Iterator[Finding]:
    for criterion in np.flatnonzero(shares == 0.0).tolist():
        yield Finding(Check.WITHOUT_WEIGHT, criteria=(criterion,))


def _equal(shares: FloatArray) -> Iterator[Finding]:
    if shares.size > 2 and shares.max() - shares.min() <= ALIKE * shares.max():
        yield Finding(Check.EQUAL_WEIGHTS, criteria=tuple(range(shares.size)))


def _insensitive(values: FloatArray, shares: FloatArray) -> Iterator[Finding]:
    if values.shape[0] < 2 or shares.size < 2:
        return
    known = ~np.isnan(values).any(axis=0)
    ranges = np.where(known, np.ptp(values, axis=0), np.inf)
    heavy = shares >= HEAVY / shares.size
    for criterion in np.flatnonzero((ranges < NARROW) & heavy).tolist():
        span = float(ranges[criterion])
        yield Finding(Check.RANGE_INSENSITIVE, criteria=(criterion,), measure=span)


def _split(shares: FloatArray, branches: BoolArray) -> Iterator[Finding]:
    """Branches weighted by their number of leaves: each leaf of any branch weighs much the same."""
    leaves = branches.sum(axis=1)
    if len(branches) < 2 or np.ptp(leaves) == 0:
        return
    per_leaf = branches @ shares / leaves
    if per_leaf.max() - per_leaf.min() <= ALIKE * per_leaf.max():
        yield Finding(Check.SPLITTING, nodes=tuple(range(len(branches))))


def _disordered(shares: FloatArray, stated_ranks: FloatArray) -> Iterator[Finding]:
    """Pairs stated in one order and weighted in the other: the first was stated more important."""
    for first in np.flatnonzero(stated_ranks > 0).tolist():
        later = (stated_ranks > stated_ranks[first]) & (shares > shares[first])
        for second in np.flatnonzero(later).tolist():
            yield Finding(Check.OUT_OF_ORDER, criteria=(first, second))
