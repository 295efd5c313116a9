"""Which of several independent normal totals is highest: a one-dimensional integral."""

from __future__ import annotations

import math

import numpy as np

from app.analysis.arrays import FloatArray

_REACH = 8.0  # beyond eight deviations lies less than 1e-15 of the weight
_WIDEST = 0.5  # deviations covered by one piece of the integral
_STEEP = 0.5  # a rival this much narrower than the option needs pieces of its own
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(8)
_TABLE_END, _PER_UNIT = 9.0, 256.0
_LEVELS = np.arange(-_TABLE_END, _TABLE_END + 0.5 / _PER_UNIT, 1.0 / _PER_UNIT)
_CHANCES = 0.5 * np.array([math.erfc(-z / math.sqrt(2.0)) for z in _LEVELS.tolist()])
_SLOPES = np.exp(-0.5 * _LEVELS**2) / math.sqrt(2.0 * math.pi) / _PER_UNIT
_RISES, _BENDS = np.diff(_CHANCES), _SLOPES[:-1] + _SLOPES[1:] - 2.0 * np.diff(_CHANCES)
_CUBES = (_CHANCES[:-1], _SLOPES[:-1], _RISES - _SLOPES[:-1] - _BENDS, _BENDS)
_AT_ONCE = 4096  # rivals x points
_NOTHING = 1e-18  # a density that no longer adds to the integral


def win_probability(
    means: FloatArray, deviations: FloatArray, option: int, tie: float = 0.0
) -> float:
    """Return the probability that `option` is at least as high as every rival.

    means, deviations: (options,) of independent normal totals; a deviation of 0 is a fixed total,
    and fixed totals within `tie` of each other are equal. Accurate to about 1e-9, by
    Gauss-Legendre quadrature over pieces that follow the steepest rivals.
    """
    rivals = np.arange(means.size) != option
    mean, deviation = float(means[option]), float(deviations[option])
    gaps, spreads = mean - means[rivals], deviations[rivals]
    if deviation == 0.0:
        return math.prod(
            _chance_below(gap, spread, tie)
            for gap, spread in zip(gaps.tolist(), spreads.tolist(), strict=True)
        )
    # A rival that even eight deviations of both do not bring near is below with certainty.
    near = gaps < _REACH * (deviation + spreads)
    gaps, spreads = gaps[near], spreads[near]
    points, weights = _pieces(-gaps / deviation, spreads / deviation)
    product = weights * np.exp(-0.5 * points**2) / math.sqrt(2.0 * math.pi)
    # The strongest rivals come first: where they win almost surely, nobody else needs asking.
    order = np.argsort(gaps, kind="stable")
    while order.size and points.size:
        some, order = np.split(order, [max(1, _AT_ONCE // points.size)])
        leads = gaps[some, np.newaxis] + deviation * points
        product *= _chances_below(leads, spreads[some, np.newaxis]).prod(axis=0)
        likely = product > _NOTHING
        points, product = points[likely], product[likely]
        least = gaps[order] + deviation * points.min(initial=_REACH)
        order = order[least <= _TABLE_END * spreads[order]]
    return min(1.0, max(0.0, float(product.sum())))


def _pieces(centres: FloatArray, widths: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return nodes and weights on [-8, 8], cut finely where a narrow rival stands."""
    cuts = [np.arange(-_REACH, _REACH + _WIDEST / 2, _WIDEST)]
    steep = widths < _STEEP
    steps = (-_REACH, -4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0, _REACH)
    cuts.extend(centres[steep] + step * widths[steep] for step in steps)
    edges = np.unique(np.clip(np.concatenate(cuts), -_REACH, _REACH))
    half = np.diff(edges)[:, np.newaxis] / 2.0
    middle = (edges[:-1, np.newaxis] + edges[1:, np.newaxis]) / 2.0
    return (middle + half * _NODES).ravel(), (half * _WEIGHTS).ravel()


def _chances_below(leads: FloatArray, spreads: FloatArray) -> FloatArray:
    """Return the chances that rivals lie below: leads (rivals, points), spreads (rivals, 1).

    From a table of the normal distribution by cubic interpolation, good to 1e-12.
    """
    fixed = spreads == 0.0
    with np.errstate(over="ignore"):  # a lead beyond any number of spreads is clipped just below
        at = leads / np.where(fixed, 1.0, spreads)
    np.clip(at, -_TABLE_END, _TABLE_END, out=at)
    at += _TABLE_END
    at *= _PER_UNIT
    cell = at.astype(np.int64)
    np.minimum(cell, _RISES.size - 1, out=cell)
    at -= cell
    start, *further = _CUBES[::-1]
    chances: FloatArray = start[cell]
    for factors in further:
        chances *= at
        chances += factors[cell]
    if fixed.any():
        chances = np.where(fixed, leads > 0.0, chances)
    return chances


def _chance_below(gap: float, spread: float, tie: float) -> float:
    """Return the chance that a rival lies at most at a fixed total, `gap` above its mean."""
    if spread == 0.0:
        return 1.0 if gap >= -tie else 0.0
    return 0.5 * math.erfc(-gap / (spread * math.sqrt(2.0)))
