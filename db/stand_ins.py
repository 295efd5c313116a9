"""Names that stand in for those of assessors, in what is told and in all that came before it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from .difference import Change, Difference
from .document import Document, Revision
from .model import Perspective, PerspectiveKind

StandIn = Callable[[int, str], str]
"""What the assessor with a number is called instead of a name; the name itself to keep it."""

TABLE = "perspectives"
Calling = Callable[[str, str], str]
"""What a perspective with an id is called instead of a name."""


def with_stand_ins(document: Document, stand_in: StandIn) -> Document:
    """The document in which other names stand for those of all that are or were assessors."""
    numbers = {key: number for number, key in enumerate(assessor_ids(document), 1)}

    def called(key: str, name: str) -> str:
        return stand_in(numbers[key], name) if key in numbers else name

    return renamed(document, called, document.revisions)


def assessors_named(document: Document) -> tuple[str, ...]:
    """Every name that an assessor has or had, in the order of the alphabet."""
    known = set(assessor_ids(document))
    told = [(row.id, row.name) for row in document.assessment.perspectives]
    told += [pair for revision in document.revisions for pair in names_told(revision.changes)]
    return tuple(sorted({name for key, name in told if key in known}))


def renamed(document: Document, called: Calling, revisions: Sequence[Revision]) -> Document:
    """The document with these revisions, and other names for perspectives in all that is told."""
    rows = tuple(
        msgspec.structs.replace(row, name=called(row.id, row.name))
        for row in document.assessment.perspectives
    )
    return msgspec.structs.replace(
        document,
        assessment=msgspec.structs.replace(document.assessment, perspectives=rows),
        revisions=tuple(
            msgspec.structs.replace(revision, changes=rename_in(revision.changes, called))
            if any(names_told(revision.changes))
            else revision
            for revision in revisions
        ),
    )


def rename_in(changes: Difference, called: Calling) -> Difference:
    """Changes that tell other names of perspectives."""
    return tuple(
        msgspec.structs.replace(
            change,
            before=_renamed(change, change.before, called),
            after=_renamed(change, change.after, called),
        )
        for change in changes
    )


def names_told(changes: Difference) -> Iterator[tuple[str, str]]:
    """The ids of perspectives with the names that changes tell of them, in this order."""
    for change in changes:
        for value in (change.before, change.after):
            name = _name(change, value)
            if name is not None:
                yield str(change.key[0]), name


def assessor_ids(document: Document) -> tuple[str, ...]:
    """The ids of all that are assessors, and then of those that were."""
    now = [row.id for row in document.assessment.perspectives if _judges(row)]
    former = {
        str(change.key[0])
        for revision in document.revisions
        for change in revision.changes
        if change.table == TABLE and _was_assessor(change)
    }
    return (*now, *sorted(former - set(now)))


def _judges(row: Perspective) -> bool:
    return row.kind is PerspectiveKind.ASSESSOR


def _was_assessor(change: Change) -> bool:
    values = (change.before, change.after)
    if change.column == "kind":
        return PerspectiveKind.ASSESSOR in values
    rows = [value for value in values if isinstance(value, dict)]
    usual = PerspectiveKind.ASSESSOR  # which a row that appears or goes does not say
    return any(row.get("kind", usual) == usual for row in rows)


def _name(change: Change, value: Any) -> str | None:
    """The name that one side of a change tells of a perspective, if it tells any."""
    if change.table != TABLE or value is None:
        return None
    if change.column == "name":
        return str(value)
    return str(value["name"]) if change.column is None else None


def _renamed(change: Change, value: Any, called: Calling) -> Any:
    name = _name(change, value)
    if name is None:
        return value
    other = called(str(change.key[0]), name)
    return other if change.column == "name" else {**value, "name": other}
