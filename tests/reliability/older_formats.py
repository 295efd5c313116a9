"""A format that never was, older than the first: to see how files of older formats are taken in.

Its options have no place where they were found. `python -m tests.reliability.older_formats FILE
KEPT` takes a file of it in and publishes it as one of the present format, for others to kill.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from unittest.mock import patch

from db import migrations
from db.document import Document
from db.formats import format_statements
from db.gate import document_in, examination
from db.gate.entrance import stamp_of
from db.image import build_image
from db.layout import FORMAT, StoredRows
from db.publish import publish
from tests.reliability.hostile.making import restamp, run

OLDER = 99


def write_older(path: Path, document: Document) -> None:
    """Write a document, whose options have no locator, as a file of the older format."""
    path.write_bytes(build_image(document))
    about = f"UPDATE meta SET format = {OLDER}, min_reader = {OLDER}, min_writer = {OLDER}"  # noqa: S608
    column = "ALTER TABLE options DROP COLUMN locator"
    run(path, column, about, f"PRAGMA user_version = {OLDER}")
    restamp(path)


@contextmanager
def older_known(path: Path) -> Iterator[None]:
    """Let the program know the older format, from a file of it, as it will know released ones."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        older = ";\n".join(text for (text,) in rows)

    def statements(version: int) -> str:
        return older if version == OLDER else format_statements(version)

    examination._known.clear()
    with (
        patch("db.gate.examination.format_statements", statements),
        patch.dict(migrations.STEPS, {OLDER: (FORMAT, add_locators)}),
    ):
        yield
    examination._known.clear()


def add_locators(rows: StoredRows) -> StoredRows:
    """The step from the older format to the present one."""
    return rows | {"options": [(*row, "") for row in rows["options"]]}


def take_in(path: Path, kept: Path) -> None:
    """Read a file of the older format, and publish it in its place as one of the present."""
    image = path.read_bytes()
    with older_known(path):
        document = document_in(image, path)
    publish(document, path, stamp_of(image), keep=kept)


if __name__ == "__main__":
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    take_in(Path(sys.argv[1]), Path(sys.argv[2]))
