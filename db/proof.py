"""Making sure that what was taken out of a shared copy is not in its bytes."""

import re
from collections.abc import Iterable

import msgspec

from .document import Document
from .share import History, contents, share, still_inside
from .stand_ins import StandIn


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """What was found of the texts that a copy should be without.

    visible: they also stand where the recipient is meant to read, such as in a score's reason;
    hidden: they are in the file although nothing in it says them, which must never be.
    """

    removed: tuple[str, ...]
    visible: tuple[str, ...]
    hidden: tuple[str, ...]


def prove(document: Document, history: History, stand_in: StandIn | None = None) -> Proof:
    """Look for everything that a copy made like this should be without, in its bytes.

    Raises as `share` does.
    """
    known = contents(document)
    removed: tuple[str, ...] = ()
    if history is not History.FULL:
        removed = known.authors
    if history is History.NONE:
        removed += known.former_texts
    shared = share(document, history, stand_in)
    gone = (name for name in known.assessors if name not in contents(shared).assessors)
    removed = tuple(dict.fromkeys((*removed, *gone)))
    found = still_inside(shared, removed)
    said = set(_within(shared, found))
    bare = set(still_inside(_emptied(shared), found))  # words of the format itself
    return Proof(
        removed=removed,
        visible=tuple(text for text in found if text in said),
        hidden=tuple(text for text in found if text not in said | bare),
    )


def still_named(document: Document, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that the document's texts say as words of their own."""
    said = "\n".join(_strings(msgspec.to_builtins((document.assessment, document.revisions))))
    return tuple(n for n in names if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", said))


def _within(document: Document, texts: Iterable[str]) -> list[str]:
    """Those of the texts that the document itself says, other than as who made it."""
    said = "\n".join(_strings(msgspec.to_builtins((document.assessment, document.revisions))))
    return [text for text in texts if text in said]


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


def _emptied(document: Document) -> Document:
    """A document that says nothing but a title."""
    old = document.assessment
    decision = type(old.decision)(id="x", title="–")
    return Document(assessment=type(old)(decision=decision))
