"""From the revisions of two copies to one assessment, whichever of them is mine."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from db.difference import POSITION
from db.model import Assessment, Row
from db.model.tables import Table, key_of, tables
from db.revisions import is_merge

from .conflicts import MARKING, Conflict, Place, Side, groups, stricter
from .log import Log
from .order import RowOrder, arranged
from .registers import Cell, Registers, RowKey, Value, free_columns


class Joint:
    """An assessment in the joining: rows that are there, and what their cells say.

    Everything in it follows from the log alone, so that copies which hold the same revisions come
    to the same, in whatever order they were merged.
    """

    def __init__(self, log: Log) -> None:
        self.log = log
        self.registers = Registers(log)
        self.conflicts: list[Conflict] = []
        self.notes: set[tuple[str, RowKey]] = set()
        """Rows that are not as either side left them, with the reason."""
        self.derived: set[Place] = set()
        """What is so only because of something else, and nobody's word."""
        self.values: dict[Cell, Value] = {}
        self.base: dict[RowKey, Row] = {
            (table.name, key_of(row)): row
            for table in tables().values()
            if not table.single
            for row in getattr(log.base, table.name)
        }
        self.present = self._present_rows()
        for (kind, *_), cells in groups(self.registers).items():
            self.settle_group(kind, cells)

    def settle_group(self, kind: str, cells: list[Cell]) -> None:
        """Give the cells of a group their values, or find some of them in conflict.

        Two writes to a group are in conflict when neither had seen the other and each is still the
        last word on a cell, be it the same cell or not.
        """
        registers = self.registers
        self._take(cells, registers.everything)
        last = {
            cell: registers.heads(registers.cells[cell], registers.everything) for cell in cells
        }
        apart = registers.apart({place for places in last.values() for place in places})
        disputed = [cell for cell in cells if not apart.isdisjoint(last[cell])]
        heads = sorted(apart)
        sides = {repr(self._states(disputed, registers.seen_by(place))) for place in heads}
        if len(sides) < 2:
            return
        if kind == "marking":
            self._take_strictest(heads)
            return
        within = registers.common(heads)
        self._take(disputed, within)
        self._note_conflict(kind, disputed, heads, within)

    def revert(self, kind: str, places: Sequence[Place], steps: int = 1) -> None:
        """Set what does not go together back to what all had seen, as one conflict.

        Where even that does not go together, more steps lead further back, at last to the base.
        """
        registers = self.registers
        cells = [(table, key, column) for table, key, column in places if column is not None]
        rows = [(table, key) for table, key, column in places if column is None]
        writers = registers.writers(cells, rows)
        heads = sorted(registers.heads(writers, registers.everything))
        within = registers.everything
        for _ in range(steps):
            last = registers.heads(writers, within)
            within = registers.common(last) if last else 0
        self.conflicts = [
            conflict
            for conflict in self.conflicts
            if not any(p in places or (*p[:2], None) in places for p in conflict.places)
        ]
        self._take(cells, within)
        for row in rows:
            if registers.is_present(row, within):
                self.present.add(row)
                self._take([(*row, column) for column in free_columns(row[0])], within)
            else:
                self.present.discard(row)
        self._note_conflict(kind, places, heads, within)

    def state(self, place: Place) -> Value:
        """What a place says now; of a row the fields that its key does not tell."""
        table, key, column = place
        if column is not None:
            return self.read((table, key, column))
        return self.registers.fields((table, key), self.registers.everything)

    def force(self, reason: str, cell: Cell, value: Value) -> None:
        """Give a cell the one value that goes with everything else: there is nothing to decide."""
        self.values[cell] = value
        self.conflicts = [conflict for conflict in self.conflicts if cell not in conflict.places]
        self.notes.add((reason, cell[:2]))
        self.derived.add(cell)

    def open_conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts about what is there, with what it says until somebody decides."""
        conflicts = (self._about_what_is_there(conflict) for conflict in self.conflicts)
        return tuple(conflict for conflict in conflicts if conflict.places)

    def _about_what_is_there(self, conflict: Conflict) -> Conflict:
        if conflict.kind == "order":
            return self._about_rows_there(conflict)
        there = [at for at, place in enumerate(conflict.places) if self._is_there(place)]
        places = tuple(conflict.places[at] for at in there)
        before = tuple(
            conflict.before[at] if column is None else self.values[table, key, column]
            for at, (table, key, column) in zip(there, places, strict=True)
        )
        sides = tuple(
            Side(side.revision, tuple(side.values[at] for at in there)) for side in conflict.sides
        )
        return msgspec.structs.replace(conflict, places=places, before=before, sides=sides)

    def _about_rows_there(self, conflict: Conflict) -> Conflict:
        """An order is decided for the rows that there are, whoever added or removed them."""
        name = conflict.places[0][0]
        present = [key for table, key in self.present if table == name]
        now = [str(key[0]) for key in self._in_order(tables()[name], present)]
        sides = tuple(
            Side(side.revision, (arranged(now, side.values[0]),)) for side in conflict.sides
        )
        places = conflict.places if len(now) > 1 else ()
        return msgspec.structs.replace(conflict, places=places, before=(now,), sides=sides)

    def _note_conflict(
        self, kind: str, places: Sequence[Place], heads: Sequence[int], within: int
    ) -> None:
        """Remember that these revisions disagree about these places, set as before them."""
        sides = [
            Side(self.log.revisions[head], self._states(places, self.registers.seen_by(head)))
            for head in heads
        ]
        before = tuple(
            self.registers.row((table, key), within)
            if column is None
            else self.values[table, key, column]
            for table, key, column in places
        )
        self.conflicts.append(
            Conflict(kind=kind, places=tuple(places), before=before, sides=tuple(sides))
        )

    def _is_there(self, place: Place) -> bool:
        """Whether there is a row for the place, or the place is about whether there is one."""
        table, key, column = place
        about_all = tables()[table].single or column in (None, POSITION)
        return about_all or (table, key) in self.present

    def read(self, cell: Cell) -> Value:
        """What a cell says now, whether or not anybody wrote to it."""
        table, key, column = cell
        if cell in self.values:
            return self.values[cell]
        row = getattr(self.log.base, table) if tables()[table].single else self.base[table, key]
        return msgspec.to_builtins(getattr(row, column))

    def assessment(self) -> Assessment:
        """The joint assessment as it is now."""
        changed: dict[tuple[str, Any], dict[str, Value]] = {}
        for (name, key, column), value in self.values.items():
            if column != POSITION:
                changed.setdefault((name, key), {})[column] = value
        present: dict[str, list[Any]] = {}
        for name, key in self.present:
            present.setdefault(name, []).append(key)
        fields: dict[str, Any] = {}
        for table in tables().values():
            if table.single:
                row = getattr(self.log.base, table.name)
                fields[table.name] = _with(table, row, (), changed.get((table.name, ()), {}))
            else:
                fields[table.name] = tuple(self._rows(table, present.get(table.name, []), changed))
        return Assessment(**fields)

    def _rows(
        self, table: Table, present: list[Any], changed: dict[RowKey, dict[str, Value]]
    ) -> Iterator[Row]:
        keys = self._in_order(table, present) if table.ordered else sorted(present)
        for key in keys:
            row = (table.name, key)
            yield _with(table, self.base.get(row), key, changed.get(row, {}))

    def _in_order(self, table: Table, present: list[Any]) -> list[Any]:
        """Keys of rows in the order that replaying the log leads to, as far as all agree on it."""
        there = frozenset(str(key[0]) for key in present)
        order = RowOrder((row.id for row in getattr(self.log.base, table.name)), there)
        agreed = self.registers.agreed((table.name, (), POSITION), self.registers.everything)
        for place, revision in enumerate(self.log.revisions):
            if not is_merge(revision):
                for change in revision.changes:
                    if change.table == table.name and change.column in (None, POSITION):
                        order.replay(change, disputed=not agreed >> place & 1)
        return [(row_id,) for row_id in order.result()]

    def _present_rows(self) -> set[RowKey]:
        registers = self.registers
        rows = {*self.base, *registers.added}
        present = {row for row in rows if registers.is_present(row, registers.everything)}
        contested = (row for row in registers.removed if row in present)
        self.notes |= {("kept", row) for row in contested if registers.is_contested(row)}
        return present

    def _states(self, places: Iterable[Place], within: int) -> tuple[Value, ...]:
        registers = self.registers
        return tuple(
            registers.row((table, key), within)
            if column is None
            else registers.value((table, key, column), within)
            for table, key, column in places
        )

    def _take(self, cells: Iterable[Cell], within: int) -> None:
        for cell in cells:
            self.values[cell] = self.registers.value(cell, within)

    def _take_strictest(self, heads: list[int]) -> None:
        cells = [("decision", (), column) for column in MARKING]
        strictest: Any = self._states(cells, self.registers.seen_by(heads[0]))
        for place in heads[1:]:
            other: Any = self._states(cells, self.registers.seen_by(place))
            strictest = stricter(strictest, other)
        self.values |= dict(zip(cells, strictest, strict=True))


def _with(table: Table, row: Row | None, key: Any, values: dict[str, Value]) -> Row:
    """A row with these values in its cells."""
    if row is None:
        fields = dict(zip(table.key, key, strict=True)) | values
        return msgspec.convert(fields, table.row)
    if not values:
        return row
    types = _types(table.row)
    typed = {name: msgspec.convert(value, types[name]) for name, value in values.items()}
    return msgspec.structs.replace(row, **typed)


@cache
def _types(row: type[Row]) -> dict[str, Any]:
    return {field.name: field.type for field in msgspec.structs.fields(row)}
