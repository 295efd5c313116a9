"""The tables in the file follow the model, and stay what the released formats say."""

import re
from pathlib import Path

from db import schema
from db.formats.__main__ import current_statements
from db.gate.examination import known_schema
from db.layout import FORMAT, stored_columns
from db.model.tables import tables


def test_the_written_down_tables_are_those_that_are_created():
    path = Path(schema.__file__).with_name("formats") / f"{FORMAT}.sql"
    assert path.read_text(encoding="utf-8") == current_statements(), "run python -m db.formats"


def test_every_field_of_the_model_has_its_column():
    for table in tables().values():
        columns = tuple(schema.FILE.tables[table.name].columns.keys())
        assert columns == stored_columns(table)


def test_every_table_is_strict_and_free_of_expressions():
    for kind, name, _, statement in known_schema(FORMAT):
        assert kind in ("table", "index"), name
        if statement is not None:
            assert kind == "table"
            assert statement.endswith("STRICT")
            words = set(re.findall(r"\w+", statement.upper()))
            assert not words & {"CHECK", "GENERATED", "DEFAULT", "COLLATE", "VIRTUAL", "AS"}


def test_what_is_private_to_this_computer_has_no_place_in_a_published_file():
    assert not {"desk"} & {name for _, name, _, _ in known_schema(FORMAT)}


def test_rows_sorted_by_their_values_are_in_the_order_of_their_keys():
    for name, table in schema.FILE.tables.items():
        keys = [column.name for column in table.primary_key]
        assert list(table.columns.keys())[: len(keys)] == keys, name
