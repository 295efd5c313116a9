"""An assessment as JSON."""

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.json_document import json_schema, read_json, write_json
from app.exchange.samples import read_sample
from db.model import InvalidAssessment
from tests.strategies import assessments


def changed(assessment, change):
    """Return the document after a change to its plain content."""
    document = json.loads(write_json(assessment))
    change(document["assessment"])
    return json.dumps(document).encode()


@given(assessments())
def test_nothing_is_lost_on_the_way_there_and_back(assessment):
    data = write_json(assessment)
    assert read_json(data) == assessment
    assert write_json(read_json(data)) == data


@given(assessments(), st.randoms(use_true_random=False))
def test_relations_may_stand_in_any_order(assessment, chance):
    def shuffle(tables):
        for name in ("scores", "weights", "levels"):
            chance.shuffle(tables.get(name, []))

    assert read_json(changed(assessment, shuffle)) == assessment


def test_the_document_is_text_that_people_can_read(case):
    text = write_json(case).decode()
    assert text.endswith("}\n")
    assert '\n  "decision": {' in text
    assert "How to deal with them" in text


def test_what_is_not_said_is_not_written(case):
    assert "background" not in json.loads(write_json(case))["assessment"]["decision"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"format": "something else"}',
        b'{"format":"counterpoise-assessment","version":1,"assessment":{"decision":"\xff"}}',
        b'{"format":"counterpoise-assessment","version":1}',
        b'{"format":"counterpoise-assessment","version":2,"assessment":{}}',
        b"[" * 100_000,
        b'{"format":' + b"[" * 100_000,
    ],
)
def test_what_is_no_such_document_is_refused_in_a_sentence(data):
    with pytest.raises(InvalidAssessment, match="Nothing was imported"):
        read_json(data)


def _set(table, index, field, value):
    def change(tables):
        tables[table][index][field] = value

    return change


def _twice(tables):
    tables["options"].append(tables["options"][0])


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_set("options", 0, "id", "a b"), "Expected `str` matching"),
        (_set("options", 0, "id", "hold\n"), "Expected `str` matching"),
        (_set("options", 0, "name", ""), "length >= 1"),
        (_set("options", 0, "name", "  "), "is empty"),
        (_set("options", 0, "name", "x" * 201), "length <= 200"),
        (_set("options", 0, "name", "two\nlines"), "must stand on one line"),
        (_set("options", 0, "name", "over\u202eride"), "control characters"),
        (_set("options", 0, "name", "e\u0301"), "control characters"),
        (_set("options", 0, "description", "bell\x07"), "control characters"),
        (_set("options", 0, "rank", 1), "unknown field `rank`"),
        (_set("scores", 0, "likely", 1e300), "Expected `float` <= "),
        (_set("scores", 0, "likely", "80"), "Expected `float"),
        (_set("scores", 0, "likely", 101), "lies outside 0 to 100"),
        (_set("scores", 0, "low", 99), "wrong order"),
        (_set("scores", 0, "option", "gone"), "points at something that is not there"),
        (_set("scores", 0, "criterion", "safety"), "on a branch"),
        (_set("weights", 0, "swing", -1), "Expected `float` >= 0"),
        (_set("criteria", 0, "parent", "peace"), "circle"),
        (_twice, "have the same key"),
    ],
)
def test_content_that_cannot_be_is_refused_with_its_reason(case, change, why):
    with pytest.raises(InvalidAssessment, match=why):
        read_json(changed(case, change))


def test_the_schema_names_every_table(case):
    tables = json_schema()["$defs"]["Assessment"]["properties"]
    assert set(tables) == set(case.__struct_fields__)
    msgspec.json.encode(json_schema())


def test_the_published_schema_is_that_of_the_program():
    path = Path(__file__).parents[3] / "docs" / "schema" / "assessment.schema.json"
    ours = json.loads(msgspec.json.encode(json_schema()))
    assert json.loads(path.read_text(encoding="utf-8")) == ours


def test_equal_assessments_give_equal_bytes_whether_read_or_made(case):
    read = read_json(write_json(case))
    assert read == case
    assert write_json(read) == write_json(case)


def test_a_byte_order_mark_is_passed_over():
    assert read_json(b"\xef\xbb\xbf" + write_json(read_sample())) == read_sample()


def test_a_long_value_is_not_repeated_whole_in_a_refusal():
    data = b'{"format": "' + b"x" * 100_000 + b'"}'
    with pytest.raises(InvalidAssessment) as refused:
        read_json(data)
    assert len(str(refused.value)) < 500
