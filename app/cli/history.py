"""`counterpoise history`: what was changed in a file, by whom and when."""

import argparse

from app.wording import _, ngettext, refusal
from app.wording.changes import change_sentences
from app.wording.contests import moment
from db.document import Document, Revision
from db.errors import Trouble
from db.revisions import main_line, named, state_at

from . import files
from .failure import Failure


def run(arguments: argparse.Namespace) -> None:
    """Print the revisions, the latest first; with --changes what each did; or name one."""
    if arguments.name is not None:
        _name(arguments)
        return
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


def _name(arguments: argparse.Namespace) -> None:
    """Give a version its name, in the file."""
    from db.publish import publish

    number, name = arguments.name
    if not number.isdecimal():
        raise Failure(_("“{number}” is no number of a change.").format(number=number))
    reading = files.open_writable(arguments.file)
    try:
        publish(named(reading.document, int(number), name), arguments.file, reading.stamp)
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble
    print(
        _("{path}: change {number} is now “{name}”.").format(
            path=arguments.file, number=number, name=name
        )
    )


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
