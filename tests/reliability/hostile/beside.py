"""Files beside the file that SQLite would read along with it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.reliability.hostile.making import maker


@maker
def a_hot_journal_beside_it(path: Path) -> None:
    data = path.read_bytes()
    journal = bytes.fromhex("d9d505f920a163d7") + b"\xff\xff\xff\xff" + bytes(4)
    journal += (len(data) // 4096).to_bytes(4, "big") + (512).to_bytes(4, "big")
    journal += (4096).to_bytes(4, "big")
    path.with_name(path.name + "-journal").write_bytes(journal.ljust(512, b"\0") + data[:4096])


@maker
def a_write_ahead_log_beside_it(path: Path) -> None:
    other = path.with_name("other.db")
    other.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE decision SET marking = 'TLP:CLEAR'")
        log = other.with_name("other.db-wal").read_bytes()
    path.write_bytes(other.read_bytes())
    path.with_name(path.name + "-wal").write_bytes(log)
    for left in path.parent.glob("other.db*"):
        left.unlink()
