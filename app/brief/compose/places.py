"""Where a claim is written, told with the claim."""

from collections.abc import Iterable

from app.brief.clean import shortened
from db.model import Assessment, Extract, Source

LONGEST_NAME = 60
"""Characters of a title that stands in the place of an author."""


def located(text: str, locator: str) -> str:
    """A claim with those places of its locator that its own words do not name yet.

    locator: places apart by semicolons. Texts that tell their places themselves stay as they are.
    """
    places = [place.strip() for place in locator.split(";")]
    missing = [place for place in places if place and place not in text]
    if not missing:
        return text
    told = "; ".join(missing)
    return f"{text} ({told})" if text else told


def places_of(assessment: Assessment, extracts: Iterable[Extract]) -> tuple[str, ...]:
    """Where some claims stand, each place once; the document where no place in it is stated."""
    sources = {row.id: row for row in assessment.sources}
    told = (
        row.locator or shortened(source_name(sources[row.source]), LONGEST_NAME) for row in extracts
    )
    return tuple(dict.fromkeys(told))


def source_name(row: Source) -> str:
    """By whom and of when a source is; its title where nobody is named."""
    parts = (row.authors or row.name, f"({row.year})" if row.year else "")
    return " ".join(part for part in parts if part)
