"""An assessment from JSON, for `counterpoise import`."""

from pathlib import Path

from app.exchange.json_document import read_json
from db.model import Assessment, InvalidAssessment

from .failure import Failure


def read_document(source: Path, data: bytes) -> Assessment:
    """The assessment in a JSON document; `Failure` with its sentence otherwise."""
    try:
        return read_json(data)
    except InvalidAssessment as invalid:
        raise Failure(f"{source}: {invalid}") from invalid
