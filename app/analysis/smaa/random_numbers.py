"""Uniform, exponential and normal numbers in single precision, drawn in bulk.

Single precision suffices for counting: its noise is a thousand times below the sampling error.
All draws come from one SFC64 stream in a fixed order, so a seed fixes every bit.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]

_ONE_IN_BITS = np.uint32(0x3F800000)
_TWO = np.float32(2.0)
_TAU = np.float32(2.0 * np.pi)


class Stream:
    """A seeded source of random numbers; equal seeds give equal bits."""

    def __init__(self, seed: int) -> None:
        """Start the stream that belongs to `seed`, a whole number of zero or more."""
        self._bits = np.random.SFC64(seed)

    def words(self, count: int) -> NDArray[np.uint64]:
        """Return `count` words of 64 random bits."""
        return np.asarray(self._bits.random_raw(count))

    def uniforms(self, rows: int, columns: int) -> Floats:
        """Return (rows, columns) uniform numbers in (0, 1], on a grid of 2**-23.

        Each 64-bit word gives two: 23 bits become the fraction of a number in [1, 2).
        """
        count = rows * columns
        bits = self.words((count + 1) // 2).view(np.uint32)[:count]
        np.right_shift(bits, 9, out=bits)
        np.bitwise_or(bits, _ONE_IN_BITS, out=bits)
        numbers = bits.view(np.float32).reshape(rows, columns)
        return np.subtract(_TWO, numbers, out=numbers)

    def exponentials(self, rows: int, columns: int) -> Floats:
        """Return (rows, columns) exponential numbers of mean 1, by the logarithm."""
        numbers = self.uniforms(rows, columns)
        np.log(numbers, out=numbers)
        return np.negative(numbers, out=numbers)

    def normals(self, rows: int, columns: int) -> Floats:
        """Return (rows, columns) standard normal numbers (Box & Muller 1958)."""
        pairs = (rows + 1) // 2
        numbers = self.uniforms(2 * pairs, columns)
        radius, angle = numbers[:pairs], numbers[pairs:]
        np.log(radius, out=radius)
        np.multiply(radius, np.float32(-2.0), out=radius)
        np.sqrt(np.abs(radius, out=radius), out=radius)
        np.multiply(angle, _TAU, out=angle)
        sine = np.sin(angle)
        np.cos(angle, out=angle)
        np.multiply(angle, radius, out=angle)
        np.multiply(sine, radius, out=radius)
        return numbers[:rows]

    def short_uniforms(self, rows: int, columns: int) -> NDArray[np.uint16]:
        """Return (rows, columns) uniform whole numbers of 16 bits, four to a word."""
        count = rows * columns
        return self.words((count + 3) // 4).view(np.uint16)[:count].reshape(rows, columns)
