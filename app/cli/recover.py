"""`counterpoise recover`: what is readable of a damaged file, as an assessment of its own."""

import argparse

from app.wording import _, refusal
from app.wording.recovery import recovery_sentences
from db.errors import PasswordNeeded, Trouble
from db.salvage import salvage

from . import files
from .failure import Failure
from .passwords import given_password, how_to_give_it


def run(arguments: argparse.Namespace) -> None:
    """Write the copy and say what is not in it; the damaged file stays as it is."""
    try:
        recovery = salvage(arguments.file, _("Recovered: {title}"), given_password())
    except PasswordNeeded as needed:
        told = how_to_give_it(arguments.file) if given_password() is None else refusal(needed)
        raise Failure(told) from needed
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble
    files.write_new(recovery.assessment, arguments.output, force=False)
    print(_("{path} is written.").format(path=arguments.output))
    for sentence in recovery_sentences(recovery.losses, recovery.uncertain):
        print(f"- {sentence}")
