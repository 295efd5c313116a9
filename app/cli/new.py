"""`counterpoise new`: a new assessment, empty, from a template or from the worked example."""

import argparse

from app.edits import EditRefused
from app.edits.start import fresh_copy, new_assessment, start_from
from app.exchange.samples import read_sample
from app.exchange.templates import list_templates, read_template
from app.wording import _, refusal
from db.model import Assessment

from . import files
from .failure import Failure


def run(arguments: argparse.Namespace) -> None:
    """Write the new file."""
    files.write_new(_content(arguments), arguments.file, force=arguments.force)
    print(_("{path} is ready.").format(path=arguments.file))


def _content(arguments: argparse.Namespace) -> Assessment:
    if arguments.sample:
        return fresh_copy(read_sample())
    title, assessor = arguments.title or "", arguments.assessor or ""
    try:
        if arguments.template:
            return start_from(_template(arguments.template), title, assessor)
        return new_assessment(title or arguments.file.stem, assessor or _("Assessor"))
    except EditRefused as refused:
        raise Failure(refusal(refused)) from refused


def _template(name: str) -> Assessment:
    known = [template.name for template in list_templates()]
    if name not in known:
        sentence = _("“{name}” is not a template. There are: {known}.")
        raise Failure(sentence.format(name=name, known=", ".join(known)), status=2)
    return read_template(name)
