"""Edits that are the same for every table that says something about others."""

from collections.abc import Iterable
from typing import Any

import msgspec

from db.model import Assessment
from db.model.fields import Relation
from db.model.rows import put, take

from . import records
from .room import with_room


def state(assessment: Assessment, table: str, row: Relation) -> Assessment:
    """Put a relation into its table, instead of any that has the same key.

    Raises `EditRefused` when it points at something that is not there or holds what cannot be
    kept.
    """
    rows = getattr(assessment, table)
    fresh = put(rows, records.tidied(assessment, table, row))
    if fresh is rows:
        return assessment
    return with_room(msgspec.structs.replace(assessment, **{table: fresh}), table)


def withdraw(assessment: Assessment, table: str, key: Iterable[Any]) -> Assessment:
    """Take the relation with this key out of its table; nothing happens if it is not there."""
    rows = getattr(assessment, table)
    left = take(rows, tuple(key))
    return assessment if left is rows else msgspec.structs.replace(assessment, **{table: left})


def look_up(assessment: Assessment, table: str, key: Iterable[Any]) -> Any:
    """The relation with this key; None where nothing is said."""
    wanted = tuple(key)
    rows = getattr(assessment, table)
    return next((row for row in rows if _key(row) == wanted), None)


def _key(row: Relation) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in row.KEY)
