"""Whether a brief is what an assessment gives: it is made again and compared byte by byte."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.brief.blocks import Document
from app.brief.compose import compose, compose_changes
from app.brief.origin import Origin
from app.brief.pdf import render
from app.wording import _
from db.model import Assessment, BriefKind

from . import files
from .brief_sources import origin_of, shared_copy
from .failure import Failure


class Stated(NamedTuple):
    """What a brief says about itself."""

    data: bytes
    date: datetime.date
    keywords: str
    attachments: tuple[str, ...]


def verify(brief: Path, assessment: Assessment, path: Path, since: Path | None) -> str:
    """Make a brief again from the assessment at `path`; the sentence that it is the same.

    Raises `Failure` with what differs where it is not.
    """
    stated = _read(brief)
    before = None if since is None else files.read(since)
    origin = origin_of(assessment, before)
    name = stated.attachments[0] if stated.attachments else ""
    attachment = shared_copy(assessment, Path(name)) if name else None
    for document in _candidates(assessment, before, stated.date, origin):
        if render(document, attachment) == stated.data:
            sentence = _("{brief} is true to {path}: made again, it is the same, byte for byte.")
            return sentence.format(brief=brief, path=path)
    raise Failure(_difference(stated, origin).format(brief=brief, path=path))


def _candidates(
    assessment: Assessment, before: Assessment | None, date: datetime.date, origin: Origin
) -> Iterator[Document]:
    """Every brief of that day that the assessment gives."""
    if before is not None:
        yield compose_changes(before, assessment, date, origin)
        return
    for kind in BriefKind:
        yield compose(assessment, date, kind, origin)


def _difference(stated: Stated, origin: Origin) -> str:
    """Why a brief is not what the assessment gives, as far as it says so itself."""
    parts = stated.keywords.split("; ")
    if f"sha256:{origin.fingerprint}" not in parts:
        return _(
            "{brief} was not made from {path} as it is now: it states the fingerprint of another "
            "assessment, or none."
        )
    if any(part.startswith("since:") for part in parts) != bool(origin.since):
        return _(
            "{brief} tells what changed between two states. Say with --since which the earlier is."
        )
    if stated.keywords != origin.keywords:
        return _(
            "{brief} states the fingerprint of {path}, but other versions or another earlier "
            "state. It cannot be told here whether it was altered."
        )
    return _(
        "{brief} states the fingerprint of {path} but is not what that gives: it was altered after "
        "it was made."
    )


def _read(brief: Path) -> Stated:
    import pypdfium2

    data = files.read_bytes(brief)
    try:
        pdf = pypdfium2.PdfDocument(data)
        created = pdf.get_metadata_value("CreationDate")
        date = datetime.datetime.strptime(created[2:10], "%Y%m%d").date()  # noqa: DTZ007 - a day
        names = tuple(pdf.get_attachment(i).get_name() for i in range(pdf.count_attachments()))
        keywords = pdf.get_metadata_value("Keywords")
        pdf.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        sentence = _("{path} is no brief: it is not a PDF with a date.")
        raise Failure(sentence.format(path=brief)) from error
    return Stated(data, date, keywords, names)
