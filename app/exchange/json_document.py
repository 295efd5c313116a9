"""An assessment as a JSON document: lossless, readable, with a published schema."""

from typing import Any, Literal

import msgspec

from db.model import Assessment, InvalidAssessment, check
from db.model.rows import canonical


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands in the file."""

    format: Literal["counterpoise-assessment"]
    version: Literal[1]
    assessment: Assessment


def write_json(assessment: Assessment) -> bytes:
    """The assessment as indented UTF-8 JSON; equal assessments give equal bytes."""
    document = Document(format="counterpoise-assessment", version=1, assessment=assessment)
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def read_json(data: bytes) -> Assessment:
    """The assessment in a JSON document.

    Rows may stand in any order within a relation. Raises `InvalidAssessment` with a sentence
    that names the place.
    """
    try:
        document = msgspec.json.decode(data, type=Document)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidAssessment(
            f"This is not an assessment in JSON: {error}. Nothing was imported."
        ) from error
    assessment = canonical(document.assessment)
    check(assessment)
    return assessment


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document."""
    return msgspec.json.schema(Document)
