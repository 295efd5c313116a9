"""`counterpoise new`: a new assessment, empty or from the worked example."""

import argparse

from app.edits import EditRefused
from app.edits.start import fresh_copy, new_assessment
from app.exchange.samples import read_sample
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
    try:
        return new_assessment(arguments.title or arguments.file.stem, arguments.assessor)
    except EditRefused as refused:
        raise Failure(refusal(refused)) from refused
