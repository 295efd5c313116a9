"""CSL-JSON, the form in which citation processors keep works."""

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from app.wording import _
from db.model import SourceKind

from .refused import BibliographyRefused
from .works import Work

_KINDS = {
    SourceKind.ARTICLE: "article-journal",
    SourceKind.BOOK: "book",
    SourceKind.REPORT: "report",
    SourceKind.NEWS: "article-newspaper",
    SourceKind.RESOLUTION: "legislation",
    SourceKind.OPINION: "article-magazine",
    SourceKind.OTHER: "document",
}
_TYPES = {word: kind for kind, word in _KINDS.items()} | {
    "article": SourceKind.ARTICLE,
    "paper-conference": SourceKind.ARTICLE,
    "chapter": SourceKind.BOOK,
    "treaty": SourceKind.RESOLUTION,
}
_IN_CONTAINER = {SourceKind.ARTICLE, SourceKind.NEWS, SourceKind.OPINION}


def read_csl(text: str) -> list[Work]:
    """The works in a list of CSL-JSON items. Raises `BibliographyRefused`."""
    try:
        items = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise BibliographyRefused(
            _("This is not CSL-JSON: {problem}. Nothing was imported.").format(problem=error)
        ) from error
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise BibliographyRefused(
            _("This is not CSL-JSON, which is a list of works. Nothing was imported.")
        )
    return [_work(item) for item in items]


def write_csl(rows: Iterable[tuple[str, Work]]) -> str:
    """Works with their keys as CSL-JSON."""
    items = [_item(key, work) for key, work in rows]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _work(item: Mapping[str, Any]) -> Work:
    return Work(
        title=_text(item, "title"),
        authors=tuple(_name(name) for name in _list(item, "author")),
        year=_year(item),
        kind=_TYPES.get(_text(item, "type"), SourceKind.OTHER),
        published=_text(item, "container-title") or _text(item, "publisher"),
        doi=_text(item, "DOI"),
        url=_text(item, "URL"),
        note=_text(item, "note"),
        read_on=_day(item.get("accessed")),
    )


def _item(key: str, work: Work) -> dict[str, Any]:
    place = "container-title" if work.kind in _IN_CONTAINER else "publisher"
    item: dict[str, Any] = {
        "id": key,
        "type": _KINDS[work.kind],
        "title": work.title,
        "author": [_split(name) for name in work.authors],
        place: work.published,
        "DOI": work.doi,
        "URL": work.url,
        "note": work.note,
    }
    if work.year.isascii() and work.year.isdigit():
        item["issued"] = {"date-parts": [[int(work.year)]]}
    elif work.year:
        item["issued"] = {"literal": work.year}
    if work.read_on is not None:
        day = work.read_on
        item["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    return {field: value for field, value in item.items() if value}


def _split(name: str) -> dict[str, str]:
    family, comma, given = name.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": name}


def _name(value: Any) -> str:
    if not isinstance(value, dict):
        return ""
    family = " ".join(filter(None, (_text(value, "non-dropping-particle"), _text(value, "family"))))
    given = " ".join(filter(None, (_text(value, "given"), _text(value, "dropping-particle"))))
    return ", ".join(filter(None, (family, given))) or _text(value, "literal")


def _year(item: Mapping[str, Any]) -> str:
    issued = item.get("issued")
    if not isinstance(issued, dict):
        return ""
    parts = _parts(issued)
    return str(parts[0]) if parts else _text(issued, "literal") or _text(issued, "raw")


def _day(value: Any) -> datetime.date | None:
    parts = _parts(value) if isinstance(value, dict) else []
    if len(parts) != 3:
        return None
    try:
        return datetime.date(*parts)
    except (ValueError, OverflowError):
        return None


def _parts(value: Mapping[str, Any]) -> list[int]:
    """The first date in a CSL date, as far as its parts are whole numbers."""
    first = next(iter(_list(value, "date-parts")), None)
    if not isinstance(first, list):
        return []
    texts = [str(part) for part in first[:3]]
    return [int(t) for t in texts if t.isascii() and t.isdigit() and len(t) <= 4]


def _text(item: Mapping[str, Any], field: str) -> str:
    value = item.get(field)
    return str(value) if isinstance(value, str | int | float) else ""


def _list(item: Mapping[str, Any], field: str) -> list[Any]:
    value = item.get(field)
    return value if isinstance(value, list) else []
