"""Copies with stand-ins for the names of assessors, joined with those that say the names."""

from collections.abc import Container, Iterable, Iterator

import msgspec

from db.document import Document, Revision
from db.revisions import main_line
from db.stand_ins import TABLE, assessor_ids, names_told, rename_in, renamed

from .log import Dot, dot_of, untold_roots

Names = dict[str, str]
"""What perspectives are called, by id."""


def called_as_in(mine: Document, theirs: Document) -> Document:
    """Their document with what both tell about names told as in mine.

    A copy that was shared without authors may have other names for assessors, also in its past.
    Nobody wrote those names: mine says what they are, and a copy that does not know them stays
    without. Their document itself where it tells the same.
    """
    ours = {dot_of(revision): revision for revision in mine.revisions}
    other: dict[tuple[str, str], str] = {}
    assessors = {*assessor_ids(mine), *assessor_ids(theirs)}
    for key, name, own in (*_at_the_beginning(mine, theirs), *_in_revisions(ours, theirs)):
        if key in assessors:
            other[key, name] = own
    if all(name == own for (_, name), own in other.items()):
        return theirs
    revisions = tuple(_as_told(ours.get(dot_of(r)), r, assessors) for r in theirs.revisions)
    known = {r.number for r in theirs.revisions if dot_of(r) in ours}
    changed = renamed(theirs, lambda key, name: other.get((key, name), name), revisions)
    # What both tell was told as in mine above, name by name: a stand-in may stand for several.
    kept = zip(changed.revisions, revisions, strict=True)
    return msgspec.structs.replace(
        changed, revisions=tuple(old if old.number in known else new for new, old in kept)
    )


def _at_the_beginning(mine: Document, theirs: Document) -> Iterator[tuple[str, str, str]]:
    """Id, their name and my name of perspectives, where the shorter of the histories begins."""
    at = _beginnings(mine, theirs)
    if at is not None:
        own, other = _names_at(mine, at[0]), _names_at(theirs, at[1])
        for key in own.keys() & other.keys():
            yield key, other[key], own[key]


def _beginnings(mine: Document, theirs: Document) -> tuple[int, int] | None:
    """After which revision of mine, and of theirs, one may compare what they say."""
    roots = untold_roots(mine), untold_roots(theirs)
    if roots[0] == roots[1]:
        return 0, 0
    if not roots[0]:
        number = _last(mine, roots[1])
        return None if number is None else (number, 0)
    number = None if roots[1] else _last(theirs, roots[0])
    return None if number is None else (0, number)


def _last(document: Document, dots: Iterable[Dot]) -> int | None:
    numbers = {dot_of(revision): revision.number for revision in document.revisions}
    return max((numbers[dot] for dot in dots if dot in numbers), default=None)


def _names_at(document: Document, number: int) -> Names:
    """What perspectives were called after a revision."""
    names = {row.id: row.name for row in document.assessment.perspectives}
    for revision in reversed(main_line(document)):
        if revision.number <= number:
            break
        for change in reversed(revision.changes):
            if change.table == TABLE and change.column in (None, "name"):
                before = msgspec.structs.replace(change, after=None)
                names.pop(str(change.key[0]), None)
                names.update(names_told((before,)))
    return names


def _in_revisions(ours: dict[Dot, Revision], theirs: Document) -> Iterator[tuple[str, str, str]]:
    for revision in theirs.revisions:
        own = ours.get(dot_of(revision))
        if own is not None:
            pairs = zip(names_told(own.changes), names_told(revision.changes), strict=False)
            for (key, mine), (other_key, their) in pairs:
                if key == other_key:
                    yield key, their, mine


def _as_told(own: Revision | None, their: Revision, assessors: Container[str]) -> Revision:
    """Their revision; with the names of mine where it differs in those of assessors alone."""

    def blank(key: str, name: str) -> str:
        return "" if key in assessors else name

    if own is None or own.changes == their.changes:
        return their
    if rename_in(own.changes, blank) != rename_in(their.changes, blank):
        return their  # something else was altered: the merge will say so
    return msgspec.structs.replace(their, changes=own.changes)
