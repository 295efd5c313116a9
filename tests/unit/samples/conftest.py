"""The worked example, read once."""

from pathlib import Path

import pytest

from app.exchange.json_document import read_json
from db.model import Assessment

AFGHANISTAN = Path(__file__).parents[3] / "resources" / "samples" / "afghanistan.json"


@pytest.fixture(scope="session")
def document() -> bytes:
    return AFGHANISTAN.read_bytes()


@pytest.fixture(scope="session")
def case(document) -> Assessment:
    return read_json(document)
