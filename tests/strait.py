"""A small invented decision: four options, six criteria in two groups, one scenario, one source."""

from pathlib import Path

from app.exchange.json_document import read_json
from db.model import Assessment

PLACE = Path(__file__).parent / "data" / "strait.json"


def strait() -> Assessment:
    """How to answer the closing of a strait.

    The leader's lead is firm, but it loses in the one scenario and crosses a red line there; one
    score alone rests on a source, which has a title and neither author nor year.
    """
    return read_json(PLACE.read_bytes())
