"""What is known of a file besides what it says: format, fingerprint, history, open conflicts."""

from app.wording import _, ngettext
from app.wording.conflicts import conflict_title
from app.wording.counts import open_conflicts
from app.wording.lists import listed
from db.digest import content_digest
from db.document import Document
from db.gate import Reading
from db.merge import standing


def file_lines(reading: Reading) -> list[str]:
    """One line for each fact, and one for each open conflict."""
    document = reading.document
    return [
        _("Format: {format}").format(format=f"{reading.format // 100}.{reading.format % 100:02}"),
        *_limits(reading),
        _("Fingerprint: {digest}").format(digest=content_digest(document)),
        _history(document),
        *_open(document),
    ]


def _limits(reading: Reading) -> list[str]:
    """What cannot be done with the file."""
    if reading.sealed:
        return [_("It is under a password, so it can only be read.")]
    if not reading.writable:
        return [_("It was written by a newer program, so it can only be read.")]
    return []


def _history(document: Document) -> str:
    authors = sorted({session.author for session in document.sessions} - {""})
    count = len(document.revisions)
    if not count:
        return _("History: none.")
    text = ngettext(
        "History: {count} change by {authors}.", "History: {count} changes by {authors}.", count
    )
    return text.format(count=count, authors=listed(authors) or _("nobody named"))


def _open(document: Document) -> list[str]:
    conflicts = standing(document).conflicts
    if not conflicts:
        return [_("No open conflicts.")]
    return [
        f"{open_conflicts(len(conflicts))}:",
        *(
            f"- {conflict_title(document.assessment, conflict.kind, conflict.places)}"
            for conflict in conflicts
        ),
    ]
