"""An assessment as a JSON document: lossless, readable, with a published schema."""

import codecs
from functools import cache
from typing import Any, Literal

import msgspec

from db.model import Assessment, InvalidAssessment, Row, check
from db.model.rows import canonical
from db.model.tables import tables

_LONGEST_PROBLEM = 300


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands in the file."""

    format: Literal["counterpoise-assessment"]
    version: Literal[1]
    assessment: Assessment


def write_json(assessment: Assessment) -> bytes:
    """The assessment as indented UTF-8 JSON; equal assessments give equal bytes."""
    document = {"format": "counterpoise-assessment", "version": 1, "assessment": _plain(assessment)}
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def read_json(data: bytes) -> Assessment:
    """The assessment in a JSON document.

    Rows may stand in any order within a relation. Raises `InvalidAssessment` with a sentence
    that names the place.
    """
    try:
        document = msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8), type=Document)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidAssessment(
            f"This is not an assessment in JSON: {_shortened(str(error))}. Nothing was imported."
        ) from error
    assessment = canonical(document.assessment)
    check(assessment)
    return assessment


def _shortened(problem: str) -> str:
    """What the decoder found, without the middle of a long value that it repeats."""
    half = _LONGEST_PROBLEM // 2
    return problem if len(problem) <= 2 * half else f"{problem[:half]} … {problem[-half:]}"


def _plain(assessment: Assessment) -> dict[str, Any]:
    """The tables that say something, each row without the fields that have their default value."""
    plain: dict[str, Any] = msgspec.to_builtins(assessment)
    for table in tables().values():
        defaults = _defaults(table.row)
        rows = plain.get(table.name)
        if rows is None:
            continue
        if table.single:
            plain[table.name] = _told(rows, defaults)
        else:
            plain[table.name] = [_told(row, defaults) for row in rows]
    return plain


def _told(row: dict[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    # The encoder leaves defaults out by identity, so that a text that was read would stay.
    return {
        name: value
        for name, value in row.items()
        if name not in defaults or value != defaults[name]
    }


@cache
def _defaults(row: type[Row]) -> dict[str, Any]:
    return {
        field.name: msgspec.to_builtins(field.default)
        for field in msgspec.structs.fields(row)
        if field.default is not msgspec.NODEFAULT
    }


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document."""
    return msgspec.json.schema(Document)
