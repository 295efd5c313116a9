"""Where a claim is written, told with the claim."""

import re
from collections.abc import Iterable

from app.brief.clean import shortened
from db.model import Assessment, Extract, Source

LONGEST_CLAIM = 200
"""Characters of a claim beside a score."""
_IN_SHORT = re.compile(r"[^\W\d_]{2,}\d{2}")
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
    """Where some claims stand, each place once: the document and, where it is stated, the place."""
    sources = {row.id: row for row in assessment.sources}
    return tuple(dict.fromkeys(_place(sources[row.source], row.locator) for row in extracts))


def claims_of(
    assessment: Assessment, extracts: Iterable[Extract], told: str = ""
) -> tuple[str, ...]:
    """Some claims in short, each with its document and place.

    told: words that speak of the evidence already; claims whose places they name are left out.
    """
    sources = {row.id: row for row in assessment.sources}
    return tuple(
        dict.fromkeys(
            _claim(row, _place(sources[row.source], row.locator))
            for row in extracts
            if not _is_told(row.locator, told)
        )
    )


def _claim(row: Extract, place: str) -> str:
    claim = shortened(row.claim, LONGEST_CLAIM).rstrip(".")
    return f"{claim} ({place})" if claim else place


def _is_told(locator: str, told: str) -> bool:
    places = [place.strip() for place in locator.split(";") if place.strip()]
    return bool(places) and all(place in told for place in places)


def _place(row: Source, locator: str) -> str:
    """A place with its document, unless the place names that itself."""
    name = shortened(source_name(row), LONGEST_NAME)
    if not locator or not _names(locator, row):
        return ", ".join(filter(None, (name, locator)))
    return locator


def _names(locator: str, row: Source) -> bool:
    """Whether a place names its document: by its title, its author, or in short as “AB25, 2.1”."""
    first = row.authors.split(",")[0].split(" and ")[0].strip()
    named = any(name and name.casefold() in locator.casefold() for name in (row.name, first))
    return named or _IN_SHORT.match(locator) is not None


def source_name(row: Source) -> str:
    """By whom and of when a source is; its title where nobody is named."""
    parts = (row.authors or row.name, f"({row.year})" if row.year else "")
    return " ".join(part for part in parts if part)
