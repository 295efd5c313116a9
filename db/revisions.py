"""The history of a document: whether it holds together, and what it says about any past state."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from .difference import Draft, Mismatch, inverse
from .document import Document, Revision
from .errors import NameRefused
from .model import LINE_LIMIT, Assessment
from .model.characters import is_plain
from .soundness import Unsound, require_sound


class BrokenHistory(ValueError):
    """The history contradicts itself or the assessment that it should lead to."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One edit with the assessment before and after it."""

    number: int
    """The revision that made it: what `undoes` names when it is taken back."""
    label: str
    before: Assessment
    after: Assessment


class UndoSteps(msgspec.Struct, frozen=True, kw_only=True):
    """What can be undone and redone, the next of each last."""

    done: tuple[Step, ...]
    undone: tuple[Step, ...]


def check_history(document: Document) -> None:
    """Make sure that the revisions belong together and lead to the assessment as it is.

    Raises:
        BrokenHistory: they do not.
    """
    sessions = {session.id: session.seen for session in document.sessions}
    if len(sessions) != len(document.sessions):
        raise BrokenHistory("two sessions have the same id")
    counters: dict[str, int] = {}
    for number, revision in enumerate(document.revisions, 1):
        earlier = (revision.parent, revision.merged, revision.undoes)
        if revision.number != number or any(n is not None and not 0 < n < number for n in earlier):
            raise BrokenHistory(f"revision {revision.number} is out of its order")
        if revision.counter <= counters.get(revision.session, 0):
            raise BrokenHistory(f"revision {number} is out of the order of its session")
        counters[revision.session] = revision.counter
    for session, counter in counters.items():
        if counter != sessions.get(session):
            raise BrokenHistory("a session is not where its revisions say")
    try:
        require_sound(document)
    except Unsound as error:
        raise BrokenHistory(str(error)) from error
    for _ in _rewind(document):
        pass


def is_merge(revision: Revision) -> bool:
    """Whether the revision joined another copy, and so says nothing that others had not said."""
    return revision.merged not in (None, revision.parent)


def settles(revision: Revision) -> bool:
    """Whether the revision holds what was decided about the merge just before it."""
    return revision.merged is not None and revision.merged == revision.parent


def state_at(document: Document, number: int) -> Assessment:
    """The assessment as it was after a revision of the main line (0: before the first).

    Raises:
        LookupError: no revision of the main line has this number.
        BrokenHistory: the history does not lead there.
    """
    if number == document.head:
        return document.assessment
    for revision, draft in _rewind(document):
        if (revision.parent or 0) == number:
            return draft.freeze()
    raise LookupError(number)


def state_when_written(document: Document, table: str, column: str) -> Assessment | None:
    """The assessment as it was when a cell of a single row got the value that it has.

    That is the state right after the change; the first state where nobody has changed it since.
    None where the value came with a merge: the state it was written in is not of this main line.

    Raises:
        BrokenHistory: the history does not lead there.
    """
    for revision in _back_from_head(document):
        if any(row.table == table and row.column == column for row in revision.changes):
            return None if is_merge(revision) else state_at(document, revision.number)
    return state_at(document, 0)


def named(document: Document, number: int, name: str) -> Document:
    """The document in which the state after a revision has this name; an empty one takes it away.

    Raises:
        NameRefused: there is no such revision, or the name is no line of plain text.
    """
    if not 0 < number <= len(document.revisions):
        raise NameRefused(
            "There is no change number {number} in this file. Look up its number in the history.",
            number=number,
        )
    if len(name) > LINE_LIMIT or not is_plain(name) or len(name.splitlines()) > 1:
        raise NameRefused(
            "The name of a version is one line of at most {limit} characters. Choose another.",
            limit=LINE_LIMIT,
        )
    revisions = tuple(
        msgspec.structs.replace(revision, name=name) if revision.number == number else revision
        for revision in document.revisions
    )
    return msgspec.structs.replace(document, revisions=revisions)


def main_line(document: Document) -> tuple[Revision, ...]:
    """The revisions that led here in this copy, without those that came with a merge."""
    return tuple(reversed(list(_back_from_head(document))))


def undo_steps(document: Document, limit: int = 100) -> UndoSteps:
    """What can be undone and redone, as a window that was never closed would know it."""
    line = main_line(document)[-limit:]
    states = _states(document, line)
    done: list[_Span] = []
    undone: list[tuple[_Span, Revision]] = []  # with the revision that took each back
    for revision in line:
        if done and revision.undoes == done[-1].named.number:
            undone.append((done.pop(), revision))
        elif undone and revision.undoes == undone[-1][1].number:
            span, _ = undone.pop()
            done.append(_Span(span.first, span.last, named=revision))
        elif done and settles(revision) and revision.parent == done[-1].last.number:
            done[-1] = _Span(done[-1].first, revision, named=revision)
        else:
            done.append(_Span(revision, revision, named=revision))
            undone.clear()
    return UndoSteps(
        done=tuple(span.as_step(span.named, states) for span in done),
        undone=tuple(span.as_step(by, states) for span, by in undone),
    )


class _Span(NamedTuple):
    """Revisions that are undone as one: most often one, or a merge and what was decided in it."""

    first: Revision
    last: Revision
    named: Revision
    """The revision that did it last; another than `last` after it was redone."""

    def as_step(self, named: Revision, states: dict[int, Assessment]) -> Step:
        return Step(
            number=named.number,
            label=self.last.label,
            before=states[self.first.parent or 0],
            after=states[self.last.number],
        )


def _states(document: Document, line: tuple[Revision, ...]) -> dict[int, Assessment]:
    """The assessment after each of these revisions and before the first of them."""
    states = {document.head: document.assessment}
    if line:
        for revision, draft in _rewind(document):
            states[revision.parent or 0] = draft.freeze()
            if revision.number == line[0].number:
                break
    return states


def _back_from_head(document: Document) -> Iterator[Revision]:
    by_number = {revision.number: revision for revision in document.revisions}
    number: int | None = document.head
    while number:
        revision = by_number[number]
        yield revision
        number = revision.parent


def _rewind(document: Document) -> Iterator[tuple[Revision, Draft]]:
    """Each revision of the main line, the last first, with the assessment before it."""
    draft = Draft(document.assessment)
    for revision in _back_from_head(document):
        try:
            draft.apply(inverse(revision.changes))
        except Mismatch as error:
            raise BrokenHistory(f"revision {revision.number} does not fit") from error
        yield revision, draft
