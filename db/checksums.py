"""What a file says about its own rows, so that damage is found, and found where it is.

Every table that holds rows has a checksum of its own, and one checksum stands for all of these and
for what the file says of itself. They find accidents, not forgers: whoever can write the file can
write them anew.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec


class Statement(msgspec.Struct, frozen=True):
    """What a file says of itself: the one row of `meta` without its key and its checksum."""

    format: int
    min_reader: int
    """The oldest format whose programs can read the file …"""
    min_writer: int
    """… and go on with it."""
    head: int
    """The number of the last revision."""


def rows_checksum(rows: Sequence[Iterable[Any]]) -> str:
    """SHA-256, in hexadecimal, over a table's rows in MessagePack, in the order of their keys.

    A row is an array of its values in the order of the columns: texts, integers in the shortest
    form, numbers of floating point always in 64 bits, and nil.
    """
    return hashlib.sha256(msgspec.msgpack.encode(rows)).hexdigest()


def content_checksum(statement: Statement, checksums: Mapping[str, str]) -> str:
    """SHA-256 over the numbers of the statement on one line, and a line for every table."""
    numbers = " ".join(str(number) for number in msgspec.structs.astuple(statement))
    lines = [numbers, *(f"{name} {checksums[name]}" for name in sorted(checksums))]
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
