"""What two people changed at the same time, kept until somebody decides."""

from collections.abc import Iterator
from functools import cache
from typing import Final

import msgspec

from db.difference import POSITION, Change, Difference, Key
from db.document import Revision

from .registers import Cell, Registers, Value, free_columns

RANGE: Final = ("low", "likely", "high")
SCALE: Final = ("scale", "worst", "best")
MARKING: Final = ("marking_scheme", "marking")

TLP: Final = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""The markings of TLP 2.0 (FIRST, 2022), the strictest last."""


Place = tuple[str, Key, str | None]
"""A cell, or a whole row (column None; its value is a mapping, or None where it is not there)."""


class Side(msgspec.Struct, frozen=True):
    """What the places of a conflict say after one of the revisions that disagree."""

    revision: Revision
    values: tuple[Value, ...]


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """What was changed by revisions that had not seen each other.

    Until somebody decides, all of it says what it said before.
    """

    kind: str
    """What is to be decided as a whole: `cell`, `order`, `score`, `weights`, `scale`, `tree`."""
    places: tuple[Place, ...]
    before: tuple[Value, ...]
    sides: tuple[Side, ...]


def settle(conflict: Conflict, side: Side | None) -> Difference:
    """What an edit must write so that one side holds (None: what was before holds).

    Every cell is written, also those that stay as they are: that is how a later merge knows.
    """
    values = conflict.before if side is None else side.values
    return tuple(
        change
        for place, before, value in zip(conflict.places, conflict.before, values, strict=True)
        for change in _written(place, before, value)
    )


def _written(place: Place, before: Value, after: Value) -> Iterator[Change]:
    """What turns one value of a place into another; of a row that stays, every cell."""
    table, key, column = place
    if column is not None or before is None or after is None:
        yield Change(table, key, column, before, after)
        return
    for name, default in free_columns(table).items():
        yield Change(table, key, name, before.get(name, default), after.get(name, default))


class Standing(msgspec.Struct, frozen=True):
    """What merges have left open in a document, or have settled without anybody's word."""

    conflicts: tuple[Conflict, ...] = ()
    derived: Difference = ()
    """Affirmations of what is so only because of other things, such as a row that is kept because
    another one points at it: to be written with the next edit, whose author has seen it so."""


def with_affirmations(changes: Difference, standing: Standing) -> Difference:
    """An edit as it must be written while something is open or derived.

    Whoever changes a part of what waits for a decision has decided about all of it: the rest is
    affirmed as it now is.
    """
    decided = [conflict for conflict in standing.conflicts if decides(changes, conflict)]
    affirmations = [
        *standing.derived,
        *(
            change
            for conflict in decided
            for place, value in zip(conflict.places, conflict.before, strict=True)
            for change in _written(place, value, value)
        ),
    ]
    written = {(change.table, change.key, change.column) for change in changes}
    removed = {(c.table, c.key) for c in changes if c.column is None and c.after is None}
    return changes + tuple(
        one
        for one in affirmations
        if (one.table, one.key, one.column) not in written and (one.table, one.key) not in removed
    )


def after_edit(changes: Difference, standing: Standing) -> Standing:
    """What is open after an edit that was written with its affirmations."""
    gone = {(c.table, str(c.key[0])) for c in changes if c.column is None and c.after is None}
    open_ones = (one for one in standing.conflicts if not decides(changes, one))
    return Standing(tuple(_without_rows(one, gone) if gone else one for one in open_ones))


def _without_rows(conflict: Conflict, gone: set[tuple[str, str]]) -> Conflict:
    """An order about which people disagree, without rows that are no longer there."""
    if conflict.kind != "order":
        return conflict
    table = conflict.places[0][0]

    def left(values: tuple[Value, ...]) -> tuple[Value, ...]:
        return ([row_id for row_id in values[0] if (table, row_id) not in gone],)

    sides = tuple(Side(side.revision, left(side.values)) for side in conflict.sides)
    return msgspec.structs.replace(conflict, before=left(conflict.before), sides=sides)


def decides(changes: Difference, conflict: Conflict) -> bool:
    """Whether an edit touches anything that waits for this decision."""
    if conflict.kind == "scale":
        scales = {_scale_of(*place) for place in conflict.places}
        return any(_scale_of(c.table, c.key, c.column) in scales for c in changes)
    rows = {place[:2] for place in conflict.places}
    return any(
        (change.table, change.key, change.column) in conflict.places
        or (change.column is None and (change.table, change.key) in rows)
        for change in changes
    )


def _scale_of(table: str, key: Key, column: str | None) -> str:
    """The criterion whose scale a place belongs to, or is a number on; empty for other places."""
    if table == "criteria" and column in SCALE:
        return str(key[0])
    if table == "levels":
        return str(key[0])
    if table == "scores" and column in (None, *RANGE):
        return str(key[2])
    return ""


def groups(registers: Registers) -> dict[tuple[str, ...], list[Cell]]:
    """The cells that were written to, those together that only make sense together."""
    found: dict[tuple[str, ...], list[Cell]] = {}
    for cell in sorted(registers.cells, key=lambda cell: (cell[0], cell[2], cell[1])):
        found.setdefault(_group_of(cell, registers), []).append(cell)
    return found


def stricter(one: tuple[Value, Value], other: tuple[Value, Value]) -> tuple[Value, Value]:
    """The stricter of two markings, each given as scheme and words.

    A marking of a ministry's own is held to be stricter than any that we know, and any to be
    stricter than none.
    """
    return max(one, other, key=_strictness)


@cache
def _strictness(marking: tuple[str, str]) -> tuple[int, str, str]:
    if not marking[1]:
        return (-1, *marking)
    known = marking[0] == "tlp" and marking[1] in TLP
    return (TLP.index(marking[1]) if known else len(TLP), *marking)


def _group_of(cell: Cell, registers: Registers) -> tuple[str, ...]:
    """What a cell is decided with, beginning with the kind of conflict that it would be."""
    table, key, column = cell
    ids = tuple(str(part) for part in key)
    if table == "weights" and column == "swing":
        # Where it first stood: if groups followed later moves, settled conflicts would come back.
        return ("weights", ids[0], str(registers.first(("criteria", ids[1:], "parent"))))
    if table == "scores" and column in RANGE:
        return ("score", *ids)
    if table == "criteria" and column in SCALE:
        return ("scale", *ids)
    if table == "decision" and column in MARKING:
        return ("marking",)
    return ("order" if column == POSITION else "cell", table, *ids, column)
