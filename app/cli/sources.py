"""`counterpoise sources`: the evidence register to and from reference managers."""

import argparse
import sys
from pathlib import Path

from app.edits import EditRefused
from app.edits.evidence import add_sources
from app.exchange.bibliography import (
    FORMATS,
    BibliographyRefused,
    format_of,
    read_bibliography,
    write_bibliography,
)
from app.wording import _, refusal
from app.wording.register import entered_sentence
from db.model import Assessment

from . import files
from .failure import Failure
from .other_documents import read_bytes
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
        found = read_bibliography(read_bytes(source), arguments.format or _format_of(source))
        label = _("Sources from {file}").format(file=source.name)
        files.change(arguments.file, edit, label, arguments.author)
    except BibliographyRefused as refused:
        raise Failure(f"{source}: {refused}") from refused
    except EditRefused as refused:
        raise Failure(f"{source}: {refusal(refused)}") from refused
    for remark in found.remarks:
        print(f"counterpoise: {remark}", file=sys.stderr)
    print(entered_sentence(sum(counts), len(found.sources)))


def _format_of(path: Path) -> str:
    form = format_of(path.name)
    if form is not None:
        return form.name
    known = ", ".join(ending for form in FORMATS for ending in form.endings)
    sentence = _("{path} does not end in any of {known}. Say --format bib, ris or csl.")
    raise Failure(sentence.format(path=path, known=known), status=2)
