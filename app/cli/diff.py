"""`counterpoise diff`: what one file says otherwise than another, and what that does."""

import argparse

from app.wording import _
from app.wording.changes import change_sentences, effect_sentences

from . import files


def run(arguments: argparse.Namespace) -> None:
    """Print the change ledger from the first file to the second, and its effect."""
    before, after = files.read(arguments.before), files.read(arguments.after)
    said = change_sentences(before, after)
    if not said:
        print(_("The two files say the same."))
        return
    print(_("From {before} to {after}:").format(before=arguments.before, after=arguments.after))
    print("\n".join(f"- {sentence}" for sentence in said))
    effects = effect_sentences(before, after)
    if effects:
        print("\n".join(("", _("What it does to the ranking:"), *(f"- {e}" for e in effects))))
