"""The fingerprint of a document's content: equal content, equal digest, in whatever file."""

import hashlib
from operator import attrgetter
from typing import Any

import msgspec
from msgspec import inspect

from .document import Document
from .layout import plain_float
from .model import Assessment
from .model.tables import Table, tables


def content_digest(document: Document) -> str:
    """SHA-256, in hexadecimal, over the document as canonical JSON.

    The assessment goes in column by column, without columns in which every value is the default:
    a later format that adds columns keeps the digests of what was written before it.
    """
    content = (_columns(document.assessment), document.sessions, document.revisions)
    return hashlib.sha256(msgspec.json.encode(content)).hexdigest()


def _columns(assessment: Assessment) -> list[tuple[str, int, dict[str, list[Any]]]]:
    """For each table its name, its number of rows, and its columns."""
    content = []
    for table in tables().values():
        value = getattr(assessment, table.name)
        rows = (value,) if table.single else value
        content.append((table.name, len(rows), _stated_columns(table, rows)))
    return content


def _stated_columns(table: Table, rows: tuple[Any, ...]) -> dict[str, list[Any]]:
    defaults = {field.name: field.default for field in msgspec.structs.fields(table.row)}
    columns = {}
    for column in table.columns:
        values = list(map(attrgetter(column.name), rows))
        if values.count(defaults[column.name]) == len(values):
            continue
        if isinstance(column.type, inspect.FloatType):  # 1 and −0.0 are equal to 1.0 and 0.0 …
            values = [value if value is None else plain_float(value) for value in values]
        columns[column.name] = values  # … but spelt otherwise
    return columns
