"""What the worker is asked about a damaged file, and what it answers."""

from collections.abc import Mapping

import msgspec

from db.model import Assessment
from db.model.tables import tables

from .assembly import Loss, assemble
from .rows import Found, find_rows


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
    uncertain: tuple[str, ...] = ()
    """Tables of which something was kept that may be other than it was written."""


def collect_remains(request: bytes) -> bytes:
    """The answer to an encoded request."""
    asked = msgspec.msgpack.decode(request, type=Request)
    found = find_rows(asked.image, asked.roots)
    assessment, losses = assemble(found, asked.title)
    uncertain = [] if assessment is None else _uncertain(assessment, found)
    return msgspec.msgpack.encode(Remains(assessment, losses, tuple(uncertain)))


def _uncertain(assessment: Assessment, found: Mapping[str, Found]) -> list[str]:
    return [
        name
        for name, one in found.items()
        if one.rows and not one.proven and (tables()[name].single or getattr(assessment, name))
    ]
