"""From the rows of a file to a document: types and bounds row by row, then the rules of a whole."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

import msgspec

from .document import Document, Revision, Session
from .layout import StoredRows, checked_tables, stored_columns
from .ledger import Ids, collect_history
from .model import Assessment, Row
from .model.tables import Table, field_types, key_of, tables

Fetch = Callable[[str], Iterable[tuple[Any, ...]]]
"""Runs a query and gives its rows."""


MISTYPED: Final = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    msgspec.MsgspecError,
)
"""What rows of another kind than ours come to on their way to a document."""


def fetch_rows(fetch: Fetch, names: Iterable[str]) -> StoredRows:
    """All rows of these tables, as they are kept.

    A scan of a table gives its rows in the order of its primary key: no index holds all columns.
    """
    return {name: list(fetch(f'SELECT * FROM "{name}"')) for name in names}  # noqa: S608


def fetch_document(fetch: Fetch) -> Document:
    """Everything in a database of ours, as `collect` gives it."""
    return collect(fetch_rows(fetch, checked_tables()))


def collect(rows: StoredRows) -> Document:
    """The document that these rows make, every value of the right type and within its bounds.

    Whether it is whole is not looked at: `db.model.check` and `check_history` do.

    Raises:
        msgspec.ValidationError: a value of a row has the wrong type or lies outside its bounds.
        LookupError: a key points at nothing, a row has no place, or a single row is missing.
    """
    ids = {table.name: _ids(rows, table) for table in tables().values() if table.ordered}
    contents: dict[str, Any] = {}
    for table in tables().values():
        found = tuple(_rows(table, rows[table.name], ids))
        if table.single:
            (contents[table.name],) = found
        else:
            contents[table.name] = found if table.ordered else _sorted(found)
    every = {name: dict(known) for name, known in ids.items()}
    for name, key, row_id in rows["former"]:
        if every[name].setdefault(key, row_id) != row_id:
            raise LookupError(name)
    sessions, revisions = collect_history(rows, every)
    return Document(
        assessment=Assessment(**contents),
        sessions=msgspec.convert(sessions, tuple[Session, ...]),
        revisions=msgspec.convert(revisions, tuple[Revision, ...]),
    )


def _ids(rows: StoredRows, table: Table) -> dict[int, str]:
    at = stored_columns(table).index("id")
    return {row[0]: row[at] for row in rows[table.name]}


def _rows(table: Table, stored: Sequence[tuple[Any, ...]], ids: Ids) -> Iterator[Row]:
    """The rows of a table in the order of the assessment, if they have one."""
    names = stored_columns(table)
    columns: dict[str, Sequence[Any]] = {}
    if stored:
        columns = dict(zip(names, zip(*stored, strict=True), strict=True))
    if stored and table.single and columns.pop("key") != (1,):
        raise LookupError(table.name)
    if stored and table.ordered:
        del columns["key"]
        columns = _in_order(table, columns)
    for column in table.columns:
        if column.references is not None and stored:
            columns[column.name] = _resolved(columns[column.name], ids[column.references])
    kinds = field_types(table.row)
    if set(columns) - set(kinds):
        raise LookupError(table.name)
    # Column by column: types and bounds are checked without leaving the library for each row.
    typed = [msgspec.convert(list(columns[name]), list[kinds[name]]) for name in columns]  # type: ignore[valid-type]
    names = tuple(columns)
    for values in zip(*typed, strict=True):
        yield table.row(**dict(zip(names, values, strict=True)))


def _in_order(table: Table, columns: dict[str, Sequence[Any]]) -> dict[str, Sequence[Any]]:
    """The columns without the position, in its order."""
    positions = columns.pop("position")
    if sorted(positions) != list(range(len(positions))):
        raise LookupError(table.name)
    order = sorted(range(len(positions)), key=positions.__getitem__)
    return {name: [values[at] for at in order] for name, values in columns.items()}


def _resolved(values: Iterable[int | None], ids: dict[int, str]) -> list[str | None]:
    """Ids instead of the keys of rows; every one must be there."""
    return [None if value is None else ids[value] for value in values]


def _sorted(rows: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(sorted(rows, key=key_of))
