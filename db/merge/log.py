"""The revisions of two copies as one graph: what each of them had seen when it was made."""

from collections.abc import Iterator
from heapq import heapify, heappop, heappush

import msgspec

from db.document import Document, Revision, Session
from db.model import Assessment
from db.revisions import past_states, state_at

Dot = tuple[str, int]
"""Session and counter: the name of a revision in every copy."""


class Unrelated(ValueError):
    """The two documents are not copies of the same assessment."""


class Altered(ValueError):
    """The two copies tell the same revision differently: one was altered."""


class Log(msgspec.Struct, frozen=True):
    """The revisions of both copies, in an order in which each comes after what it builds upon.

    The order depends on nothing but the revisions themselves: not on which copy is mine.
    """

    base: Assessment
    """What both copies began with."""
    revisions: tuple[Revision, ...]
    """Numbered as in the copy that each was found in."""
    seen: tuple[int, ...]
    """For each revision the set of those that it had seen, itself included, as bits."""
    sessions: tuple[Session, ...]
    roots: tuple[Dot | None, Dot | None]
    """The revision with which mine, and theirs, begins, where it is one that the other has."""

    @property
    def everything(self) -> int:
        """The set of all revisions, as bits."""
        return (1 << len(self.revisions)) - 1


def dot_of(revision: Revision) -> Dot:
    """The name of a revision in every copy."""
    return revision.session, revision.counter


def join_logs(mine: Document, theirs: Document) -> Log:
    """The log of two copies of one assessment.

    Raises:
        Unrelated: they are not copies of one assessment, or nothing says what both began with.
        Altered: a revision that both have differs.
    """
    if mine.assessment.decision.id != theirs.assessment.decision.id:
        raise Unrelated("they are about different decisions")
    base, roots = _common_base(mine, theirs)
    found: dict[Dot, Revision] = {}
    parents: dict[Dot, list[Dot]] = {}
    for document, root in zip((mine, theirs), roots, strict=True):
        dots = {revision.number: dot_of(revision) for revision in document.revisions}
        for revision in document.revisions:
            dot = dots[revision.number]
            if dot in found and found[dot].changes != revision.changes:
                raise Altered(dot)
            found.setdefault(dot, revision)
            known = [dots[n] for n in (revision.parent, revision.merged) if n is not None]
            parents.setdefault(dot, known or ([root] if root else []))
    order = list(_ordered(parents))
    return Log(
        base=base,
        revisions=tuple(found[dot] for dot in order),
        seen=_seen(order, parents),
        sessions=_joined_sessions(mine, theirs),
        roots=roots,
    )


def _common_base(
    mine: Document, theirs: Document
) -> tuple[Assessment, tuple[Dot | None, Dot | None]]:
    """What both began with, and for each copy the revision that it begins with, if any."""
    bases = state_at(mine, 0), state_at(theirs, 0)
    if bases[0] == bases[1]:
        return bases[0], (None, None)
    # One copy may have been shared without the history that led to it.
    root = _revision_with(mine, bases[1])
    if root is not None:
        return bases[0], (None, root)
    root = _revision_with(theirs, bases[0])
    if root is not None:
        return bases[1], (root, None)
    raise Unrelated("nothing says what both began with")


def _revision_with(document: Document, state: Assessment) -> Dot | None:
    """The last revision of a copy after which it said this."""
    dots = {revision.number: dot_of(revision) for revision in document.revisions}
    found = (dots[number] for number, value in past_states(document) if number and value == state)
    return next(found, None)


def _ordered(parents: dict[Dot, list[Dot]]) -> Iterator[Dot]:
    """The dots, each after its parents; among those that are free the smallest first."""
    waiting = {dot: len(set(above)) for dot, above in parents.items()}
    below: dict[Dot, list[Dot]] = {}
    for dot, above in parents.items():
        for parent in set(above):
            below.setdefault(parent, []).append(dot)
    free = [dot for dot, number in waiting.items() if not number]
    heapify(free)
    while free:
        dot = heappop(free)
        yield dot
        for child in below.get(dot, []):
            waiting[child] -= 1
            if not waiting[child]:
                heappush(free, child)


def _seen(order: list[Dot], parents: dict[Dot, list[Dot]]) -> tuple[int, ...]:
    places = {dot: at for at, dot in enumerate(order)}
    seen: list[int] = []
    for at, dot in enumerate(order):
        mask = 1 << at
        for parent in parents[dot]:
            mask |= seen[places[parent]]
        seen.append(mask)
    return tuple(seen)


def _joined_sessions(mine: Document, theirs: Document) -> tuple[Session, ...]:
    joined = {session.id: session for session in mine.sessions}
    for session in theirs.sessions:
        known = joined.get(session.id)
        if known is None or known.seen < session.seen:
            joined[session.id] = session
    return tuple(joined.values())
