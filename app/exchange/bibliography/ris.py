"""RIS, the tagged lines that most reference managers and libraries export."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import rispy

from app.wording import _
from db.model import SourceKind

from .refused import BibliographyRefused
from .works import Work, read_day

_KINDS = {
    SourceKind.ARTICLE: "JOUR",
    SourceKind.BOOK: "BOOK",
    SourceKind.REPORT: "RPRT",
    SourceKind.NEWS: "NEWS",
    SourceKind.RESOLUTION: "STAT",
    SourceKind.OPINION: "MGZN",
    SourceKind.OTHER: "GEN",
}
_TYPES = {word: kind for kind, word in _KINDS.items()} | {
    "EJOUR": SourceKind.ARTICLE,
    "CPAPER": SourceKind.ARTICLE,
    "CHAP": SourceKind.BOOK,
    "EBOOK": SourceKind.BOOK,
    "LEGAL": SourceKind.RESOLUTION,
}
_IN_JOURNAL = {SourceKind.ARTICLE, SourceKind.NEWS, SourceKind.OPINION}
_RECORD_LIMIT = 64_000
"""Characters of one work: the library joins broken lines one by one."""


def read_ris(text: str) -> list[Work]:
    """The works in RIS text. Raises `BibliographyRefused`."""
    pieces = re.split(r"^ER  -.*$", text, flags=re.MULTILINE)
    if any(len(piece) > _RECORD_LIMIT for piece in pieces):
        raise BibliographyRefused(
            _("A work in this file is too long to be one. Nothing was imported.")
        )
    try:
        # One address a line: some hold semicolons.
        records = rispy.loads(text, delimiter_tags_mapping={})
    except (rispy.parser.ParseError, KeyError, TypeError, ValueError) as error:
        raise BibliographyRefused(
            _("This is not RIS that can be read. Nothing was imported.")
        ) from error
    return [_work(record) for record in records]


def write_ris(rows: Iterable[tuple[str, Work]]) -> str:
    """Works with their keys as RIS text."""
    records = [_record(key, work) for key, work in rows]
    return str(rispy.dumps(records, delimiter_tags_mapping={}))


def _work(record: Mapping[str, Any]) -> Work:
    def first(*fields: str) -> str:
        values = (record.get(field) for field in fields)
        found = (value[0] if isinstance(value, list) and value else value for value in values)
        return next((value for value in found if isinstance(value, str) and value), "")

    authors = record.get("authors") or record.get("first_authors") or []
    return Work(
        title=first("title", "primary_title"),
        authors=tuple(authors),
        year=first("year", "publication_year").split("/")[0],
        kind=_TYPES.get(first("type_of_reference"), SourceKind.OTHER),
        published=first("journal_name", "secondary_title", "alternate_title3", "publisher"),
        doi=first("doi"),
        url=first("urls"),
        note=" ".join(record.get("notes") or []),
        read_on=read_day(first("access_date")),
    )


def _record(key: str, work: Work) -> dict[str, Any]:
    place = "journal_name" if work.kind in _IN_JOURNAL else "publisher"
    read_on = "" if work.read_on is None else work.read_on.strftime("%Y/%m/%d")
    record: dict[str, Any] = {
        "type_of_reference": _KINDS[work.kind],
        "id": key,
        "title": work.title,
        "authors": list(work.authors),
        "year": work.year,
        place: work.published,
        "doi": work.doi,
        "urls": [work.url] if work.url else [],
        "notes": [" ".join(work.note.split())] if work.note else [],
        "access_date": read_on,
    }
    return {field: value for field, value in record.items() if value}
