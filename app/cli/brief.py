"""`counterpoise brief`: the brief as PDF, Word document or Markdown."""

import argparse
import datetime
import sys
from pathlib import Path

from app.brief.blocks import Document
from app.brief.compose import compose, compose_changes, missing_parts, overlong_parts
from app.brief.styling import styled
from app.wording import _
from db.model import Assessment, BriefKind

from . import files
from .brief_sources import house_style, origin_of, shared_copy
from .failure import Failure
from .progress import announcing
from .targets import is_same, put_bytes

FORMATS = (".pdf", ".docx", ".md")


def run(arguments: argparse.Namespace) -> None:
    """Write the brief, and name what it lacks."""
    output: Path = arguments.output
    _refuse_output(arguments)
    assessment = files.read(arguments.file)
    kind = None if arguments.kind is None else BriefKind(arguments.kind)
    style = house_style(arguments.style)
    document = styled(_compose(assessment, kind, arguments.since), style)
    attached = assessment if arguments.attach else None
    with announcing(_("Writing the brief …")):
        written = _write(document, output, attached, arguments.file)
    put_bytes(written, output)
    if arguments.since is None:
        _name_lacking(assessment, kind)
    _name_doubtful_words(assessment)
    print(_("{path} is written.").format(path=output))


def _refuse_output(arguments: argparse.Namespace) -> None:
    output: Path = arguments.output
    read = [arguments.file, *([] if arguments.since is None else [arguments.since])]
    if any(is_same(output, path) for path in read):
        raise Failure(_("the brief would replace the assessment. Choose another name for it."))
    if output.suffix.lower() not in FORMATS:
        sentence = _("a brief is written as {formats}. Let the name of the file end so.")
        raise Failure(sentence.format(formats=", ".join(FORMATS)))
    if arguments.attach and output.suffix.lower() != ".pdf":
        raise Failure(_("only a PDF can carry the assessment. Leave out --attach."))
    if arguments.since is not None and arguments.kind is not None:
        raise Failure(_("--since makes a brief of its own kind. Leave out --kind."))


def _compose(assessment: Assessment, kind: BriefKind | None, since: Path | None) -> Document:
    today = datetime.date.today()  # noqa: DTZ011 - the desk's own day
    if since is None:
        return compose(assessment, today, kind, origin_of(assessment))
    before = files.read(since)
    return compose_changes(before, assessment, today, origin_of(assessment, before))


def _write(document: Document, output: Path, attached: Assessment | None, source: Path) -> bytes:
    if output.suffix.lower() == ".docx":
        from app.brief.docx import write_docx

        return write_docx(document)
    if output.suffix.lower() == ".md":
        from app.brief.markdown import write_markdown

        return write_markdown(document).encode()
    from app.brief.pdf import missing_characters, render

    unknown = missing_characters(document)
    if unknown:
        sentence = _("no font has these characters, shown as boxes: {characters}")
        _warn(sentence.format(characters=" ".join(unknown)))
    return render(document, None if attached is None else shared_copy(attached, source))


def _name_lacking(assessment: Assessment, kind: BriefKind | None) -> None:
    lacking = missing_parts(assessment, kind)
    if lacking:
        _warn(_("the brief goes without {parts}.").format(parts=", ".join(lacking)))
    for sentence in overlong_parts(assessment, kind):
        _warn(sentence)


def _name_doubtful_words(assessment: Assessment) -> None:
    from app.brief.guard import check_typed
    from app.wording.remarks import remark_sentence

    for remark in check_typed(assessment):
        _warn(remark_sentence(remark))


def _warn(sentence: str) -> None:
    print(f"counterpoise: {sentence}", file=sys.stderr)
