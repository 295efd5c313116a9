"""Which formats there are, and the door through which a file comes in."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from app.wording import _
from db.model import Source

from .refused import BibliographyRefused
from .works import Bibliography, source_of, work_of

SIZE_LIMIT = 2_000_000
"""Bytes: some five thousand works."""
WORK_LIMIT = 5_000


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the name that is typed, how it is called, and how its files end."""

    name: str
    title: str
    endings: tuple[str, ...]


FORMATS = (
    Format("bib", "BibTeX", (".bib", ".bibtex")),
    Format("ris", "RIS", (".ris",)),
    Format("csl", "CSL-JSON", (".json", ".csljson")),
)


def format_of(file_name: str) -> Format | None:
    """The format that a file's ending stands for; None for an ending of none of them."""
    name = file_name.casefold()
    return next((form for form in FORMATS if name.endswith(form.endings)), None)


def read_bibliography(data: bytes, name: str) -> Bibliography:
    """The works in a file as sources, ungraded and with keys of their own.

    name: of one of `FORMATS`. Raises `BibliographyRefused` with a sentence for what is too large,
    not text, holds control characters, or is not of the format.
    """
    text = _as_text(data)
    if name == "bib":
        from .bibtex import read_bibtex as read
    elif name == "ris":
        from .ris import read_ris as read
    else:
        from .csl import read_csl as read
    works = read(text)
    if not works:
        raise BibliographyRefused(
            _("There is no work in this file. Check that it has the chosen format.")
        )
    if len(works) > WORK_LIMIT:
        raise BibliographyRefused(
            _("This file has {count} works; at most {limit} are taken. Split it.").format(
                count=len(works), limit=WORK_LIMIT
            )
        )
    remarks: list[str] = []
    found = (source_of(work, remarks) for work in works)
    return Bibliography(tuple(row for row in found if row is not None), tuple(remarks))


def write_bibliography(sources: Iterable[Source], name: str) -> bytes:
    """Sources as a file of one of `FORMATS`, in UTF-8; equal sources give equal bytes."""
    rows = [(source.id, work_of(source)) for source in sources]
    if name == "bib":
        from .bibtex import write_bibtex as write
    elif name == "ris":
        from .ris import write_ris as write
    else:
        from .csl import write_csl as write
    return write(rows).encode()


def _as_text(data: bytes) -> str:
    if len(data) > SIZE_LIMIT:
        raise BibliographyRefused(
            _("This file is too large: at most {limit} megabytes are read.").format(
                limit=SIZE_LIMIT // 1_000_000
            )
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BibliographyRefused(
            _("This file is not text in UTF-8. Export it again in that encoding.")
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in set(text)):
        raise BibliographyRefused(
            _("This file holds control characters, so it is no bibliography.")
        )
    return text
