"""Weights drawn uniformly from those an officer admits.

Exponential spacings give uniform weights on the simplex (Devroye 1986, ch. V); the ordered case is
the same with the simplex's corners moved to the centroids of the leading criteria, so it costs no
sorting and rejects nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Protocol

import numpy as np

from app.analysis.arrays import FloatArray, Vector
from app.analysis.smaa.random_numbers import Floats, Stream
from app.analysis.watch import Watch
from app.analysis.weights import normalise


class WeightSampler(Protocol):
    """Anything that draws shares of the weight."""

    @property
    def criteria(self) -> int:
        """Number of criteria."""

    @property
    def remembers(self) -> bool:
        """Whether a sample resembles earlier ones: sample k of a block then goes on from walk k.

        The number of walks is a multiple of `batches.BATCHES`.
        """

    def begin(self, stream: Stream, watch: Watch | None = None) -> Callable[[int], Floats]:
        """Return a function of a number of samples, which draws (criteria, samples) shares.

        watch is asked often enough during slow drawing to stop it within a tenth of a second.
        """


@dataclass(frozen=True, slots=True)
class FreeWeights:
    """Every set of weights is admissible and equally likely."""

    criteria: int
    remembers: ClassVar = False

    def begin(self, stream: Stream, watch: Watch | None = None) -> Callable[[int], Floats]:
        """Return the function that draws from `stream`."""
        del watch  # drawing takes no time worth stopping
        return partial(self.draw, stream)

    def draw(self, stream: Stream, samples: int) -> Floats:
        """Return (criteria, samples) shares, uniform on the simplex."""
        return _scale_columns(stream.exponentials(self.criteria, samples))


@dataclass(frozen=True, slots=True)
class OrderedWeights:
    """Weights that fall (or stay level) along `order`: criterion indices, most important first."""

    order: tuple[int, ...]
    remembers: ClassVar = False

    @property
    def criteria(self) -> int:
        """Number of criteria."""
        return len(self.order)

    def begin(self, stream: Stream, watch: Watch | None = None) -> Callable[[int], Floats]:
        """Return the function that draws from `stream`."""
        del watch  # drawing takes no time worth stopping
        return partial(self.draw, stream)

    def draw(self, stream: Stream, samples: int) -> Floats:
        """Return (criteria, samples) shares, uniform on the ordered part of the simplex."""
        spacings = stream.exponentials(self.criteria, samples)
        spacings /= np.arange(1, self.criteria + 1, dtype=np.float32)[:, np.newaxis]
        ordered = np.empty_like(spacings)
        running = np.zeros(samples, dtype=np.float32)
        for place in range(self.criteria - 1, -1, -1):
            running += spacings[place]
            ordered[self.order[place]] = running
        return _scale_columns(ordered)


@dataclass(frozen=True, slots=True, eq=False)
class FixedWeights:
    """The stated weights alone: only scores vary. Make one with `fix_weights`."""

    shares: FloatArray
    remembers: ClassVar = False

    @property
    def criteria(self) -> int:
        """Number of criteria."""
        return self.shares.size

    def begin(self, stream: Stream, watch: Watch | None = None) -> Callable[[int], Floats]:
        """Return the function that draws from `stream`."""
        del watch  # drawing takes no time worth stopping
        return partial(self.draw, stream)

    def draw(self, stream: Stream, samples: int) -> Floats:
        """Return (criteria, samples) copies of the shares; draws nothing from `stream`."""
        del stream
        column = self.shares.astype(np.float32)[:, np.newaxis]
        return np.repeat(column, samples, axis=1)


def fix_weights(raw: Vector) -> FixedWeights:
    """Return the sampler of the stated raw weights; ValueError as `normalise` raises."""
    return FixedWeights(normalise(raw))


def _scale_columns(weights: Floats) -> Floats:
    sums = np.add.reduce(weights, axis=0)
    np.divide(weights, sums, out=weights)
    return weights
