"""Undo and redo that outlive a restart: the steps of an earlier sitting, from the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.workspace.step import Commit, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QUndoStack

    from db import revisions
    from db.document import Document


def restore_steps(stack: QUndoStack, document: Document, author: str, commit: Commit) -> None:
    """Fill an empty stack with what an author did last in a document.

    It ends at the first change of somebody else: nobody takes back a colleague's change by a key
    press; the history leads back beyond it.
    """
    from db.revisions import undo_steps

    found = undo_steps(document)
    own = _numbers_of(document, author)
    done = [_step(one, commit) for one in _own_end(found.done, own)]
    undone = [_step(one, commit) for one in _own_end(found.undone, own)]
    for step in (*done, *reversed(undone)):
        stack.push(step)
    for step in undone:
        step.rest(resting=True)
    stack.setIndex(len(done))
    for step in undone:
        step.rest(resting=False)


def _numbers_of(document: Document, author: str) -> frozenset[int]:
    sessions = {session.id for session in document.sessions if session.author == author}
    return frozenset(row.number for row in document.revisions if row.session in sessions)


def _own_end(steps: tuple[revisions.Step, ...], own: frozenset[int]) -> Iterable[revisions.Step]:
    """The last steps, up to the first that somebody else made."""
    kept = []
    for step in reversed(steps):
        if step.number not in own:
            break
        kept.append(step)
    return reversed(kept)


def _step(one: revisions.Step, commit: Commit) -> Step:
    return Step(one.before, one.after, one.label, one.number, commit)
