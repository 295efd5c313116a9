"""How revisions and their changes are laid out in a file."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from .difference import POSITION, Change
from .document import Revision, Session
from .layout import KEY_COLUMNS, Keys, StoredRows, key_targets
from .model.tables import tables

Ids = dict[str, dict[int, str]]
"""For each ordered table: the ids of its rows, present and former, by key."""


def session_row(number: int, session: Session) -> tuple[Any, ...]:
    """A session as it is kept, under its number in this file."""
    return (number, bytes.fromhex(session.id), session.author, session.seen)


def revision_row(revision: Revision, session: int) -> tuple[Any, ...]:
    """A revision as it is kept, without its changes; `session` is its session's number."""
    return (
        revision.number,
        session,
        revision.counter,
        revision.parent,
        revision.merged,
        revision.undoes,
        revision.time,
        revision.label,
        revision.name,
    )


def change_rows(revision: Revision, keys: Keys) -> Iterator[tuple[Any, ...]]:
    """The changes of a revision as they are kept."""
    for step, change in enumerate(revision.changes):
        table = tables()[change.table]
        key = keys.encode(table, change.key) if change.key else ()
        yield (
            revision.number,
            step,
            change.table,
            *key,
            *(None,) * (len(KEY_COLUMNS) - len(key)),
            change.column,
            change.position,
            _kept(change, change.before, keys),
            _kept(change, change.after, keys),
        )


def mentioned(revisions: Iterable[Revision]) -> Iterator[tuple[str, str]]:
    """Table and id of every row of an ordered table that the history speaks of by key."""
    for revision in revisions:
        for change in revision.changes:
            if change.column == POSITION:
                yield from ((change.table, row_id) for row_id in change.before)
            elif change.key:
                targets = key_targets(tables()[change.table])
                for target, value in zip(targets, change.key, strict=True):
                    if target is not None:
                        yield target, str(value)


def collect_history(
    rows: StoredRows, ids: Ids
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Sessions and revisions as plain values, ready to be converted and checked.

    Raises:
        LookupError: a row of the history points at another that is not there.
    """
    sessions, numbers = [], {}
    for number, session, author, seen in rows["session"]:
        numbers[number] = session.hex()
        sessions.append({"id": session.hex(), "author": author, "seen": seen})
    changes: dict[int, list[dict[str, Any]]] = {}
    for number, _, *row in rows["change"]:
        changes.setdefault(number, []).append(_plain_change(row, ids))
    revisions = []
    columns = ("parent", "merged", "undoes", "time", "label", "name")
    for number, session, counter, *rest in rows["revision"]:
        fields = {"number": number, "session": numbers[session], "counter": counter}
        fields |= dict(zip(columns, rest, strict=True))
        revisions.append(fields | {"changes": changes.pop(number, [])})
    if changes:
        raise LookupError("change")
    return sessions, revisions


def _kept(change: Change, value: Any, keys: Keys) -> Any:
    if change.column == POSITION:
        numbers = keys.of(change.table)
        return msgspec.json.encode([numbers[row_id] for row_id in value]).decode()
    if change.column is None and value is not None:
        return msgspec.json.encode(value).decode()
    return value


def _plain_change(row: list[Any], ids: Ids) -> dict[str, Any]:
    name, *rest = row
    stored, (column, position, before, after) = rest[: len(KEY_COLUMNS)], rest[len(KEY_COLUMNS) :]
    targets = key_targets(tables()[name])
    kept = [value for value in stored if value is not None]
    if kept and len(kept) != len(targets):
        raise LookupError(name)
    key = [
        value if target is None else ids[target][value]
        for target, value in zip(targets, kept, strict=False)
    ]
    return {
        "table": name,
        "key": key,
        "column": column,
        "position": position,
        "before": _plain(name, column, before, ids),
        "after": _plain(name, column, after, ids),
    }


def _plain(table: str, column: str | None, value: Any, ids: Ids) -> Any:
    if column == POSITION:
        return [ids[table][number] for number in msgspec.json.decode(value, type=list[int])]
    if column is None and value is not None:
        return msgspec.json.decode(value, type=dict[str, str | int | float | None])
    return value
