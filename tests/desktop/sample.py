"""The worked example, and ways of doing to it what an officer does."""

from functools import cache

from app.desktop.resource import RESOURCES
from app.exchange.json_document import read_json


@cache
def read_sample():
    """The worked example as an assessment."""
    return read_json((RESOURCES / "samples" / "afghanistan.json").read_bytes())


def names_in_order(window):
    """The options as the ranking shows them, best first."""
    return [place.name for place in window.document.ranking.places]


def totals(window):
    """The totals as the ranking shows them, by the option's short form."""
    return {place.code: round(place.total, 1) for place in window.document.ranking.places}
