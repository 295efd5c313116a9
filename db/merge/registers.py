"""What was written to each cell by which revision, and which of it nobody has overwritten."""

from collections.abc import Iterable
from functools import cache
from typing import Any, Final

import msgspec

from db.difference import POSITION, Change, Key
from db.model.tables import key_of, tables
from db.revisions import is_merge

from .log import Log

Cell = tuple[str, Key, str]
"""Table, key of the row, and column (or POSITION for the order of the table)."""

RowKey = tuple[str, Key]

Value = Any
"""A plain value, as in `Change`."""


REQUIRED: Final = object()
"""Stands for the default of a column that has none."""


class Registers:
    """The writes of a log, cell by cell and row by row.

    Revisions are meant by their place in the log. What a merge did by itself is no write, since
    every merge of the same revisions does the same.
    """

    def __init__(self, log: Log) -> None:
        self._log = log
        self.everything = log.everything
        self._base = _plain_cells(log)
        # Also of criteria that nobody wrote to: `first` must not change when somebody does.
        for row in log.base.criteria:
            self._base["criteria", (row.id,), "parent"] = row.parent
        self._rows = _base_rows(log)
        self.cells: dict[Cell, dict[int, Value]] = {}
        self.added: dict[RowKey, list[int]] = {}
        self.removed: dict[RowKey, list[int]] = {}
        self.touched: dict[RowKey, set[int]] = {}
        for place, revision in enumerate(log.revisions):
            if not is_merge(revision):
                for change in revision.changes:
                    self._note(place, change)

    def heads(self, places: Iterable[int], within: int) -> list[int]:
        """Those of the revisions `within` a set that none of the others had seen."""
        known = [place for place in places if within >> place & 1]
        # From the last to the first, in the order of the log: what had not been seen until then
        # is seen by none. A cell may have been written to many thousand times.
        covered, unseen = 0, set()
        for place in sorted(known, reverse=True):
            if not covered >> place & 1:
                unseen.add(place)
                covered |= self._log.seen[place]
        return [place for place in known if place in unseen]

    def apart(self, places: Iterable[int]) -> set[int]:
        """Those of the revisions that had not seen some other of them, nor it them."""
        known = set(places)
        seen = self._log.seen
        return {
            one
            for one in known
            if any(not (seen[one] >> other & 1 or seen[other] >> one & 1) for other in known)
        }

    def value(self, cell: Cell, within: int) -> Value:
        """What a cell says after the revisions of a set.

        Where two of them disagree: what it said after those that both had seen.
        """
        writes = self.cells.get(cell, {})
        heads = self.heads(writes, self.agreed(cell, within))
        return writes[heads[0]] if heads else self._before_all(cell)

    def agreed(self, cell: Cell, within: int) -> int:
        """What is left of a set of revisions when those are gone that disagree about a cell."""
        writes = self.cells.get(cell, {})
        while True:
            heads = self.heads(writes, within)
            if all(writes[place] == writes[heads[0]] for place in heads):
                return within
            within = self.common(heads)

    def _before_all(self, cell: Cell) -> Value:
        """What a cell said before anybody wrote to it.

        A cell that cannot be empty, in a row that two people added at the same time, said nothing:
        there the first of the writes in the log stands in.
        """
        if cell in self._base or cell[2] == POSITION:
            return self._base.get(cell, [])
        default = free_columns(cell[0])[cell[2]]
        if default is REQUIRED:
            writes = self.cells[cell]
            return writes[min(writes)]
        return default

    def row(self, row: RowKey, within: int) -> Value:
        """The fields of a row after the revisions of a set, without its key; None if not there."""
        return self.fields(row, within) if self.is_present(row, within) else None

    def fields(self, row: RowKey, within: int) -> dict[str, Value]:
        """The fields of a row, whether or not it is there."""
        columns = free_columns(row[0])
        fields = {column: self.value((*row, column), within) for column in columns}
        return {name: value for name, value in fields.items() if value != columns[name]}

    def first(self, cell: Cell) -> Value:
        """What a cell said in the base, or when its row was added: this never changes."""
        writes = self.cells.get(cell, {})
        return self._base.get(cell, writes[min(writes)] if writes else None)

    def common(self, places: Iterable[int]) -> int:
        """The set of revisions that all of these had seen."""
        mask = self.everything
        for place in places:
            mask &= self._log.seen[place] & ~(1 << place)
        return mask

    def writers(self, cells: Iterable[Cell], rows: Iterable[RowKey]) -> set[int]:
        """The revisions that wrote to any of these cells, or did anything to any of these rows."""
        found = {place for cell in cells for place in self.cells.get(cell, ())}
        for row in rows:
            found.update(self.touched.get(row, ()), self.removed.get(row, ()))
        return found

    def seen_by(self, place: int) -> int:
        """The set of revisions that one had seen, itself included."""
        return self._log.seen[place]

    def is_present(self, row: RowKey, within: int) -> bool:
        """Whether a row is there after the revisions of a set.

        A change of the row beats a removal that had not seen it.
        """
        removed = [place for place in self.removed.get(row, ()) if within >> place & 1]
        if row in self._rows and not removed:
            return True
        covered = 0
        for place in removed:
            covered |= self._log.seen[place]
        changed = (place for place in self.touched.get(row, ()) if within >> place & 1)
        return any(not covered >> place & 1 for place in changed)

    def is_contested(self, row: RowKey) -> bool:
        """Whether somebody removed the row while somebody else changed it."""
        removed = self.removed.get(row, [])
        last = self.heads({*removed, *self.touched.get(row, ())}, self.everything)
        return 0 < len(set(last) & set(removed)) < len(last)

    def _note(self, place: int, change: Change) -> None:
        row = (change.table, change.key)
        if change.column is not None:
            self._write(place, (*row, change.column), change.after)
        elif change.after is None:
            self.removed.setdefault(row, []).append(place)
        elif change.before == change.after:
            self.touched.setdefault(row, set()).add(place)
        else:
            self.added.setdefault(row, []).append(place)
            self.touched.setdefault(row, set()).add(place)
            for column, default in free_columns(change.table).items():
                self._write(place, (*row, column), change.after.get(column, default))

    def _write(self, place: int, cell: Cell, value: Value) -> None:
        self.cells.setdefault(cell, {})[place] = value
        if cell[2] != POSITION:
            self.touched.setdefault(cell[:2], set()).add(place)


@cache
def free_columns(table: str) -> dict[str, Value]:
    """The columns of a table that are not part of its key, with their defaults as plain values."""
    found = tables()[table]
    return {
        field.name: REQUIRED if field.required else msgspec.to_builtins(field.default)
        for field in msgspec.structs.fields(found.row)
        if field.name not in found.key
    }


def _base_rows(log: Log) -> frozenset[RowKey]:
    return frozenset(
        (table.name, key_of(row))
        for table in tables().values()
        if not table.single
        for row in getattr(log.base, table.name)
    )


def _plain_cells(log: Log) -> dict[Cell, Value]:
    """The cells of the base that any revision wrote to, as plain values."""
    rows = {(change.table, change.key) for revision in log.revisions for change in revision.changes}
    cells: dict[Cell, Value] = {}
    for table in tables().values():
        value = getattr(log.base, table.name)
        for row in (value,) if table.single else value:
            key = tuple(getattr(row, part) for part in table.key)
            if (table.name, key) in rows:
                for column in free_columns(table.name):
                    plain = msgspec.to_builtins(getattr(row, column))
                    cells[table.name, key, column] = plain
        if table.ordered and (table.name, ()) in rows:
            cells[table.name, (), POSITION] = [row.id for row in value]
    return cells
