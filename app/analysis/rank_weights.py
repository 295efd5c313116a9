"""Weights from an order of importance alone."""

from __future__ import annotations

import math

import numpy as np

from app.analysis.arrays import FloatArray, Vector, as_vector


def rank_order_centroid(ranks: Vector) -> FloatArray:
    """Return ROC weights: the centre of all weights that respect the order.

    ranks: (criteria,), 1 for the most important; equal ranks share their places' mean weight.
    Source: Barron & Barrett (1996), w_k = (1/n) * sum over i = k..n of 1/i.
    """
    n = len(ranks)
    by_place = np.array([math.fsum(1.0 / i for i in range(k, n + 1)) / n for k in range(1, n + 1)])
    return _share_places(ranks, by_place)


def rank_sum(ranks: Vector) -> FloatArray:
    """Return rank-sum weights, proportional to n + 1 - rank; equal ranks share their mean.

    Source: Stillwell, Seaver & Edwards (1981).
    """
    n = len(ranks)
    by_place = np.array([2.0 * (n + 1 - k) / (n * (n + 1)) for k in range(1, n + 1)])
    return _share_places(ranks, by_place)


def equal(count: int) -> FloatArray:
    """Return equal weights for `count` criteria; ValueError when there is none."""
    if count < 1:
        raise ValueError("Weights need at least one criterion.")
    return np.full(count, 1.0 / count)


def _share_places(ranks: Vector, by_place: FloatArray) -> FloatArray:
    given = as_vector(ranks, "Ranks")
    places = np.argsort(given, kind="stable")
    weights = np.empty(given.size)
    weights[places] = by_place
    for value in np.unique(given):
        tied = given == value
        weights[tied] = math.fsum(weights[tied].tolist()) / int(tied.sum())
    return weights
