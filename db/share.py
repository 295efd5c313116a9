"""A copy for somebody else: with as much of the history as they are meant to see."""

import enum
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from .document import Document
from .errors import ShareRefused
from .image import build_image
from .merge import standing
from .stand_ins import StandIn, assessors_named, with_stand_ins


class History(enum.StrEnum):
    """How much of the history a shared copy holds."""

    FULL = "full"
    ANONYMOUS = "anonymous"
    """What was changed, but neither by whom nor when."""
    NONE = "none"


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody who gets a copy would learn besides the assessment itself."""

    authors: tuple[str, ...]
    assessors: tuple[str, ...]
    """The names of all who judge or judged, as they are told."""
    first: int | None
    """The times of the first and the last change, in seconds since 1970; None without any."""
    last: int | None
    revisions: int
    former_texts: tuple[str, ...]
    """Texts that are no longer in the assessment but still in its history."""


def share(document: Document, history: History, stand_in: StandIn | None = None) -> Document:
    """The document as it is given away, on demand with other names for its assessors.

    What remains can be merged back: sessions keep their random ids, which say nothing of anybody.

    Raises:
        ShareRefused: without its history the copy would lose what still waits for a decision.
    """
    if stand_in is not None:
        document = with_stand_ins(document, stand_in)
    if history is History.FULL:
        return document
    sessions = tuple(msgspec.structs.replace(s, author="") for s in document.sessions)
    if history is History.ANONYMOUS:
        revisions = tuple(msgspec.structs.replace(r, time=0) for r in document.revisions)
        return msgspec.structs.replace(document, sessions=sessions, revisions=revisions)
    if standing(document).conflicts:
        raise ShareRefused(
            "Some changes still wait for a decision, and a copy without history would lose them."
            " Decide them first, or share the copy with its history."
        )
    return Document(assessment=document.assessment, sessions=sessions)


def contents(document: Document) -> Contents:
    """What a recipient of this document would learn from its history."""
    times = [revision.time for revision in document.revisions if revision.time]
    present = set(_texts(msgspec.to_builtins(document.assessment)))
    past = _texts([[c.before, c.after] for r in document.revisions for c in r.changes])
    return Contents(
        authors=tuple(sorted({session.author for session in document.sessions} - {""})),
        assessors=assessors_named(document),
        first=min(times, default=None),
        last=max(times, default=None),
        revisions=len(document.revisions),
        former_texts=tuple(sorted(set(past) - present)),
    )


def still_inside(document: Document, texts: Iterable[str]) -> tuple[str, ...]:
    """Those of the texts that the bytes of the document's file hold, wherever they stand."""
    image = build_image(document)
    return tuple(text for text in texts if text and text.encode() in image)


def _texts(value: Any) -> Iterator[str]:
    """Every text in a plain value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
