"""The tables of a file as SQLAlchemy describes them; the assessment's follow its structs."""

from typing import Any

from sqlalchemy import (
    REAL,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine, UserDefinedType

from . import layout
from .layout import KEY_COLUMNS, Storage
from .model import tables as model


class AnyValue(UserDefinedType[object]):
    """A column that keeps text, numbers and nothing exactly as they are given."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """The type's name in a strict table."""
        return "ANY"


_TYPES: dict[Storage, type[TypeEngine[Any]]] = {
    Storage.INTEGER: Integer,
    Storage.REAL: REAL,
    Storage.TEXT: Text,
}


def _reference(
    name: str, target: str, *, optional: bool = False, primary: bool = False
) -> Column[Any]:
    # Deferred: within one transaction rows may come and go in any order.
    target_key = ForeignKey(f"{target}.key", deferrable=True, initially="DEFERRED")
    return Column(name, Integer, target_key, nullable=optional, primary_key=primary)


def _column(column: model.Column, *, primary: bool) -> Column[Any]:
    if column.references is not None:
        return _reference(column.name, column.references, optional=column.optional, primary=primary)
    kind = _TYPES[layout.storage(column)]
    return Column(column.name, kind, nullable=column.optional, primary_key=primary)


def _assessment_table(metadata: MetaData, table: model.Table) -> Table:
    head: list[Column[Any]] = []
    relation = not (table.single or table.ordered)
    if not relation:
        head.append(Column("key", Integer, primary_key=True))
    if table.ordered:
        head.append(Column("position", Integer, nullable=False))
    columns = [_column(c, primary=relation and c.name in table.key) for c in table.columns]
    if table.ordered:
        next(column for column in columns if column.name == "id").unique = True
    return Table(
        table.name, metadata, *head, *columns, sqlite_strict=True, sqlite_with_rowid=not relation
    )


def _file_metadata() -> MetaData:
    metadata = MetaData()
    for table in model.tables().values():
        _assessment_table(metadata, table)
    _history_tables(metadata)
    Table(
        "meta",
        metadata,
        Column("key", Integer, primary_key=True),
        Column("format", Integer, nullable=False),
        Column("min_reader", Integer, nullable=False),
        Column("min_writer", Integer, nullable=False),
        Column("head", Integer, nullable=False),
        Column("content_sha256", Text, nullable=False),
        sqlite_strict=True,
    )
    Table(
        "checksum",
        metadata,
        Column("table_name", Text, primary_key=True),
        Column("sha256", Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    return metadata


def _history_tables(metadata: MetaData) -> None:
    Table(
        "session",
        metadata,
        Column("key", Integer, primary_key=True),
        Column("id", LargeBinary, nullable=False, unique=True),
        Column("author", Text, nullable=False),
        Column("seen", Integer, nullable=False),
        sqlite_strict=True,
    )
    Table(
        "revision",
        metadata,
        Column("number", Integer, primary_key=True),
        Column("session", Integer, ForeignKey("session.key"), nullable=False),
        Column("counter", Integer, nullable=False),
        Column("parent", Integer, ForeignKey("revision.number")),
        Column("merged", Integer, ForeignKey("revision.number")),
        Column("undoes", Integer, ForeignKey("revision.number")),
        Column("time", Integer, nullable=False),
        Column("label", Text, nullable=False),
        Column("name", Text, nullable=False),
        sqlite_strict=True,
    )
    Table(
        "change",
        metadata,
        Column("revision", Integer, ForeignKey("revision.number"), primary_key=True),
        Column("step", Integer, primary_key=True),
        Column("table_name", Text, nullable=False),
        *(Column(name, AnyValue) for name in KEY_COLUMNS),
        Column("column_name", Text),
        Column("position", Integer),
        Column("before", AnyValue),
        Column("after", AnyValue),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    Table(
        "former",
        metadata,
        Column("table_name", Text, primary_key=True),
        Column("key", Integer, primary_key=True),
        Column("id", Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _desk_metadata() -> MetaData:
    metadata = MetaData()
    Table(
        "desk",
        metadata,
        Column("key", Integer, primary_key=True),
        Column("source", LargeBinary),
        Column("size", Integer),
        Column("sha256", Text),
        Column("published", Integer, nullable=False),
        sqlite_strict=True,
    )
    return metadata


FILE = _file_metadata()
"""Everything in a published file, and in a private working database too."""

DESK = _desk_metadata()
"""What only a private working database holds: where the assessment was published, and as what."""
