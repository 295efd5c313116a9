"""Whether a brief is what an assessment gives: it is made again and compared byte by byte."""

import argparse
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.brief.blocks import Document
from app.brief.compose import compose, compose_changes
from app.brief.house import ReadStyle
from app.brief.origin import Origin
from app.brief.pdf import render
from app.brief.styling import styled
from app.wording import _
from db.model import Assessment, BriefKind

from . import files
from .brief_sources import house_style, origin_of, shared_copy
from .failure import Failure
from .other_documents import read_bytes


class Stated(NamedTuple):
    """What a brief says about itself."""

    data: bytes
    date: datetime.date
    keywords: str
    attachments: tuple[str, ...]


def verify(assessment: Assessment, arguments: argparse.Namespace) -> str:
    """Make a brief again from an assessment; the sentence that it is the same.

    Raises `Failure` with what differs where it is not.
    """
    brief, path, since = arguments.brief, arguments.file, arguments.since
    stated = _read(brief)
    style = house_style(arguments.style)
    before = None if since is None else files.read(since)
    origin = origin_of(assessment, before)
    name = stated.attachments[0] if stated.attachments else ""
    attachment = shared_copy(assessment, Path(name)) if name else None
    for document in _candidates(assessment, before, stated.date, origin):
        if render(styled(document, style), attachment) == stated.data:
            sentence = _("{brief} is true to {path}: made again, it is the same, byte for byte.")
            return sentence.format(brief=brief, path=path)
    raise Failure(_difference(stated, origin, style).format(brief=brief, path=path))


def _candidates(
    assessment: Assessment, before: Assessment | None, date: datetime.date, origin: Origin
) -> Iterator[Document]:
    """Every brief of that day that the assessment gives."""
    if before is not None:
        yield compose_changes(before, assessment, date, origin)
        return
    for kind in BriefKind:
        yield compose(assessment, date, kind, origin)


def _difference(stated: Stated, origin: Origin, style: ReadStyle | None) -> str:
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
    said = [part for part in parts if part.startswith("style:")]
    if said != ([] if style is None else [f"style:{style.fingerprint}"]):
        return _("{brief} is in another house style, or in none. Say with --style which it is.")
    if [part for part in parts if part not in said] != origin.keywords.split("; "):
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

    data = read_bytes(brief)
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
