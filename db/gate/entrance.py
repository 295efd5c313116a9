"""From a path to a document, or to one sentence that says why not."""

from pathlib import Path

import msgspec

from db.declaration import Statement
from db.document import Document, Stamp
from db.errors import FileRefused, NewerVersion
from db.hashing import sha256_hex
from db.layout import FORMAT, StoredRows
from db.migrations import migrated
from db.model import Assessment, InvalidAssessment, check
from db.model.bounds import crowded
from db.reading import MISTYPED, collect
from db.revisions import BrokenHistory, check_history

from .container import check_header, damaged, read_bytes, shown, too_busy
from .process import Overdue, ask_worker
from .seal import opened


class Contents(msgspec.Struct, frozen=True, array_like=True):
    """What was found in an image; a file that we cannot read, or need not, has no rows."""

    said: Statement
    rows: StoredRows
    crowd: tuple[str, int, int] | None
    """The table that holds too many rows, how many those are, and how many it may hold."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What came through the gate."""

    document: Document
    stamp: Stamp
    format: int
    """The format in which it is written; an older one was brought up to ours while reading."""
    writable: bool
    """False where we can read the file but not continue it: it is under a password, or was written
    by a newer program."""
    sealed: bool = False
    """Whether it is under a password."""

    @property
    def assessment(self) -> Assessment:
        """The assessment in the file."""
        return self.document.assessment


def read(path: Path, password: str | None = None) -> Reading:
    """Read a file that may have been made to do harm; it is not touched, nothing is left beside it.

    Raises:
        PasswordNeeded: it is under a password, and this is not the one.
        FileRefused: it is not let in; the message is a sentence for the officer.
    """
    data = read_bytes(path)
    image = opened(path, data, password)
    check_header(path, image)
    try:
        answer = ask_worker(image)
    except Overdue as error:
        raise too_busy(path) from error
    if not answer:
        raise damaged(path)
    try:
        contents = msgspec.msgpack.decode(answer, type=Contents)
    except (msgspec.DecodeError, RecursionError) as error:
        raise damaged(path) from error
    reading = _reading(path, image, contents)
    if image is data:
        return reading
    # What is under a password is read and copied: a plain file is never put in its place.
    return msgspec.structs.replace(reading, stamp=stamp_of(data), writable=False, sealed=True)


def document_in(image: bytes, path: Path) -> Document:
    """The document in an image of our own making, examined in this process.

    Raises:
        FileRefused: it would not be let in.
    """
    from .examination import Refusal, examine  # and apsw, which only the worker needs otherwise

    check_header(path, image)
    try:
        found = examine(image)
    except Refusal as error:
        raise damaged(path) from error
    contents = Contents(Statement(*found.said), found.rows, found.crowd)
    return _reading(path, image, contents).document


def stamp_of(image: bytes) -> Stamp:
    """What is remembered of a file's bytes."""
    return Stamp(len(image), sha256_hex(image))


def _reading(path: Path, image: bytes, contents: Contents) -> Reading:
    said = contents.said
    if said.min_reader > FORMAT:
        raise NewerVersion(
            "“{name}” was written by a newer Counterpoise and cannot be read by this one. Install"
            " the newer version, or ask for a copy in the older format.",
            name=shown(path),
        )
    if contents.crowd is not None:
        raise FileRefused(
            "“{name}” holds more than an assessment can ({reason}), so it was not opened.",
            name=shown(path),
            reason=crowded(*contents.crowd).rstrip("."),
        )
    try:
        document = collect(migrated(contents.rows, said.format))
        check(document.assessment)
        check_history(document)
    except (*MISTYPED, InvalidAssessment, BrokenHistory) as error:
        raise damaged(path) from error
    if document.head != said.head:
        raise damaged(path)
    return Reading(
        document=document,
        stamp=stamp_of(image),
        format=said.format,
        writable=said.min_writer <= FORMAT,
    )
