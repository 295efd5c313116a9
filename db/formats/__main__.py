"""Writes down the tables of the format in the making: `python -m db.formats`.

For a format that was released this must change nothing; a test compares.
"""

from pathlib import Path

from db import schema
from db.engine import memory_engine
from db.layout import FORMAT


def current_statements() -> str:
    """The statements that create all tables of the present format, sorted by name."""
    engine = memory_engine()
    with engine.begin() as connection:
        schema.FILE.create_all(connection)
        rows = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
        ).all()
    engine.dispose()
    return ";\n\n".join(" ".join(statement.split()) for (statement,) in rows) + ";\n"


if __name__ == "__main__":
    path = Path(__file__).with_name(f"{FORMAT}.sql")
    path.write_text(current_statements(), encoding="utf-8", newline="\n")
