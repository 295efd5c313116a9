"""`counterpoise sources`: the evidence register to and from reference managers."""

import argparse
import sys
from pathlib import Path

from app.edits import EditRefused
from app.edits.evidence import add_sources
from app.exchange.bibliography import (
    FORMATS,
    BibliographyRefused,
    read_bibliography,
    write_bibliography,
)
from app.wording import _, ngettext, refusal
from db.model import Assessment

from . import files
from .failure import Failure
from .targets import is_same, put_bytes


def run(arguments: argparse.Namespace) -> None:
    """Write the register to a file, or enter a file's works into it."""
    if arguments.export is not None:
        _export(arguments.file, arguments.export, arguments.format)
    else:
        _import(arguments)


def _export(path: Path, out: Path, form: str | None) -> None:
    name = form or _format_of(out)
    if is_same(out, path):
        raise Failure(_("the sources would replace the assessment. Choose another name for them."))
    put_bytes(write_bibliography(files.read(path).sources, name), out)
    print(_("{path} is written.").format(path=out))


def _import(arguments: argparse.Namespace) -> None:
    source = arguments.source
    counts: list[int] = []

    def edit(assessment: Assessment) -> Assessment:
        after = add_sources(assessment, found.sources)
        counts.append(len(after.sources) - len(assessment.sources))
        return after

    try:
        found = read_bibliography(files.read_bytes(source), arguments.format or _format_of(source))
        label = _("Sources from {file}").format(file=source.name)
        files.change(arguments.file, edit, label, arguments.author)
    except BibliographyRefused as refused:
        raise Failure(f"{source}: {refused}") from refused
    except EditRefused as refused:
        raise Failure(f"{source}: {refusal(refused)}") from refused
    for remark in found.remarks:
        print(f"counterpoise: {remark}", file=sys.stderr)
    print(_told(sum(counts), len(found.sources)))


def _told(added: int, read: int) -> str:
    sentence = ngettext("{count} source was added.", "{count} sources were added.", added)
    known = read - added
    told = sentence.format(count=added)
    if known:
        also = ngettext("{count} was there already.", "{count} were there already.", known)
        told += " " + also.format(count=known)
    return told


def _format_of(path: Path) -> str:
    for form in FORMATS:
        if path.suffix.lower() in form.endings:
            return form.name
    known = ", ".join(ending for form in FORMATS for ending in form.endings)
    sentence = _("{path} does not end in any of {known}. Say --format bib, ris or csl.")
    raise Failure(sentence.format(path=path, known=known), status=2)
