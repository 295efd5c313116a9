"""Who wrote what to which cell, having seen what: counted anew, without anything of the merge.

It knows only the revisions of two copies and their links, so that a fault in how merging counts
cannot hide itself.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from db.difference import POSITION, Change
from db.document import Document, Revision
from db.model.tables import tables

Dot = tuple[str, int]
Cell = tuple[str, tuple[Any, ...], str]
Row = tuple[str, tuple[Any, ...]]


class Witness:
    """The last words on every cell of two copies."""

    def __init__(self, *documents: Document) -> None:
        self.seen: dict[Dot, frozenset[Dot]] = {}
        self.writes: dict[Cell, dict[Dot, Any]] = {}
        self.removals: dict[Row, set[Dot]] = {}
        for document in documents:
            dots: dict[int, Dot] = {}
            for revision in document.revisions:
                dot = (revision.session, revision.counter)
                dots[revision.number] = dot
                links = (dots[n] for n in (revision.parent, revision.merged) if n is not None)
                self.seen[dot] = frozenset({dot}).union(*(self.seen[one] for one in links))
                if revision.merged in (None, revision.parent):  # a merge says nothing by itself
                    self._hear(dot, revision)

    def last_words(self, cell: Cell) -> dict[Dot, Any]:
        """What nobody who had seen it has written over."""
        writes = self.writes.get(cell, {})
        return {
            dot: value
            for dot, value in writes.items()
            if not any(dot in self.seen[other] for other in writes if other != dot)
        }

    def is_covered(self, dot: Dot, row: Row) -> bool:
        """Whether somebody who had seen this revision removed the row."""
        return any(dot in self.seen[other] for other in self.removals.get(row, ()))

    def _hear(self, dot: Dot, revision: Revision) -> None:
        for change in revision.changes:
            for column, value in _written(change):
                cell = (change.table, change.key, column)
                self.writes.setdefault(cell, {})[dot] = value
            if change.column is None and change.after is None:
                self.removals.setdefault((change.table, change.key), set()).add(dot)


def _written(change: Change) -> Iterable[tuple[str, Any]]:
    """The cells that a change writes to, with what it writes; orders are another matter."""
    if change.column == POSITION:
        return []
    if change.column is not None:
        return [(change.column, change.after)]
    if change.after is None or change.before == change.after:
        return []
    table = tables()[change.table]
    fields = msgspec.structs.fields(table.row)
    return [
        (field.name, change.after.get(field.name, _plain(field.default)))
        for field in fields
        if field.name not in table.key
    ]


def _plain(default: Any) -> Any:
    return None if default is msgspec.NODEFAULT else msgspec.to_builtins(default)
