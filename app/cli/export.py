"""`counterpoise export`: the assessment as JSON."""

import argparse

from app.exchange.json_document import write_json
from app.wording import _

from . import files
from .targets import put_bytes


def run(arguments: argparse.Namespace) -> None:
    """Write the JSON document."""
    put_bytes(write_json(files.read(arguments.file)), arguments.json)
    print(_("{path} is written.").format(path=arguments.json))
