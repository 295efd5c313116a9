"""`counterpoise import`: an assessment from JSON."""

import argparse

from app.exchange.json_document import read_json
from app.wording import _
from db.model import InvalidAssessment

from . import files
from .failure import Failure
from .targets import is_same


def run(arguments: argparse.Namespace) -> None:
    """Write the assessment in a JSON document to a new file."""
    if is_same(arguments.source, arguments.file):
        raise Failure(_("the assessment would replace its source. Choose another name for it."))
    try:
        assessment = read_json(files.read_bytes(arguments.source))
    except InvalidAssessment as invalid:
        raise Failure(f"{arguments.source}: {invalid}") from invalid
    files.write_new(assessment, arguments.file, force=arguments.force)
    print(_("{path} is ready.").format(path=arguments.file))
