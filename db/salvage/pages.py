"""The rows on the pages of a damaged file, read without a database engine.

An engine gives up a table at its first broken page, and has to trust what the file says of itself.
Here each page is judged alone, and one that contradicts itself is not believed at all. The format
is that of https://www.sqlite.org/fileformat2.html, sections 1.5, 1.6 and 2.
"""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from db.layout import PAGE_SIZE

Value = int | float | str | bytes | None

_ROW_INTERIOR: Final = 0x05
_ROW_LEAF: Final = 0x0D
_KEY_INTERIOR: Final = 0x02
_KEY_LEAF: Final = 0x0A

_DEEPEST: Final = 20
_LEAST_LOCAL: Final = (PAGE_SIZE - 12) * 32 // 255 - 23
_MOST_LOCAL: Final = {_ROW_LEAF: PAGE_SIZE - 35} | dict.fromkeys(
    (_KEY_INTERIOR, _KEY_LEAF), (PAGE_SIZE - 12) * 64 // 255 - 23
)
_INTEGER_SIZES: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Damage(ValueError):
    """A page or a row is not as an engine writes it."""


class Record(NamedTuple):
    """One row as it stands on a page; `number` is its integer key where the table has one."""

    number: int | None
    values: tuple[Value, ...]


class Pages:
    """The pages of one file; each is read for one table only."""

    def __init__(self, image: bytes) -> None:
        self._image = image
        self._used: set[int] = set()
        self.broken: int = 0
        """How many pages of the tables read so far are missing or not believed."""

    def rows(self, root: int) -> Iterator[Record]:
        """All rows that can be read of the table that begins on this page."""
        yield from self._below(root, 0)

    def _below(self, number: int, depth: int) -> Iterator[Record]:
        """The rows on a page and on those below it; those of a branch that is lost are left out."""
        try:
            page = self._take(number, depth)
            kind = page[0]
            cells = _cells(page)
            found = [self._cell(page, at, kind) for at in cells]
            _check_apart(cells, [end for _, _, end in found])
        except (Damage, IndexError, struct.error, UnicodeDecodeError):
            self.broken += 1
            return
        for child, record, _ in found:
            if child is not None:
                yield from self._below(child, depth + 1)
            if record is not None:
                yield record
        if kind in (_ROW_INTERIOR, _KEY_INTERIOR):
            yield from self._below(int.from_bytes(page[8:12], "big"), depth + 1)

    def _cell(self, page: bytes, at: int, kind: int) -> tuple[int | None, Record | None, int]:
        """The page below a cell, the row in it, and where it ends."""
        child = number = None
        if kind in (_ROW_INTERIOR, _KEY_INTERIOR):
            child = int.from_bytes(page[at : at + 4], "big")
            at += 4
        if kind == _ROW_INTERIOR:
            _, at = _varint(page, at)
            return child, None, at
        size, at = _varint(page, at)
        if kind == _ROW_LEAF:
            number, at = _varint(page, at)
        local = _local_size(size, kind)
        payload = page[at : at + local]
        if len(payload) < local:
            raise Damage
        at += local
        if local < size:
            payload += self._overflow(int.from_bytes(page[at : at + 4], "big"), size - local)
            at += 4
        return child, Record(number, _values(payload)), at

    def _overflow(self, number: int, size: int) -> bytes:
        """What of a long row stands on pages of its own."""
        if size > len(self._image):
            raise Damage
        parts = []
        while size > 0:
            page = self._take(number)
            number = int.from_bytes(page[:4], "big")
            parts.append(page[4 : 4 + size])
            size -= PAGE_SIZE - 4
        if number:
            raise Damage
        return b"".join(parts)

    def _take(self, number: int, depth: int = 0) -> bytes:
        page = self._image[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        if depth > _DEEPEST or number < 2 or len(page) < PAGE_SIZE or number in self._used:
            raise Damage
        self._used.add(number)
        return page


def _cells(page: bytes) -> list[int]:
    """Where the cells of a page begin."""
    kind, count = page[0], int.from_bytes(page[3:5], "big")
    if kind in (_ROW_LEAF, _KEY_LEAF):
        start = 8
    elif kind in (_ROW_INTERIOR, _KEY_INTERIOR):
        start = 12
    else:
        raise Damage
    end = start + 2 * count
    if end > PAGE_SIZE:
        raise Damage
    cells = list(struct.unpack_from(f">{count}H", page, start))
    if cells and min(cells) < max(end, int.from_bytes(page[5:7], "big")):
        raise Damage
    return cells


def _check_apart(starts: list[int], ends: list[int]) -> None:
    """Make sure that no cell reaches into another or over the end of the page."""
    spans = sorted(zip(starts, ends, strict=True))
    limits = [start for start, _ in spans[1:]] + [PAGE_SIZE]
    if any(end > limit for (_, end), limit in zip(spans, limits, strict=False)):
        raise Damage


def _local_size(size: int, kind: int) -> int:
    """How much of a row's bytes stands on its page itself."""
    if size <= _MOST_LOCAL[kind]:
        return size
    best = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (PAGE_SIZE - 4)
    return best if best <= _MOST_LOCAL[kind] else _LEAST_LOCAL


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64 if value >> 63 else 0), at + 9


def _values(payload: bytes) -> tuple[Value, ...]:
    """The values of a row: first come their types, then what they are."""
    end, at = _varint(payload, 0)
    types = []
    while at < end:
        kind, at = _varint(payload, at)
        types.append(kind)
    if at != end:
        raise Damage
    values = []
    for kind in types:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise Damage
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind in (10, 11) or kind < 0:
        raise Damage
    size = _INTEGER_SIZES.get(kind, 8 if kind == 7 else (kind - 12) // 2)
    data = payload[at : at + size]
    if len(data) < size:
        raise Damage
    if kind in _INTEGER_SIZES:
        return int.from_bytes(data, "big", signed=True), at + size
    if kind == 7:
        (number,) = struct.unpack(">d", data)
        return number, at + size
    return (data.decode() if kind % 2 else data), at + size
