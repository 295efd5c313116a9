"""`counterpoise import`: an assessment from JSON."""

import argparse

from app.exchange.json_document import read_json
from app.wording import _
from db.model import InvalidAssessment

from . import files
from .failure import Failure


def run(arguments: argparse.Namespace) -> None:
    """Write the assessment in a JSON document to a new file."""
    try:
        data = arguments.source.read_bytes()
    except OSError as error:
        sentence = _("{path} cannot be read: {problem}.")
        raise Failure(sentence.format(path=arguments.source, problem=error.strerror)) from error
    try:
        assessment = read_json(data)
    except InvalidAssessment as invalid:
        raise Failure(f"{arguments.source}: {invalid}") from invalid
    files.write_new(assessment, arguments.file, force=arguments.force)
    print(_("{path} is ready.").format(path=arguments.file))
