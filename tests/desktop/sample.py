"""The worked example, and ways of doing to it what an officer does."""

import tempfile
from functools import cache
from pathlib import Path

from app.desktop.look.resource import RESOURCES
from app.exchange.json_document import read_json
from db.publish import publish


@cache
def read_sample():
    """The worked example as an assessment."""
    return read_json((RESOURCES / "samples" / "afghanistan.json").read_bytes())


@cache
def sample_bytes():
    """The worked example as the bytes of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.poise"
        publish(read_sample(), path, None)
        return path.read_bytes()


def names_in_order(window):
    """The options as the ranking shows them, best first."""
    return [place.name for place in window.document.ranking.places]


def totals(window):
    """The totals as the ranking shows them, by the option's short form."""
    return {place.code: round(place.total, 1) for place in window.document.ranking.places}
