"""A document after one more edit, for those who change a file without opening a window."""

from datetime import datetime

from .difference import difference
from .document import Document, Revision, Session, new_session_id
from .model import Assessment


def continued(
    document: Document, after: Assessment, *, author: str, when: datetime, label: str
) -> Document:
    """The document with `after` as its assessment, and the revision that led there.

    The revision belongs to a session of its own. Nothing changed: the very document.
    """
    changes = difference(document.assessment, after)
    if not changes:
        return document
    session = Session(id=new_session_id(), author=author, seen=1)
    revision = Revision(
        number=document.head + 1,
        session=session.id,
        counter=1,
        parent=document.head or None,
        time=int(when.timestamp()),
        label=label,
        changes=changes,
    )
    return Document(
        assessment=after,
        sessions=(*document.sessions, session),
        revisions=(*document.revisions, revision),
    )
