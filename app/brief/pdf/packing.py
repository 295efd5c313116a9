"""Pack the many small objects of a finished file into compressed object streams.

A tagged document is mostly structure: a thousand small dictionaries that ReportLab writes one by
one as plain text. Packed (ISO 32000-1, 7.5.7 and 7.5.8) they take a tenth of the room.
"""

import re
import zlib
from itertools import pairwise
from typing import NamedTuple

_CHUNK = 200  # objects in one object stream
_ENTRY = 20  # bytes of a line of the cross-reference table


class _Object(NamedTuple):
    number: int
    written: bytes

    @property
    def is_stream(self) -> bool:
        """Whether it has a stream, which cannot stand inside another."""
        return self.written.endswith(b"endstream\nendobj\n")

    @property
    def body(self) -> bytes:
        """The object itself, without its number and its end."""
        start = self.written.index(b" obj\n") + len(b" obj\n")
        return self.written[start:].removesuffix(b"endobj\n").rstrip()


class _Place(NamedTuple):
    """A line of the new cross-reference: its kind and two fields (7.5.8.3)."""

    kind: int
    first: int
    second: int

    def encode(self) -> bytes:
        return bytes([self.kind]) + self.first.to_bytes(4, "big") + self.second.to_bytes(2, "big")


def pack(data: bytes) -> bytes:
    """Return the PDF `data`, as ReportLab writes it, with its plain objects packed."""
    objects, table_start = _read_objects(data)
    places: dict[int, _Place] = {0: _Place(0, 0, 65535)}
    file = bytearray(data[: data.index(b"1 0 obj\n")])
    for stream in (o for o in objects if o.is_stream):
        places[stream.number] = _Place(1, len(file), 0)
        file += stream.written
    small = [o for o in objects if not o.is_stream]
    next_number = len(objects) + 1
    for start in range(0, len(small), _CHUNK):
        chunk = small[start : start + _CHUNK]
        places[next_number] = _Place(1, len(file), 0)
        for index, member in enumerate(chunk):
            places[member.number] = _Place(2, next_number, index)
        file += _write_object_stream(next_number, chunk)
        next_number += 1
    places[next_number] = _Place(1, len(file), 0)
    start = len(file)
    file += _write_cross_reference(next_number, places, data[table_start:])
    file += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(file)


def _read_objects(data: bytes) -> tuple[list[_Object], int]:
    """Return the objects in order and where the cross-reference table starts."""
    table = int(data[data.rindex(b"startxref\n") :].split()[1])
    lines = data[table:].split(b"\n", 2)
    count = int(lines[1].split()[1])
    entries = lines[2]
    starts = [int(entries[n * _ENTRY : n * _ENTRY + 10]) for n in range(1, count)]
    objects = [
        _Object(number, data[start:end])
        for number, (start, end) in enumerate(pairwise([*starts, table]), start=1)
    ]
    return objects, table


def _write_object_stream(number: int, members: list[_Object]) -> bytes:
    bodies = [member.body for member in members]
    offset = 0
    heads = []
    for member, body in zip(members, bodies, strict=True):
        heads.append(b"%d %d" % (member.number, offset))
        offset += len(body) + 1
    head = b" ".join(heads) + b"\n"
    entries = b"/Type /ObjStm /N %d /First %d" % (len(members), len(head))
    return _write_stream(number, entries, head + b"\n".join(bodies))


def _write_cross_reference(number: int, places: dict[int, _Place], trailer: bytes) -> bytes:
    kept = [
        re.search(rb"/ID\s*\[[^\]]*\]", trailer),
        re.search(rb"/Info \d+ 0 R", trailer),
        re.search(rb"/Root \d+ 0 R", trailer),
    ]
    entries = b" ".join(found[0] for found in kept if found)
    entries = b"/Type /XRef /Size %d /W [1 4 2] %s" % (number + 1, entries)
    lines = b"".join(places[index].encode() for index in range(number + 1))
    return _write_stream(number, entries, lines)


def _write_stream(number: int, entries: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    return (
        b"%d 0 obj\n<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\r\nendstream\nendobj\n"
        % (
            number,
            entries,
            len(packed),
            packed,
        )
    )
