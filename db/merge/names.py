"""The names of versions in a merge: what either of two officers called a version, it is called."""

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from db.document import Document, Revision
from db.model import LINE_LIMIT

from .log import dot_of

_BETWEEN: Final = " / "


def joint_names(mine: Document, theirs: Document) -> Iterator[tuple[int, str]]:
    """Number and name of every revision of mine that gets another name by a merge.

    The names are the same whichever copy is mine, and merging again changes none.
    """
    named = {dot_of(revision): revision.name for revision in theirs.revisions if revision.name}
    for revision in mine.revisions:
        name = joint_name(revision.name, named.get(dot_of(revision), ""))
        if name != revision.name:
            yield revision.number, name


def joint_name(one: str, other: str) -> str:
    """What a version is called that two officers named: by both names where they differ."""
    if one == other or not one or not other:
        return one or other
    parts = {*one.split(_BETWEEN), *other.split(_BETWEEN)}
    return _BETWEEN.join(sorted(parts))[:LINE_LIMIT].rstrip()


def with_names(
    revisions: tuple[Revision, ...], names: Iterable[tuple[int, str]]
) -> tuple[Revision, ...]:
    """Revisions with other names for those with these numbers."""
    given = dict(names)
    return tuple(
        msgspec.structs.replace(revision, name=given[revision.number])
        if revision.number in given
        else revision
        for revision in revisions
    )
