"""Taking out of libraries where, on the machine that built Python, they looked for others.

Such a path means nothing on a desk, and who can write there could have us load his library instead.
"""

import struct
from pathlib import Path

_PROGRAM_HEADER = struct.Struct("<IIQQQQQQ")
_ENTRY = struct.Struct("<qQ")
_LOAD, _DYNAMIC = 1, 2
_NULL, _STRING_TABLE, _RPATH, _RUNPATH = 0, 5, 15, 29


def remove_foreign_run_path(path: Path) -> str:
    """Remove a run path that is not relative to the library; returns it, or "" where none is."""
    image = bytearray(path.read_bytes())
    headers = _program_headers(image)
    dynamic = next(((h[2], h[5]) for h in headers if h[0] == _DYNAMIC), None)
    if dynamic is None:
        return ""
    start, size = dynamic
    entries = [_ENTRY.unpack_from(image, at) for at in range(start, start + size, _ENTRY.size)]
    strings = _in_file(dict(entries)[_STRING_TABLE], headers)
    for entry in entries:
        if entry[0] in (_RPATH, _RUNPATH):
            stated = _text(image, strings + entry[1])
            if all(part.startswith("$ORIGIN") for part in stated.split(":")):
                continue
            entries.remove(entry)
            entries.append((_NULL, 0))
            for place, kept in enumerate(entries):
                _ENTRY.pack_into(image, start + place * _ENTRY.size, *kept)
            path.write_bytes(image)
            return stated
    return ""


def _program_headers(image: bytearray) -> list[tuple[int, ...]]:
    """The headers of a 64-bit little-endian ELF file. Raises ValueError where it is another."""
    if image[:6] != b"\x7fELF\x02\x01":
        raise ValueError("not a 64-bit little-endian ELF file")
    (table,) = struct.unpack_from("<Q", image, 32)
    size, count = struct.unpack_from("<HH", image, 54)
    return [_PROGRAM_HEADER.unpack_from(image, table + i * size) for i in range(count)]


def _in_file(address: int, headers: list[tuple[int, ...]]) -> int:
    """Where in the file that is which will be at an address in memory."""
    for kind, _flags, offset, virtual, _physical, in_file, _memory, _align in headers:
        if kind == _LOAD and virtual <= address < virtual + in_file:
            return offset + address - virtual
    raise ValueError("an address outside of the file")


def _text(image: bytearray, start: int) -> str:
    return image[start : image.index(0, start)].decode()
