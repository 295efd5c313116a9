"""Documents to do harm to."""

import random
from functools import cache

from db.difference import difference
from db.document import Document, Revision, Session
from tests.strategies import edited, grown


@cache
def genuine_document(seed: int = 42, size: int = 4, edits: int = 9) -> Document:
    """A document with scores in it and a history of random edits."""
    chance = random.Random(seed)
    values = [grown(seed, size)]
    session = Session(id=f"{seed:032x}", author="Rosa", seen=edits)
    revisions = []
    for number in range(1, edits + 1):
        values.append(edited(values[-1], chance))
        revisions.append(
            Revision(
                number=number,
                session=session.id,
                counter=number,
                parent=number - 1 or None,
                time=1_700_000_000 + number,
                label=f"Edit {number}",
                changes=difference(*values[-2:]),
            )
        )
    return Document(assessment=values[-1], sessions=(session,), revisions=tuple(revisions))
