"""Putting rows into an assessment and taking them out, with everything that pointed at them."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from .assessment import Assessment
from .fields import Row
from .tables import Table, key_of, tables

R = TypeVar("R", bound=Row)


def canonical(assessment: Assessment) -> Assessment:
    """The same assessment with every relation sorted by key, as all assessments are kept."""
    changed = {}
    for table in tables().values():
        if table.key and not table.ordered:
            rows = getattr(assessment, table.name)
            ordered = tuple(sorted(rows, key=key_of))
            if ordered != rows:
                changed[table.name] = ordered
    return msgspec.structs.replace(assessment, **changed) if changed else assessment


def put(rows: tuple[R, ...], row: R) -> tuple[R, ...]:
    """Relations with `row` in its place, instead of any that has the same key.

    Here and below, what changes nothing returns the very rows it was given.
    """
    key = key_of(row)
    at = bisect_left(rows, key, key=key_of)
    if at == len(rows) or key_of(rows[at]) != key:
        return (*rows[:at], row, *rows[at:])
    return rows if rows[at] == row else (*rows[:at], row, *rows[at + 1 :])


def take(rows: tuple[R, ...], key: tuple[Any, ...]) -> tuple[R, ...]:
    """Rows without the one that has this key."""
    left = tuple(row for row in rows if key_of(row) != key)
    return rows if len(left) == len(rows) else left


def swap(rows: tuple[R, ...], row: R) -> tuple[R, ...]:
    """Entities with `row` instead of the one that has the same id; others stay where they are."""
    key = key_of(row)
    return tuple(row if key_of(old) == key else old for old in rows)


def without(assessment: Assessment, table: str, ids: Iterable[str]) -> Assessment:
    """The assessment without these entities and without every row that cannot be without them.

    A row whose key or mandatory field points at a removed entity goes with it, and so on; an
    optional field that points at one becomes empty.
    """
    gone = frozenset(ids)
    if not gone:
        return assessment
    changes: dict[str, Any] = {
        table: tuple(row for row in getattr(assessment, table) if row.id not in gone)
    }
    follow: list[tuple[str, set[str]]] = []
    for other in tables().values():
        before = changes.get(other.name, getattr(assessment, other.name))
        after = _released(before, other, table, gone)
        if after is not before:
            changes[other.name] = after
        if other.ordered and other.name != table:
            lost = {row.id for row in before} - {row.id for row in after}
            follow.append((other.name, lost))
    result = msgspec.structs.replace(assessment, **changes)
    for name, lost in follow:
        result = without(result, name, lost)
    return result


def _released(rows: Any, table: Table, gone_from: str, gone: frozenset[str]) -> Any:
    """What is left of a table (or single row) when entities of another one are gone."""
    pointing = [column for column in table.columns if column.references == gone_from]
    if not pointing:
        return rows
    if table.single:
        return _emptied(rows, [c.name for c in pointing], gone)
    mandatory = [column.name for column in pointing if not column.optional]
    optional = [column.name for column in pointing if column.optional]
    left = tuple(
        _emptied(row, optional, gone)
        for row in rows
        if not any(getattr(row, name) in gone for name in mandatory)
    )
    unchanged = len(left) == len(rows) and all(a is b for a, b in zip(left, rows, strict=True))
    return rows if unchanged else left


def _emptied(row: R, names: list[str], gone: frozenset[str]) -> R:
    emptied = {name: None for name in names if getattr(row, name) in gone}
    return msgspec.structs.replace(row, **emptied) if emptied else row
