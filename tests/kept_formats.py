"""The files of every format that are kept to be opened by every later program.

`python -m tests.kept_formats` writes the one of the present format anew. That is allowed until the
format is released and never afterwards: then a change of the model is a new format.
"""

from pathlib import Path

import msgspec

from db.difference import difference
from db.digest import content_digest
from db.document import Document, Revision, Session
from db.image import build_image
from db.layout import FORMAT
from tests.cases import small_case

FOLDER = Path(__file__).parent / "data" / "formats"


def fixed_document() -> Document:
    """A small assessment with a history of two edits, the second under a name."""
    first = small_case()
    second = retitled(first, "How to deal with them at all")
    third = retitled(second, "How to deal with them – 如何, كيف")
    session = Session(id="5e" * 16, author="Rosa Example", seen=2)
    changes = (difference(first, second), difference(second, third))
    revisions = tuple(
        Revision(
            number=number,
            session=session.id,
            counter=number,
            parent=number - 1 or None,
            time=1_790_000_000 + number,
            label="Change the title",
            name="As sent" if number == 2 else "",
            changes=change,
        )
        for number, change in enumerate(changes, 1)
    )
    return Document(assessment=third, sessions=(session,), revisions=revisions)


def retitled(assessment, title):
    """The assessment with another title."""
    decision = msgspec.structs.replace(assessment.decision, title=title)
    return msgspec.structs.replace(assessment, decision=decision)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    document = fixed_document()
    (FOLDER / f"{FORMAT}.poise").write_bytes(build_image(document))
    digest = content_digest(document)
    (FOLDER / f"{FORMAT}.sha256").write_text(f"{digest}\n", encoding="utf-8", newline="\n")
