"""What a file says about its own rows, so that damage is found, and found where it is.

Every table that holds rows has a checksum of its own, and one checksum stands for all of these and
for what the file says of itself. They find accidents, not forgers: whoever can write the file can
write them anew.
"""

from .hashing import sha256_hex
from .packing import pack_rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any


def rows_checksum(rows: "Sequence[Iterable[Any]]") -> str:
    """SHA-256, in hexadecimal, over a table's rows in MessagePack, in the order of their keys.

    A row is an array of its values in the order of the columns: texts, integers in the shortest
    form, numbers of floating point always in 64 bits, and nil.
    """
    return sha256_hex(pack_rows(rows))


def content_checksum(numbers: "Iterable[int]", checksums: "Mapping[str, str]") -> str:
    """SHA-256 over the numbers of the file's statement on one line, and a line for every table."""
    first = " ".join(str(number) for number in numbers)
    lines = [first, *(f"{name} {checksums[name]}" for name in sorted(checksums))]
    return sha256_hex("".join(f"{line}\n" for line in lines).encode())
