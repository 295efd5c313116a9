"""Weights drawn uniformly from any admissible polytope, by many short random walks at once.

Hit-and-run (Smith 1984): from each point a random direction, then a uniform point on the chord. A
block of walks runs side by side from mixtures of the polytope's corners; their own spread tells
which directions are long, and directions are drawn to match it, so that thin polytopes are crossed
as fast as round ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from app.analysis.admissible import Admissible, find_corners, find_interior
from app.analysis.arrays import FloatArray
from app.analysis.smaa.products import multiply, sum_products
from app.analysis.smaa.random_numbers import Floats, Stream
from app.analysis.smaa.weight_samples import FreeWeights
from app.analysis.watch import Watch, report

_WALKS, _FEW_WALKS = 2048, 1024
_MANY_DIMENSIONS = 16  # from here on a step costs so much that fewer walks pay
_MOST_STEPS, _FEW_STEPS = 400, 24
_ROUNDS = 3  # of warming up, each measuring the spread anew
_TINY = 1e-12
_NO_ROOM = 1e-200


@dataclass(frozen=True, slots=True, eq=False)
class PolytopeWeights:
    """Weights uniform on the admissible shares.

    Walks are independent of each other; each goes some d * d / 4 steps, at most 200, between two of
    its samples, in d dimensions, which forgets much of where it was. What it remembers is counted
    in the standard errors (`batches`), which can be up to twice those of as many independent
    samples. With `thorough` off, walks in many dimensions go few of these steps: enough where
    samples only serve to choose what to look at. For an order alone, or for intervals alone, the
    other samplers are exact or faster.
    """

    admissible: Admissible
    thorough: bool = True
    remembers: ClassVar = True

    @property
    def criteria(self) -> int:
        """Number of criteria."""
        return self.admissible.criteria

    def begin(self, stream: Stream, watch: Watch | None = None) -> Callable[[int], Floats]:
        """Return a function that draws (criteria, samples) shares; NoAdmissibleWeights if none."""
        most = _MOST_STEPS if self.thorough else _FEW_STEPS
        return _Walks(self.admissible, stream, watch, most).draw


class _Walks:
    """The present points of all walks, in coordinates of the polytope's own dimensions."""

    def __init__(
        self, admissible: Admissible, stream: Stream, watch: Watch | None, most_steps: int
    ) -> None:
        inside = find_interior(admissible, watch)
        criteria = admissible.criteria
        self._stream, self._watch, self._most_steps = stream, watch, most_steps
        self._centre = inside.shares
        binding = np.vstack([np.ones((1, criteria)), inside.rows[inside.tight]])
        self._axes = _null_space(binding)
        loose = ~inside.tight
        self._rows = inside.rows[loose] @ self._axes
        self._room = (inside.limits - inside.rows @ inside.shares)[loose, np.newaxis]
        self._dimensions = self._axes.shape[1]
        self._count = _WALKS if self._dimensions < _MANY_DIMENSIONS else _FEW_WALKS
        self._points: FloatArray = np.zeros((self._dimensions, self._count))
        self._shape = np.eye(self._dimensions)
        if self._dimensions:
            corners = np.unique(find_corners(admissible, watch), axis=0)
            mixed = (corners - self._centre) @ self._axes
            shares = FreeWeights(len(corners)).draw(stream, self._count).astype(np.float64)
            # Close to uniform already, and exactly so on a simplex; a little inside the corners.
            self._points = multiply(np.ascontiguousarray(0.999 * mixed.T), shares, self._points)
            self._warm_up()

    def draw(self, samples: int) -> Floats:
        """Return (criteria, samples) shares."""
        parts = []
        for start in range(0, samples, self._count):
            self._measure_slack()
            for _ in range(min(self._most_steps // 2, (self._dimensions**2 + 3) // 4)):
                self._step()
            count = min(self._count, samples - start)
            away = np.empty((self._centre.size, count))
            multiply(self._axes, self._points[:, :count], away)
            parts.append(away + self._centre[:, np.newaxis])
        shares = np.maximum(np.concatenate(parts, axis=1), 0.0)
        scaled: Floats = (shares / shares.sum(axis=0)).astype(np.float32)
        return scaled

    def _warm_up(self) -> None:
        for _ in range(_ROUNDS):
            away = self._points - self._points.mean(axis=1, keepdims=True)
            spread = sum_products(away, away) / self._count
            values, vectors = np.linalg.eigh(spread)
            floor = _TINY * max(float(values.max()), _TINY)
            self._shape = vectors * np.sqrt(np.maximum(values, floor))
            self._measure_slack()
            for _ in range(min(self._most_steps, self._dimensions**2 // 2 + 16)):
                self._step()

    def _step(self) -> None:
        """Move every walk to a uniform point of a random chord."""
        report(self._watch, 0, 1)
        chance = self._stream.normals(self._dimensions, self._count).astype(np.float64)
        towards = multiply(self._shape, chance, np.empty_like(chance))
        speed = multiply(self._rows, towards, np.empty_like(self._slack))
        # The nearest limit either way, by the greatest speed for the room that is left.
        np.maximum(self._slack, _NO_ROOM, out=self._slack)
        haste = speed / self._slack
        furthest, nearest = 1.0 / haste.max(axis=0), 1.0 / haste.min(axis=0)
        at = self._stream.uniforms(1, self._count)[0].astype(np.float64)
        way = nearest + at * (furthest - nearest)
        towards *= way
        speed *= way
        self._points += towards
        self._slack -= speed

    def _measure_slack(self) -> None:
        """Find anew, free of what rounding adds up to, how much room each walk has."""
        room = multiply(self._rows, self._points, np.empty((len(self._rows), self._count)))
        self._slack: FloatArray = self._room - room


def _null_space(rows: FloatArray) -> FloatArray:
    """Return an orthonormal basis (criteria, dimensions) of what all rows leave free."""
    _, sizes, vectors = np.linalg.svd(rows)
    rank = int((sizes > 1e-9 * sizes[0]).sum())
    return np.ascontiguousarray(vectors[rank:].T)
