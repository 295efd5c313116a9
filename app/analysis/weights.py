"""Weights: raw judgements to shares of one, and the tree they hang on.

A raw weight is a non-negative number on each leaf; a branch weighs the sum of its leaves, so
elicitation from the top and from the bottom give one answer (Keeney & Raiffa 1976, ch. 6;
Edwards & Barron 1994 for swings).
"""

from __future__ import annotations

import math

import numpy as np

from app.analysis.arrays import BoolArray, FloatArray, IntArray, Vector, as_vector, require_length


def normalise(raw: Vector) -> FloatArray:
    """Return shares of 1 from raw weights of any positive scale; shape (criteria,).

    Swing weights (ratios to the largest swing) and direct points both become shares this way.
    Raises ValueError for negative or infinite weights and when none is above zero.
    """
    weights = as_vector(raw, "Weights")
    if (weights < 0).any():
        raise ValueError("A weight must not be negative.")
    largest = float(weights.max())
    if largest == 0.0:
        raise ValueError("At least one weight must be above zero.")
    # Dividing by the largest first keeps the sum finite at any scale.
    ratios = weights / largest
    shares: FloatArray = ratios / math.fsum(ratios.tolist())
    return shares


def with_share(raw: Vector, leaves: BoolArray, share: float) -> FloatArray:
    """Return shares in which the marked leaves together hold `share` of the weight.

    leaves: (criteria,) marks one leaf or all leaves of a branch. Proportions inside the branch
    and among the other leaves are kept; a side without any weight is shared out equally. Raises
    ValueError when `share` is outside 0-1 or nothing is left to take the rest.
    """
    if not 0.0 <= share <= 1.0:
        raise ValueError("A share of the weight lies between 0 and 100 %.")
    weights = as_vector(raw, "Weights")
    if not leaves.any() or (leaves.all() and share != 1.0):
        raise ValueError("The rest of the weight needs another criterion to hold it.")
    shares = share * proportions(weights, leaves)
    if not leaves.all():
        shares = shares + (1.0 - share) * proportions(weights, ~leaves)
    return shares


def proportions(raw: FloatArray, leaves: BoolArray) -> FloatArray:
    """Return the marked leaves' weights as shares among themselves, zero elsewhere.

    Leaves that hold no weight at all share equally. Raises ValueError when none is marked.
    """
    part = np.where(leaves, raw, 0.0)
    if not part.any():
        part = leaves.astype(np.float64)
    return normalise(part)


def leaves_below(parents: IntArray, leaf_nodes: IntArray) -> BoolArray:
    """Return which leaves hang under each node, itself included; shape (nodes, criteria).

    parents: (nodes,) index of each node's parent, -1 at the top. leaf_nodes: (criteria,) the node
    of each column. Raises ValueError if the tree has a cycle.
    """
    below = np.zeros((parents.size, leaf_nodes.size), dtype=np.bool_)
    for column, leaf in enumerate(leaf_nodes.tolist()):
        node = leaf
        for _ in range(parents.size):
            below[node, column] = True
            node = int(parents[node])
            if node < 0:
                break
        else:
            raise ValueError("A criterion cannot stand below itself.")
    return below


def branch_shares(parents: IntArray, leaf_nodes: IntArray, shares: FloatArray) -> FloatArray:
    """Return each node's share: the sum of its leaves' shares; shape (nodes,)."""
    require_length(shares, leaf_nodes.size, "Weights")
    below = leaves_below(parents, leaf_nodes)
    return np.array([math.fsum(shares[row].tolist()) for row in below])


def top_down(parents: IntArray, leaf_nodes: IntArray, local: Vector) -> FloatArray:
    """Return leaf shares from weights given among siblings at every level; shape (criteria,).

    local: (nodes,) raw weight of each node among its siblings. A leaf's share is the product of
    the normalised weights on its way from the top.
    """
    weights = require_length(as_vector(local, "Weights"), parents.size, "Weights")
    leaves_below(parents, leaf_nodes)  # refuses a cycle before the walk below
    among = np.empty(parents.size)
    for parent in np.unique(parents):
        siblings = parents == parent
        among[siblings] = normalise(weights[siblings])
    shares = np.ones(leaf_nodes.size)
    for column, leaf in enumerate(leaf_nodes.tolist()):
        node = leaf
        while node >= 0:
            shares[column] *= among[node]
            node = int(parents[node])
    return normalise(shares)
