"""Whether every change that a history tells could have been made, also where nobody looks yet.

Going back from the head only meets the changes on its way. Those of a colleague's line, which a
merge brings in, are read by the next merge: they too must speak of tables, rows and values that
there can be.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from .difference import POSITION, Change, row_after
from .document import Document, Revision
from .model.fields import Id
from .model.tables import Table, field_types, tables


class Unsound(ValueError):
    """A revision says what no edit could have done, or leads nowhere."""


def require_sound(document: Document) -> None:
    """Make sure of every change, and that the head has seen every revision.

    Raises:
        Unsound: a change speaks of what cannot be, or a revision has nobody who built upon it.
    """
    for revision in document.revisions:
        for change in revision.changes:
            try:
                _require_possible(change)
            except (msgspec.ValidationError, LookupError, TypeError, ValueError) as error:
                raise Unsound(f"revision {revision.number} changes “{change.table}”") from error
    require_seen(document.revisions)


def require_seen(revisions: Sequence[Revision]) -> None:
    """Make sure that the last of these revisions has seen all the others.

    Raises:
        Unsound: one of them has nobody who built upon it.
    """
    seen = {revision.number for revision in revisions[-1:]}
    for revision in reversed(revisions):
        if revision.number not in seen:
            raise Unsound(f"nothing was built upon revision {revision.number}")
        seen |= {revision.parent or 0, revision.merged or 0}


def _require_possible(change: Change) -> None:
    table = tables()[change.table]
    if change.position is not None and change.position < 0:
        raise ValueError(POSITION)
    if change.column == POSITION:
        _require_orders(table, change)
        return
    for part, kind in zip(change.key, _key_types(table.name), strict=True):
        msgspec.convert(part, kind)
    if change.column is None:
        for value in (change.before, change.after):
            if value is not None:
                row_after(msgspec.structs.replace(change, after=value))
        return
    kind = _cell_types(table.name)[change.column]
    msgspec.convert(change.before, kind)
    msgspec.convert(change.after, kind)


def _require_orders(table: Table, change: Change) -> None:
    if not table.ordered or change.key:
        raise LookupError(table.name)
    orders = [msgspec.convert(one, list[Id]) for one in (change.before, change.after)]
    if any(len(set(order)) != len(order) for order in orders):
        raise ValueError(table.name)


@cache
def _key_types(table: str) -> tuple[Any, ...]:
    types = field_types(tables()[table].row)
    return tuple(types[part] for part in tables()[table].key)


@cache
def _cell_types(table: str) -> Mapping[str, Any]:
    """The types of the columns that may change while a row stays."""
    key = tables()[table].key
    types = field_types(tables()[table].row)
    return {name: kind for name, kind in types.items() if name not in key}
