"""The fingerprint of a document's content: equal content, equal digest, in whatever file."""

import hashlib
from typing import Any

import msgspec

from .document import Document
from .model import Assessment
from .model.tables import Table, tables


def content_digest(document: Document) -> str:
    """SHA-256, in hexadecimal, over the document as canonical JSON.

    The assessment goes in column by column, without columns in which every value is the default:
    a later format that adds columns keeps the digests of what was written before it.
    """
    content = (_columns(document.assessment), document.sessions, document.revisions)
    text = msgspec.json.encode(content)
    if b"-0.0" in text:  # −0.0 equals 0.0 but is spelt otherwise, and SQLite keeps only 0.0
        text = msgspec.json.encode(_without_negative_zero(msgspec.to_builtins(content)))
    return hashlib.sha256(text).hexdigest()


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
    for name, default in defaults.items():
        values = [getattr(row, name) for row in rows]
        if any(value != default for value in values):
            columns[name] = values
    return columns


def _without_negative_zero(value: object) -> object:
    if isinstance(value, float):
        return value + 0.0
    if isinstance(value, dict):
        return {key: _without_negative_zero(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_negative_zero(inner) for inner in value]
    return value
