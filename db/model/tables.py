"""The tables of an assessment, read off its structs: the document is defined only once."""

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, get_args

import msgspec
from msgspec import inspect

from .assessment import Assessment
from .fields import Entity, Relation, Row


class Column(msgspec.Struct, frozen=True):
    """One field of a row."""

    name: str
    type: inspect.Type
    """The field's type without None and without the reference mark."""
    optional: bool
    """Whether None may stand in it."""
    references: str | None
    """The table whose rows it points at."""


class Table(msgspec.Struct, frozen=True):
    """One collection of the assessment, or one of its single rows."""

    name: str
    row: type[Row]
    key: tuple[str, ...]
    """Empty for a single row."""
    ordered: bool
    columns: tuple[Column, ...]

    @property
    def single(self) -> bool:
        """Whether the assessment holds exactly one such row."""
        return not self.key


@cache
def tables() -> Mapping[str, Table]:
    """Every table by the name of its field in `Assessment`, referenced ones not always first."""
    found: dict[str, Table] = {}
    for field in msgspec.structs.fields(Assessment):
        single = isinstance(field.type, type)
        row: Any = field.type if single else get_args(field.type)[0]
        found[field.name] = Table(
            name=field.name,
            row=row,
            key=() if single else row.KEY,
            ordered=issubclass(row, Entity),
            columns=_columns(row),
        )
    return MappingProxyType(found)


def key_of(row: Row) -> tuple[Any, ...]:
    """The values by which a row is known in its table."""
    return _key_getter(type(row))(row)


@cache
def _key_getter(kind: type[Row]) -> Callable[[Row], tuple[Any, ...]]:
    assert issubclass(kind, Entity | Relation)
    if len(kind.KEY) > 1:
        return attrgetter(*kind.KEY)
    get = attrgetter(*kind.KEY)
    return lambda row: (get(row),)


def field_types(row: type[Row]) -> Mapping[str, Any]:
    """The types of a row's fields as they are written down, by name.

    `msgspec.structs.fields` tells more, and takes longer: every file that is read asks for these.
    """
    written: dict[str, Any] = {}
    for kind in reversed(row.__mro__):
        written |= getattr(kind, "__annotations__", {})
    return {name: written[name] for name in row.__struct_fields__}


_described = cache(inspect.type_info)
"""What msgspec says of a type; most fields share a few."""


def _columns(row: type[Row]) -> tuple[Column, ...]:
    return tuple(_column(name, kind) for name, kind in field_types(row).items())


def _column(name: str, written: Any) -> Column:
    kind: inspect.Type = _described(written)
    optional = False
    if isinstance(kind, inspect.UnionType):
        optional = True
        (kind,) = (part for part in kind.types if not isinstance(part, inspect.NoneType))
    references = None
    if isinstance(kind, inspect.Metadata):
        references = (kind.extra or {}).get("reference")
        kind = kind.type
    return Column(name, kind, optional, references)
