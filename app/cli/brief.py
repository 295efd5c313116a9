"""`counterpoise brief`: the brief as PDF."""

import argparse
import datetime
import sys

from app.brief.compose import compose_memo, missing_parts
from app.wording import _

from . import files
from .failure import Failure


def run(arguments: argparse.Namespace) -> None:
    """Write the brief, and name what it lacks."""
    if arguments.output.resolve() == arguments.file.resolve():
        raise Failure(_("the brief would replace the assessment. Choose another name for it."))
    assessment = files.read(arguments.file)
    from app.brief.pdf import missing_characters, render

    document = compose_memo(assessment, datetime.date.today())  # noqa: DTZ011 - the desk's own day
    files.write_bytes(render(document), arguments.output)
    lacking = missing_parts(assessment)
    if lacking:
        _warn(_("the brief goes without {parts}.").format(parts=", ".join(lacking)))
    unknown = missing_characters(document)
    if unknown:
        sentence = _("no font has these characters, shown as boxes: {characters}")
        _warn(sentence.format(characters=" ".join(unknown)))
    print(_("{path} is written.").format(path=arguments.output))


def _warn(sentence: str) -> None:
    print(f"counterpoise: {sentence}", file=sys.stderr)
