"""The revisions of two copies as one graph: what each of them had seen when it was made."""

from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from typing import Final

import msgspec

from db.difference import Difference
from db.document import Document, Revision, Session
from db.model import Assessment
from db.revisions import is_merge, main_line, state_at

Dot = tuple[str, int]
"""Session and counter: the name of a revision in every copy."""


class Unrelated(ValueError):
    """The two documents are not copies of the same assessment."""


class Altered(ValueError):
    """The two copies tell the same revision differently: one was altered."""


class TooLong(ValueError):
    """Together the two copies tell more than can be joined in reasonable time and memory."""


LONGEST: Final = 50_000
"""Revisions: what each of them had seen takes as many bits."""


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
    roots: tuple[list[Dot], list[Dot]]
    """The revisions with which mine, and theirs, begins, where only the other tells them."""

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
        Altered: a revision that both have differs, or they tell them in orders that exclude one
            another.
        TooLong: they have more than `LONGEST` revisions.
    """
    if mine.assessment.decision.id != theirs.assessment.decision.id:
        raise Unrelated("they are about different decisions")
    base, roots = _common_base(mine, theirs)
    found: dict[Dot, Revision] = {}
    parents: dict[Dot, list[Dot]] = {}
    links: dict[Dot, set[Dot]] = {}
    for document, root in zip((mine, theirs), roots, strict=True):
        dots = {revision.number: dot_of(revision) for revision in document.revisions}
        for revision in document.revisions:
            dot = dots[revision.number]
            if dot in found and _told(found[dot]) != _told(revision):
                raise Altered(dot)
            found.setdefault(dot, revision)
            known = {dots[n] for n in (revision.parent, revision.merged) if n is not None}
            if known and links.setdefault(dot, known) != known:
                raise Altered(dot)
            parents[dot] = sorted({*parents.get(dot, []), *(known or root)})
    if len(found) > LONGEST:
        raise TooLong(len(found))
    order = list(_ordered(parents))
    if len(order) < len(found):
        raise Altered("the copies contradict each other about what came first")
    return Log(
        base=base,
        revisions=tuple(found[dot] for dot in order),
        seen=_seen(order, parents),
        sessions=_joined_sessions(mine, theirs),
        roots=roots,
    )


def _told(revision: Revision) -> tuple[Difference, bool]:
    """What must be the same in every copy that tells a revision."""
    return revision.changes, is_merge(revision)


def _common_base(
    mine: Document, theirs: Document
) -> tuple[Assessment, tuple[list[Dot], list[Dot]]]:
    """What both began with, and for each copy the revisions that it begins with, if any.

    A copy that was shared without the history that led to it begins with revisions that only the
    other one still has.
    """
    bases = state_at(mine, 0), state_at(theirs, 0)
    roots = untold_roots(mine), untold_roots(theirs)
    if roots[0] == roots[1] and bases[0] == bases[1]:
        return bases[0], ([], [])
    if not roots[0] and _begins_in(mine, roots[1], bases[1]):
        return bases[0], ([], roots[1])
    if not roots[1] and _begins_in(theirs, roots[0], bases[0]):
        return bases[1], (roots[0], [])
    raise Unrelated("nothing says what both began with")


def _begins_in(document: Document, roots: list[Dot], base: Assessment) -> bool:
    """Whether a copy tells these revisions, and led with them to what the other began with.

    Raises:
        Altered: it led to something else.
    """
    numbers = {dot_of(revision): revision.number for revision in document.revisions}
    if not roots or not set(roots) <= set(numbers):
        return False
    last = max(numbers[dot] for dot in roots)
    if any(r.number == last for r in main_line(document)) and state_at(document, last) != base:
        raise Altered(roots)
    return True


def untold_roots(document: Document) -> list[Dot]:
    """The last revision of each session that a copy contains without telling it."""
    told: dict[str, int] = {}
    for session, counter in map(dot_of, document.revisions):
        told[session] = min(counter, told.get(session, counter))
    untold = (
        (session.id, told.get(session.id, session.seen + 1) - 1) for session in document.sessions
    )
    return sorted(dot for dot in untold if dot[1] > 0)


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
