"""Connections to our own databases."""

import sys
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import NullPool, StaticPool

PRIVATE_PRAGMAS = (
    # Measured against kills and lost power: no acknowledged edit is lost, none is torn.
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    *(("PRAGMA fullfsync = ON",) if sys.platform == "darwin" else ()),
)
"""What makes a working copy safe."""


def memory_engine() -> Engine:
    """An engine with one connection to an empty database in memory."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", _begin)
    return engine


def private_engine(path: Path) -> Engine:
    """An engine for a private working database, which one process may have open at a time.

    A thread may make it and another go on with it, one after the other.
    """
    url = URL.create("sqlite", database=str(path))
    arguments = {"timeout": 0, "check_same_thread": False}
    engine = create_engine(url, poolclass=NullPool, connect_args=arguments)
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "connect", _make_safe)
    event.listen(engine, "begin", _begin)
    return engine


def _leave_transactions_to_us(connection: Any, _: object) -> None:
    # Otherwise the driver would commit by itself before a change of the schema.
    connection.isolation_level = None


def _make_safe(connection: Any, _: object) -> None:
    for pragma in PRIVATE_PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
