"""Tables, read off the structs."""

import msgspec
import pytest

from db.model import Assessment
from db.model.fields import Entity, Relation
from db.model.tables import key_of, tables

ALL = pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.name)


def test_every_field_of_the_assessment_is_a_table():
    assert tuple(tables()) == Assessment.__struct_fields__


@ALL
def test_a_table_has_every_field_of_its_row(table):
    assert tuple(column.name for column in table.columns) == table.row.__struct_fields__


@ALL
def test_the_key_of_a_table_can_be_found_in_its_rows(table):
    columns = {column.name: column for column in table.columns}
    for name in table.key:
        assert not columns[name].optional
    assert table.single == (not issubclass(table.row, Entity | Relation))


@ALL
def test_references_point_at_tables_with_ids(table):
    for column in table.columns:
        if column.references is not None:
            assert tables()[column.references].ordered


@ALL
def test_only_what_may_be_empty_is_optional(table):
    for field in msgspec.structs.fields(table.row):
        column = next(c for c in table.columns if c.name == field.encode_name)
        assert column.optional == (type(None) in getattr(field.type, "__args__", ()))


def test_a_row_is_known_by_its_key(case):
    assert key_of(case.options[0]) == ("hold",)
    assert key_of(case.scores[0]) == ("me", "hold", "aid")
    assert key_of(case.levels[1]) == ("peace", 100.0)
