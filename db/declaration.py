"""What a file says of itself."""

import msgspec


class Statement(msgspec.Struct, frozen=True, array_like=True):
    """The one row of `meta` without its key and its checksum."""

    format: int
    min_reader: int
    """The oldest format whose programs can read the file …"""
    min_writer: int
    """… and go on with it."""
    head: int
    """The number of the last revision."""
