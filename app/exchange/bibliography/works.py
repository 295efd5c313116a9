"""A published work between the register and a reference manager's file."""

import datetime
import re
from dataclasses import dataclass

from app.edits import texts
from app.edits.links import doi_of, is_doi, is_web_address
from app.wording import _
from db.model import LINE_LIMIT, NAME_LIMIT, PROSE_LIMIT, Source, SourceKind, new_id


@dataclass(frozen=True, slots=True)
class Work:
    """What all formats can say of a work; authors as “Family, Given”, or a body's name."""

    title: str
    authors: tuple[str, ...] = ()
    year: str = ""
    kind: SourceKind = SourceKind.OTHER
    published: str = ""
    doi: str = ""
    url: str = ""
    note: str = ""
    read_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Sources read from a file, and sentences on what could not be taken as it was."""

    sources: tuple[Source, ...]
    remarks: tuple[str, ...]


def work_of(source: Source) -> Work:
    """A source of the register as a work."""
    doi = doi_of(source.link)
    return Work(
        title=source.name,
        authors=split_authors(source.authors),
        year=source.year,
        kind=source.kind,
        published=source.published,
        doi=doi,
        url="" if doi else source.link,
        note=source.note,
        read_on=source.read_on,
    )


def source_of(work: Work, remarks: list[str]) -> Source | None:
    """A work as a source of the register, ungraded; None for one without a title.

    What does not fit is shortened or left out, and said in `remarks`.
    """
    title = " ".join(texts.plain_text(work.title).split())
    if not title:
        remarks.append(_("A work without a title was left out."))
        return None
    note = texts.plain_text(work.note).strip()
    if len(title) > NAME_LIMIT:
        remarks.append(
            _("A long title was shortened; it stands in the note: “{title}”").format(
                title=title[: NAME_LIMIT - 1] + "…"
            )
        )
        note = f"{title}\n{note}".strip()
        title = title[: NAME_LIMIT - 1] + "…"
    return Source(
        id=new_id(),
        name=title,
        authors=_line(join_authors(work.authors)),
        year=_line(work.year),
        kind=work.kind,
        published=_line(work.published),
        link=_link(work, title, remarks),
        read_on=work.read_on,
        note=note[:PROSE_LIMIT],
    )


def split_authors(line: str) -> tuple[str, ...]:
    """Names in a line: apart at semicolons, and at “and” where both sides are “Family, Given”."""
    found: list[str] = []
    for part in filter(None, (piece.strip() for piece in line.split(";"))):
        names = [name.strip() for name in re.split(r"\s(?:and|&)\s", part)]
        found += names if all("," in name for name in names) else [part]
    return tuple(found)


def join_authors(names: tuple[str, ...]) -> str:
    """Names as one line, such as “Doe, J. and Roe, R.”."""
    clean = [" ".join(name.replace(";", ",").split()) for name in names]
    clean = [name for name in clean if name]
    if len(clean) > 1 and all("," in name for name in clean):
        return "; ".join(clean[:-1]) + " and " + clean[-1]
    return "; ".join(clean)


def read_day(text: str) -> datetime.date | None:
    """A day written 2025-03-31 or 2025/03/31, as far as it is one; None otherwise."""
    match = re.match(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", text.strip())
    if match is None:
        return None
    try:
        return datetime.date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def _link(work: Work, title: str, remarks: list[str]) -> str:
    doi = doi_of(work.doi) or work.doi.strip()
    if is_doi(doi):
        link = f"https://doi.org/{doi}"
    elif is_web_address(work.url):
        link = work.url.strip()
    else:
        wrong = doi or work.url.strip()
        if wrong:
            sentence = _(
                "“{link}” has not the form of a DOI or web address; “{title}” goes without."
            )
            remarks.append(sentence.format(link=wrong[:80], title=title))
        return ""
    if len(link) > LINE_LIMIT:
        remarks.append(_("The link of “{title}” is too long and was left out.").format(title=title))
        return ""
    return link


def _line(text: str) -> str:
    flat = " ".join(texts.plain_text(text).split())
    return flat if len(flat) <= LINE_LIMIT else flat[: LINE_LIMIT - 1] + "…"
