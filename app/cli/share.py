"""`counterpoise share`: a copy for somebody else, with as much history as they may see."""

import argparse

from app.wording import _, ngettext, refusal
from app.wording.sharing import assessors_said, learns, personal, stand_in, typed_by_somebody
from db.document import Document
from db.errors import Trouble
from db.proof import prove
from db.share import History, contents, share

from . import files
from .failure import Failure
from .passwords import read_password


def run(arguments: argparse.Namespace) -> None:
    """Write the copy, after making sure that what was taken out is not in it."""
    document = files.read_document(arguments.file)
    history = _history(arguments)
    calling = stand_in if arguments.no_names else None
    try:
        shared = share(document, history, calling)
        proof = prove(document, history, calling)
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble
    if proof.hidden:
        raise Failure(
            _("the copy was not written: what should be gone is still in it. Please report this.")
        )
    if arguments.password_file is None:
        files.write_document(shared, arguments.output, force=arguments.force, known=None)
    else:
        _write_sealed(shared, arguments)
    print(_("{path} is written.").format(path=arguments.output))
    if arguments.password_file is not None:
        print(_("It opens with the password only: tell it another way than you send the file."))
    known = contents(shared)
    former = typed_by_somebody(known.former_texts)
    said = learns(known.authors, known.revisions, known.first, len(former))
    judges = assessors_said(personal(known.assessors), stood_in=arguments.no_names)
    print("\n".join(filter(None, (*said, judges))))
    if len(proof.removed) > len(proof.visible):
        text = ngettext(
            "Checked: {count} text was taken out and is not in the file.",
            "Checked: {count} texts were taken out and are not in the file.",
            len(proof.removed) - len(proof.visible),
        )
        print(text.format(count=len(proof.removed) - len(proof.visible)))
    for text in proof.visible:
        print(_("Still said in the assessment itself: “{text}”").format(text=text))


def _write_sealed(document: Document, arguments: argparse.Namespace) -> None:
    """Write the copy under the password in the file that was named."""
    from db.publish import publish, stamp_of

    target, password = arguments.output, read_password(arguments.password_file)
    if target.exists() and not arguments.force:
        sentence = _("{path} exists already. Choose another name, or say --force.")
        raise Failure(sentence.format(path=target))
    try:
        publish(document, target, stamp_of(target), password=password)
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble


def _history(arguments: argparse.Namespace) -> History:
    if arguments.no_history:
        return History.NONE
    return History.ANONYMOUS if arguments.no_names else History.FULL
