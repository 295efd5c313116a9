"""`counterpoise history`: what was changed in a file, by whom and when."""

import argparse

from app.wording import _, ngettext
from app.wording.changes import change_sentences
from app.wording.contests import moment
from db.document import Document, Revision
from db.revisions import main_line, state_at

from . import files


def run(arguments: argparse.Namespace) -> None:
    """Print the revisions, the latest first; with --changes what each of them did."""
    document = files.read_document(arguments.file)
    count = len(document.revisions)
    if not count:
        print(_("{path} holds no history.").format(path=arguments.file))
        return
    text = ngettext("{path}: {count} change.", "{path}: {count} changes.", count)
    print(text.format(path=arguments.file, count=count))
    own = {revision.number for revision in main_line(document)}
    for revision in reversed(document.revisions):
        mine = revision.number in own
        print(_line(document, revision, "" if mine else "  "))
        if arguments.changes and mine:
            for sentence in _changes(document, revision):
                print(f"        - {sentence}")


def _line(document: Document, revision: Revision, indent: str) -> str:
    author = next(s.author for s in document.sessions if s.id == revision.session)
    when = moment(revision.time) if revision.time else _("at a time not told")
    label = f"{revision.name} – {revision.label}" if revision.name else revision.label
    if revision.undoes is not None:
        label = _("{label} (takes back {number})").format(label=label, number=revision.undoes)
    return f"{indent}{revision.number:>5}  {when}  {author or _('not named')}  {label}"


def _changes(document: Document, revision: Revision) -> tuple[str, ...]:
    before = state_at(document, revision.parent or 0)
    return change_sentences(before, state_at(document, revision.number))
