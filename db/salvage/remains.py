"""What the worker is asked about a damaged file, and what it answers."""

from collections.abc import Mapping

import msgspec

from db.model import Assessment

from .assembly import Loss, assemble
from .rows import find_rows


class Request(msgspec.Struct, frozen=True):
    """A damaged file, and where in a file of ours each table begins."""

    image: bytes
    roots: Mapping[str, int]
    title: str
    """What stands in for a decision that cannot be read."""


class Remains(msgspec.Struct, frozen=True):
    """What could be put together again."""

    assessment: Assessment | None
    losses: tuple[Loss, ...]


def collect_remains(request: bytes) -> bytes:
    """The answer to an encoded request."""
    asked = msgspec.msgpack.decode(request, type=Request)
    found = find_rows(asked.image, asked.roots)
    return msgspec.msgpack.encode(Remains(*assemble(found, asked.title)))
