"""Which rows two states of an assessment do not share."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from db.model import Assessment, Row
from db.model.tables import Table, key_of, tables


class RowChange(NamedTuple):
    """A row before and after; None where it is not there."""

    table: Table
    key: tuple[Any, ...]
    before: Row | None
    after: Row | None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that differ, of a row that both states have."""
        if self.before is None or self.after is None:
            return ()
        names = (column.name for column in self.table.columns)
        return tuple(n for n in names if getattr(self.before, n) != getattr(self.after, n))


def changed_rows(before: Assessment, after: Assessment) -> Iterator[RowChange]:
    """Every row that differs, table by table; in each the rows of the later state first."""
    for table in tables().values():
        old, new = getattr(before, table.name), getattr(after, table.name)
        if old is new:
            continue
        if table.single:
            if old != new:
                yield RowChange(table, (), old, new)
            continue
        was = {key_of(row): row for row in old}
        now = {key_of(row): row for row in new}
        for key, row in now.items():
            if was.get(key) is not row and was.get(key) != row:
                yield RowChange(table, key, was.get(key), row)
        for key, row in was.items():
            if key not in now:
                yield RowChange(table, key, row, None)


def reordered_tables(before: Assessment, after: Assessment) -> tuple[str, ...]:
    """The tables in which rows that both states have stand in another order."""
    found = []
    for table in tables().values():
        if table.ordered:
            old = [row.id for row in getattr(before, table.name)]
            new = [row.id for row in getattr(after, table.name)]
            both = frozenset(old) & frozenset(new)
            if [key for key in old if key in both] != [key for key in new if key in both]:
                found.append(table.name)
    return tuple(found)


def owner_gone(change: RowChange, after: Assessment) -> bool:
    """Whether a row that is gone belonged to another that is gone, and went with it."""
    if change.after is not None:
        return False
    for column in change.table.columns:
        if column.references is None or column.optional:
            continue
        owner = getattr(change.before, column.name)
        if all(row.id != owner for row in getattr(after, column.references)):
            return True
    return False
