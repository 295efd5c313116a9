"""From what stands on the pages to the fields of rows, table by table."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import msgspec

from db import layout
from db.checksums import rows_checksum
from db.layout import Storage
from db.model.tables import Table, tables

from .pages import Pages, Record

Fields = dict[str, Any]


class Found(msgspec.Struct):
    """The rows of one table that could be read, and how they were read."""

    rows: list[Fields]
    broken: int = 0
    """Pages that are missing or not believed."""
    torn: int = 0
    """Rows that are not laid out as rows of this table are."""
    proven: bool = False
    """Whether these are exactly the rows that were written, by the table's own checksum."""


def find_rows(image: bytes, roots: Mapping[str, int]) -> dict[str, Found]:
    """The rows of every table of the assessment, whose trees begin on these pages."""
    pages = Pages(image)
    stated = _checksums(pages, roots["checksum"])
    found = {}
    for table in tables().values():
        before = pages.broken
        result = _table_rows(table, pages.rows(roots[table.name]))
        result.broken = pages.broken - before
        result.proven = stated is not None and stated.get(table.name) == _checksum(table, result)
        found[table.name] = result
    return found


def _checksums(pages: Pages, root: int) -> dict[str, Any] | None:
    """What the file says the checksums of its tables are; None where that cannot be read."""
    stated = {}
    for record in pages.rows(root):
        if len(record.values) != 2 or not isinstance(record.values[0], str):
            return None
        stated[record.values[0]] = record.values[1]
    return None if pages.broken else stated


def _checksum(table: Table, found: Found) -> str | None:
    """What the checksum of a table with these rows is; None for a table without any."""
    names = layout.stored_columns(table)
    rows = [tuple(fields[name] for name in names) for fields in found.rows]
    return rows_checksum(rows) if rows else None


def _table_rows(table: Table, records: Iterable[Record]) -> Found:
    names = _columns_on_page(table)
    found = Found([])
    last: tuple[Any, ...] = ()
    for record in records:
        fields = _fields(table, names, record)
        if fields is None:
            found.torn += 1
            continue
        place = _place(table, fields)
        if last and not _follows(place, last):
            found.torn += 1  # an engine keeps rows in this order; one that is not was moved
            continue
        last = place
        found.rows.append(fields)
    return found


@cache
def _names(name: str) -> tuple[str, ...]:
    table = tables()[name]
    names = layout.stored_columns(table)
    if table.single or table.ordered:
        return names
    keys = [column for column in names if column in table.key]  # these stand first on the page
    return (*keys, *(column for column in names if column not in table.key))


def _columns_on_page(table: Table) -> tuple[str, ...]:
    return _names(table.name)


def _fields(table: Table, names: tuple[str, ...], record: Record) -> Fields | None:
    """A row by the names of its columns; None where it cannot be one of this table."""
    if len(record.values) != len(names):
        return None
    fields: Fields = dict(zip(names, record.values, strict=True))
    if table.single or table.ordered:
        if fields["key"] is not None or record.number is None or record.number < 1:
            return None
        if table.single and record.number != 1:
            return None
        fields["key"] = record.number
    elif record.number is not None:
        return None
    for column in table.columns:
        # Where a number is whole, the engine keeps an integer to save room.
        if layout.storage(column) is Storage.REAL and type(fields[column.name]) is int:
            fields[column.name] = float(fields[column.name])
    return fields


def _place(table: Table, fields: Fields) -> tuple[Any, ...]:
    if table.single or table.ordered:
        return (fields["key"],)
    return tuple(fields[name] for name in _names(table.name) if name in table.key)


def _follows(place: tuple[Any, ...], last: tuple[Any, ...]) -> bool:
    try:
        return place > last
    except TypeError:
        return False
