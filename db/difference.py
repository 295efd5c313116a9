"""What differs between two assessments, cell by cell, and how to go from one to the other."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cache
from itertools import compress, count
from operator import is_not
from typing import Any

import msgspec

from .model import Assessment, Row
from .model.tables import Table, key_of, tables

POSITION = "position"
"""Stands for a column where the order of a table's rows changed."""

Key = tuple[str | float, ...]


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One cell, one whole row, or the order of one table: before and after.

    Values are plain text, numbers and None, as in JSON. `column` is None where a row appears
    (`before` is None) or goes (`after` is None); its value is then a mapping of the fields that
    are neither part of its key nor at their defaults. `position` says where in an ordered table
    that row stands. Where `before` and `after` are equal somebody affirmed what was there: such a
    change alters nothing, but it tells a later merge that it was meant.
    """

    table: str
    key: Key = ()
    column: str | None = None
    before: Any = None
    after: Any = None
    position: int | None = None


Difference = tuple[Change, ...]


class Mismatch(ValueError):
    """A difference does not belong to the assessment that it is applied to."""


def difference(before: Assessment, after: Assessment) -> Difference:
    """What must be done, in this order, to turn `before` into `after`; empty when they are equal.

    Fast where `after` shares most of its rows with `before`.
    """
    changes: list[Change] = []
    for table in tables().values():
        old, new = getattr(before, table.name), getattr(after, table.name)
        if old is new:
            continue
        if table.single:
            changes.extend(_cells(table, (), old, new))
        else:
            changes.extend(_table_changes(table, old, new))
    return tuple(changes)


def inverse(changes: Difference) -> Difference:
    """The difference that leads back."""
    return tuple(
        msgspec.structs.replace(change, before=change.after, after=change.before)
        for change in reversed(changes)
    )


def apply(changes: Iterable[Change], assessment: Assessment) -> Assessment:
    """The assessment after these changes.

    Raises:
        Mismatch: a change does not find what it says was there before.
    """
    draft = Draft(assessment)
    draft.apply(changes)
    return draft.freeze()


def row_after(change: Change) -> Row:
    """The row that a change puts into its table."""
    return _row(tables()[change.table], change.key, change.after)


def require_valid(changes: Iterable[Change]) -> None:
    """Make sure that every new value has its type and lies within its bounds.

    Raises:
        Mismatch: one does not.
    """
    for change in changes:
        try:
            if change.column is None and change.after is not None:
                row_after(change)
            elif change.column not in (None, POSITION):
                msgspec.convert(change.after, _columns(change.table)[change.column][0])
        except (msgspec.ValidationError, TypeError, LookupError) as error:
            raise Mismatch(f"{change.table}: {error}") from error


class Draft:
    """An assessment while many changes are applied to it; `freeze` gives the value at any point."""

    def __init__(self, assessment: Assessment) -> None:
        self._value = assessment
        self._open: dict[str, list[Any]] = {}

    def apply(self, changes: Iterable[Change]) -> None:
        """Apply changes in order; raises `Mismatch` where one does not fit."""
        for change in changes:
            table = tables().get(change.table)
            if table is None:
                raise Mismatch(change.table)
            rows = self._rows(table)
            try:
                _apply_change(table, rows, change)
            except (msgspec.ValidationError, TypeError, LookupError, AttributeError) as error:
                raise Mismatch(change.table) from error

    def freeze(self) -> Assessment:
        """The value as it is now."""
        changed = {
            name: rows[0] if tables()[name].single else tuple(rows)
            for name, rows in self._open.items()
        }
        self._value = msgspec.structs.replace(self._value, **changed) if changed else self._value
        self._open.clear()
        return self._value

    def _rows(self, table: Table) -> list[Any]:
        if table.name not in self._open:
            rows = getattr(self._value, table.name)
            self._open[table.name] = [rows] if table.single else list(rows)
        return self._open[table.name]


def _table_changes(
    table: Table, before: tuple[Row, ...], after: tuple[Row, ...]
) -> Iterator[Change]:
    """Changed cells, then rows gone (last first), a new order, and new rows (first first)."""
    start, end = _shared_ends(before, after)
    old = {_plain_key(row): row for row in before[start : len(before) - end]}
    new = {_plain_key(row): row for row in after[start : len(after) - end]}
    for key, row in old.items():
        if key in new:
            yield from _cells(table, key, row, new[key])
    gone = [(start + at, key) for at, key in enumerate(old) if key not in new]
    for at, key in reversed(gone):
        place = at if table.ordered else None
        yield Change(table.name, key, before=_plain_row(table, old[key]), position=place)
    if table.ordered:
        common, ordered = [k for k in old if k in new], [k for k in new if k in old]
        if common != ordered:
            yield Change(table.name, (), POSITION, *_orders(before, after))
    for at, (key, row) in enumerate(new.items()):
        if key not in old:
            place = start + at if table.ordered else None
            yield Change(table.name, key, after=_plain_row(table, row), position=place)


def _shared_ends(before: tuple[Row, ...], after: tuple[Row, ...]) -> tuple[int, int]:
    """How many rows at the start, and then at the end, are the very same objects."""
    shorter = min(len(before), len(after))
    start = next(compress(count(), map(is_not, before, after)), shorter)
    backwards = map(is_not, reversed(before), reversed(after))
    return start, min(next(compress(count(), backwards), shorter), shorter - start)


def _orders(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[list[str], list[str]]:
    """The ids of the rows that both have, in either order."""
    kept = {row.id for row in before} & {row.id for row in after}
    return [r.id for r in before if r.id in kept], [r.id for r in after if r.id in kept]


def _cells(table: Table, key: Key, before: Row, after: Row) -> Iterator[Change]:
    if before is after:
        return
    for column in table.columns:
        old, new = getattr(before, column.name), getattr(after, column.name)
        if old != new:
            yield Change(table.name, key, column.name, _plain(old), _plain(new))


def _plain(value: Any) -> Any:
    """A value as JSON has it; numbers as floating point, as the file will give them back."""
    if isinstance(value, float):
        return value + 0.0
    if isinstance(value, int) and not isinstance(value, IntEnum):
        return float(value)
    return msgspec.to_builtins(value)


def _plain_key(row: Row) -> Key:
    return tuple(value if isinstance(value, str) else value + 0.0 for value in key_of(row))


def _plain_row(table: Table, row: Row) -> dict[str, Any]:
    return {
        name: _plain(getattr(row, name))
        for name, (_, default) in _columns(table.name).items()
        if name not in table.key and getattr(row, name) != default
    }


def _row(table: Table, key: Key, fields: dict[str, Any]) -> Row:
    return msgspec.convert(dict(zip(table.key, key, strict=True)) | fields, table.row)


def _apply_change(table: Table, rows: list[Any], change: Change) -> None:
    if change.column == POSITION:
        _reorder(rows, change)
    elif change.column is not None:
        at = 0 if table.single else _find(table, rows, change.key)
        rows[at] = _with_cell(table, rows[at], change)
    elif change.before == change.after:
        if _holds(table, rows, change.key) != (change.after is not None):
            raise Mismatch(change.table)
    elif change.before is None:
        _insert(table, rows, change)
    else:
        at = _find(table, rows, change.key)
        if _row(table, change.key, change.before) != rows[at]:
            raise Mismatch(change.table)
        del rows[at]


def _with_cell(table: Table, row: Row, change: Change) -> Row:
    column = change.column or ""
    kind, _ = _columns(table.name)[column]
    if getattr(row, column) != msgspec.convert(change.before, kind):
        raise Mismatch(change.table)
    return msgspec.structs.replace(row, **{column: msgspec.convert(change.after, kind)})


def _insert(table: Table, rows: list[Any], change: Change) -> None:
    row = _row(table, change.key, change.after)
    at = change.position if table.ordered else bisect_left(rows, change.key, key=key_of)
    if at is None or not 0 <= at <= len(rows) or _holds(table, rows, change.key):
        raise Mismatch(change.table)
    rows.insert(at, row)


def _reorder(rows: list[Any], change: Change) -> None:
    """Put the rows that the change names into its order; others stay where they are."""
    named = frozenset(change.before)
    moved = {row.id: row for row in rows if row.id in named}
    if list(moved) != change.before or sorted(change.after) != sorted(change.before):
        raise Mismatch(change.table)
    order = iter(change.after)
    rows[:] = [moved[next(order)] if row.id in moved else row for row in rows]


def _find(table: Table, rows: list[Any], key: Key) -> int:
    if table.ordered:
        at = next((at for at, row in enumerate(rows) if (row.id,) == key), len(rows))
    else:
        at = bisect_left(rows, key, key=key_of)
    if at == len(rows) or key_of(rows[at]) != key:
        raise Mismatch(table.name)
    return at


def _holds(table: Table, rows: list[Any], key: Key) -> bool:
    try:
        _find(table, rows, key)
    except Mismatch:
        return False
    return True


@cache
def _columns(table: str) -> dict[str, tuple[Any, Any]]:
    """For each column of a table the type that its values are converted to, and its default."""
    fields = msgspec.structs.fields(tables()[table].row)
    return {field.name: (field.type, field.default) for field in fields}
