"""From the rows of a file to a document: types and bounds row by row, then the rules of a whole."""

from typing import Any

import msgspec

from .document import Document
from .layout import stored_columns
from .ledger import Fetch, Ids, collect_history
from .model import check
from .model.tables import Table, key_of, tables


def collect(fetch: Fetch) -> dict[str, Any]:
    """Everything in a file, integer keys replaced by ids: typed rows, and a history to be typed.

    Raises:
        msgspec.ValidationError: a value of a row has the wrong type or lies outside its bounds.
        LookupError: a key points at nothing, a row has no place, or a single row is missing.
    """
    ids = _ids(fetch)
    assessment = {
        table.name: _single(table, fetch, ids) if table.single else _rows(table, fetch, ids)
        for table in tables().values()
    }
    every: dict[str, dict[int, str]] = {name: dict(known) for name, known in ids.items()}
    for name, key, row_id in fetch('SELECT table_name, "key", id FROM former'):
        if every[name].setdefault(key, row_id) != row_id:
            raise LookupError(name)
    return {"assessment": assessment, **collect_history(fetch, every)}


def document_from(plain: object) -> Document:
    """The document that these plain values describe.

    Raises:
        msgspec.ValidationError: a value has the wrong type or lies outside its bounds.
        InvalidAssessment: the assessment is not whole.
    """
    document = msgspec.convert(plain, Document)
    check(document.assessment)
    return document


def _ids(fetch: Fetch) -> Ids:
    return {
        table.name: dict(fetch(f'SELECT "key", id FROM {table.name}'))  # noqa: S608
        for table in tables().values()
        if table.ordered
    }


def _select(table: Table) -> str:
    names = ", ".join(f'"{name}"' for name in stored_columns(table))
    order = " ORDER BY position" if table.ordered else ""
    return f"SELECT {names} FROM {table.name}{order}"  # noqa: S608


def _rows(table: Table, fetch: Fetch, ids: Ids) -> list[Any]:
    """The rows of a table in the order of the assessment."""
    names = stored_columns(table)
    pointing = [(c.name, ids[c.references]) for c in table.columns if c.references is not None]
    rows = []
    for at, values in enumerate(fetch(_select(table))):
        fields = dict(zip(names, values, strict=True))
        for name, known in pointing:
            if fields[name] is not None:
                fields[name] = known[fields[name]]
        if table.ordered and (fields.pop("position") != at or not fields.pop("key")):
            raise LookupError(table.name)
        if table.single and fields.pop("key") != 1:
            raise LookupError(table.name)
        # At once, row by row: rows are not tracked by the collector of cycles, mappings are.
        rows.append(msgspec.convert(fields, table.row))
    if not (table.ordered or table.single):
        rows.sort(key=key_of)
    return rows


def _single(table: Table, fetch: Fetch, ids: Ids) -> Any:
    rows = _rows(table, fetch, ids)
    if len(rows) != 1:
        raise LookupError(table.name)
    return rows[0]
