"""Weights drawn uniformly between bounds: intervals, or a spread around stated weights.

Gibbs sampling by pairs (Geman & Geman 1984): two shares trade what they hold together, uniformly
within their bounds. All criteria are paired off at random in each sweep, for many walks at once,
which forgets its start within a few sweeps and costs no matrix product.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from app.analysis.admissible import NoAdmissibleWeights
from app.analysis.arrays import FloatArray, Vector, as_vector, freeze, require_length
from app.analysis.smaa.random_numbers import Floats, Stream
from app.analysis.watch import Watch, report

_WALKS = 4096
_WARM_UP = 48
_BETWEEN, _BETWEEN_MANY = 8, 12  # sweeps after which a walk hardly remembers its shares
_MANY = 20


@dataclass(frozen=True, slots=True, eq=False)
class IntervalWeights:
    """Shares uniform between low and high, both (criteria,). See `bound_weights`."""

    low: FloatArray
    high: FloatArray
    remembers: ClassVar = True

    @property
    def criteria(self) -> int:
        """Number of criteria."""
        return self.low.size

    def begin(self, stream: Stream, watch: Watch | None = None) -> Callable[[int], Floats]:
        """Return a function that draws (criteria, samples) shares."""
        return _Walks(self.low, self.high, stream, watch).draw


def bound_weights(low: Vector, high: Vector) -> IntervalWeights:
    """Return the sampler of shares between low and high, each (criteria,) of 0-1.

    Raises ValueError for bounds in the wrong order or below zero, and NoAdmissibleWeights when no
    shares between them sum to 1.
    """
    least, most = as_vector(low, "Least shares"), as_vector(high, "Most shares")
    require_length(most, least.size, "Most shares")
    if (least > most).any() or (least < 0.0).any():
        raise ValueError("A least share must not exceed the most or be negative.")
    if least.sum() > 1.0 + 1e-9 or most.sum() < 1.0 - 1e-9:
        raise NoAdmissibleWeights("No weights between these bounds add up to 100 %.")
    return IntervalWeights(freeze(least.copy()), freeze(most.copy()))


def spread_weights(shares: FloatArray, relative: float) -> IntervalWeights:
    """Return the sampler of shares within `relative` (0.2 for 20 %) of the stated ones."""
    if not relative >= 0.0:
        raise ValueError("A spread around weights must not be negative.")
    least = shares * max(0.0, 1.0 - relative)
    return bound_weights(least, np.minimum(shares * (1.0 + relative), 1.0))


class _Walks:
    """The present shares of all walks."""

    def __init__(
        self, low: FloatArray, high: FloatArray, stream: Stream, watch: Watch | None
    ) -> None:
        room = float((high - low).sum())
        part = min(1.0, max(0.0, (1.0 - float(low.sum())) / room)) if room > 0.0 else 0.0
        start = (low + part * (high - low)).astype(np.float32)
        self._low = low.astype(np.float32)[:, np.newaxis]
        self._high = high.astype(np.float32)[:, np.newaxis]
        self._shares = np.repeat(start[:, np.newaxis], _WALKS, axis=1)
        self._stream, self._watch = stream, watch
        for _ in range(_WARM_UP):
            self._sweep()

    def draw(self, samples: int) -> Floats:
        """Return (criteria, samples) shares."""
        parts = []
        for start in range(0, samples, _WALKS):
            for _ in range(_BETWEEN if self._low.size < _MANY else _BETWEEN_MANY):
                self._sweep()
            parts.append(self._shares[:, : min(_WALKS, samples - start)].copy())
        return np.concatenate(parts, axis=1)

    def _sweep(self) -> None:
        """Pair the criteria off and let each pair share out anew what it holds together."""
        report(self._watch, 0, 1)
        criteria = self._low.shape[0]
        if criteria < 2:
            return
        pairs = criteria // 2
        order = np.argsort(self._stream.words(criteria), kind="stable")
        first, second = order[:pairs], order[pairs : 2 * pairs]
        held = self._shares[first] + self._shares[second]
        least = np.maximum(self._low[first], held - self._high[second])
        most = np.minimum(self._high[first], held - self._low[second])
        given = self._stream.uniforms(pairs, _WALKS)
        given *= np.maximum(most - least, 0.0, out=most)
        given += least
        self._shares[first] = given
        self._shares[second] = np.subtract(held, given, out=held)
