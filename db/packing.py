"""Rows as MessagePack, the bytes that checksums are taken over and that the gate's worker answers.

The library that everything else uses for it takes longer to load than most files to be examined.
So where it is not loaded yet, the rows of a small table are packed here, into the very same bytes.
"""

import sys
from struct import pack

MANY = 2_000
"""Rows of a table for which it is worth while to load the library."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any


def pack_rows(rows: "Sequence[Iterable[Any]]") -> bytes:
    """An array of rows, each an array of texts, numbers, bytes and None.

    Integers are in the shortest form, numbers of floating point in 64 bits.

    Raises:
        TypeError, OverflowError, UnicodeEncodeError: a value that MessagePack has no form for.
    """
    if len(rows) <= MANY and "msgspec" not in sys.modules:
        return pack_plainly(rows)
    from msgspec import msgpack

    return msgpack.encode(rows)


def pack_plainly(value: "Any") -> bytes:
    """As `pack_rows`, in Python alone; also for mappings from texts.

    https://github.com/msgpack/msgpack/blob/master/spec.md
    """
    parts: list[bytes] = []
    _add(value, parts.append)
    return b"".join(parts)


def array_head(size: int) -> bytes:
    """What stands before the members of an array."""
    return _head(size, 0x90, 16, 0xDC)


def map_head(size: int) -> bytes:
    """What stands before the keys and values of a mapping."""
    return _head(size, 0x80, 16, 0xDE)


def _add(value: "Any", add: "Any") -> None:
    kind = type(value)
    if kind is str:
        text = value.encode()
        add(_text_head(len(text)))
        add(text)
    elif kind is int:
        add(_integer(value))
    elif value is None:
        add(b"\xc0")
    elif kind is float:
        add(pack(">Bd", 0xCB, value))
    elif kind is bytes:
        add(_sized(len(value), 0xC4))
        add(value)
    elif kind in (tuple, list):
        add(array_head(len(value)))
        for member in value:
            _add(member, add)
    elif kind is dict:
        add(map_head(len(value)))
        for key, member in value.items():
            _add(key, add)
            _add(member, add)
    else:
        raise TypeError(kind.__name__)


def _text_head(size: int) -> bytes:
    return bytes((0xA0 | size,)) if size < 32 else _sized(size, 0xD9)


def _sized(size: int, first: int) -> bytes:
    """A length in 8, 16 or 32 bits, after the mark for it."""
    if size < 1 << 8:
        return bytes((first, size))
    return pack(">BH", first + 1, size) if size < 1 << 16 else pack(">BI", first + 2, size)


def _head(size: int, short: int, limit: int, first: int) -> bytes:
    if size < limit:
        return bytes((short | size,))
    return pack(">BH", first, size) if size < 1 << 16 else pack(">BI", first + 1, size)


def _integer(value: int) -> bytes:
    if -32 <= value < 128:
        return bytes((value & 0xFF,))
    if value >= 0:
        for mark, form, bits in ((0xCC, ">BB", 8), (0xCD, ">BH", 16), (0xCE, ">BI", 32)):
            if value < 1 << bits:
                return pack(form, mark, value)
        if value < 1 << 64:
            return pack(">BQ", 0xCF, value)
    else:
        for mark, form, bits in ((0xD0, ">Bb", 7), (0xD1, ">Bh", 15), (0xD2, ">Bi", 31)):
            if value >= -(1 << bits):
                return pack(form, mark, value)
        if value >= -(1 << 63):
            return pack(">Bq", 0xD3, value)
    raise OverflowError(value)
