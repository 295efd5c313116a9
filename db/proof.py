"""Making sure that what was taken out of a shared copy is not in its bytes."""

from collections.abc import Iterable

import msgspec

from .document import Document
from .share import History, contents, share, still_inside


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """What was found of the texts that a copy should be without.

    visible: they also stand where the recipient is meant to read, such as in a score's reason;
    hidden: they are in the file although nothing in it says them, which must never be.
    """

    removed: tuple[str, ...]
    visible: tuple[str, ...]
    hidden: tuple[str, ...]


def prove(document: Document, history: History) -> Proof:
    """Look for everything that a copy with so much history should be without, in its bytes.

    Raises as `share` does.
    """
    known = contents(document)
    removed: tuple[str, ...] = ()
    if history is not History.FULL:
        removed = known.authors
    if history is History.NONE:
        removed += known.former_texts
    shared = share(document, history)
    found = still_inside(shared, removed)
    said = set(_within(shared, found))
    bare = set(still_inside(_emptied(shared), found))  # words of the format itself
    return Proof(
        removed=removed,
        visible=tuple(text for text in found if text in said),
        hidden=tuple(text for text in found if text not in said | bare),
    )


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
