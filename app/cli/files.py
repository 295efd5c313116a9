"""Reading and writing the files named on the command line."""

import contextvars
import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.wording import _, refusal
from db import gate
from db.document import Document, Stamp
from db.errors import PasswordNeeded, PublishFailed, Trouble
from db.model import Assessment

from .failure import Failure
from .passwords import given_password, how_to_give_it
from .targets import is_same, require_ordinary, unwritable


def read(path: Path) -> Assessment:
    """The assessment in a file, through the gate; `Failure` with its sentence otherwise."""
    return open_file(path).assessment


def begin_reading(path: Path) -> Callable[[], Assessment]:
    """Begin to read a file while other things are done; the result answers as `read` does."""
    found: list[Assessment | BaseException] = []

    def work() -> None:
        try:
            found.append(read(path))
        except BaseException as error:  # noqa: BLE001 - it is raised where the answer is asked for
            found.append(error)

    def answer() -> Assessment:
        reader.join()
        if isinstance(found[0], BaseException):
            raise found[0]
        return found[0]

    # A thread begins without what is known here, such as the password that was given.
    reader = threading.Thread(target=contextvars.copy_context().run, args=(work,), daemon=True)
    reader.start()
    return answer


def read_document(path: Path) -> Document:
    """The assessment in a file with its history; as `read`."""
    return open_file(path).document


def open_file(path: Path) -> gate.Reading:
    """What came through the gate, with the password that was given if it needs one; as `read`."""
    password = given_password()
    try:
        return gate.read(path, password)
    except PasswordNeeded as needed:
        if password is not None:
            raise Failure(refusal(needed)) from needed
        raise Failure(how_to_give_it(path)) from needed
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble


def open_writable(path: Path) -> gate.Reading:
    """As `open_file`, for a file in which something is to be changed."""
    reading = open_file(path)
    if reading.sealed:
        sentence = _(
            "{path} is under a password and can only be read. Share a copy of it without one, and"
            " change that."
        )
        raise Failure(sentence.format(path=path))
    if not reading.writable:
        sentence = _("{path} was written by a newer program and can only be read.")
        raise Failure(sentence.format(path=path))
    return reading


def write_document(
    document: Document, path: Path, *, force: bool, known: tuple[Path, Stamp] | None
) -> None:
    """Write a document to a file that is not there yet, may be replaced, or is the `known` one."""
    from db import publish

    try:
        if known is not None and is_same(path, known[0]):
            open_writable(path)
            publish.publish(document, path, known[1])
            return
        write_new(document, path, force=force)
    except PublishFailed as failed:
        raise _cannot_publish(path, failed) from failed
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble


def change(path: Path, edit: Callable[[Assessment], Assessment], label: str, author: str) -> None:
    """Put one edit into a file as a revision of its own, never over somebody else's version."""
    from db import publish
    from db.continuing import continued

    try:
        reading = open_writable(path)
        after = edit(reading.assessment)
        document = continued(
            reading.document, after, author=author, when=datetime.now(UTC), label=label
        )
        if document is not reading.document:
            publish.publish(document, path, reading.stamp)
    except PublishFailed as failed:
        raise _cannot_publish(path, failed) from failed
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble


def write_new(assessment: Assessment | Document, path: Path, *, force: bool) -> None:
    """Write an assessment to a file that is not there yet, or may be replaced."""
    from db import publish

    require_ordinary(path)
    try:
        expected = publish.stamp_of(path) if force else None
        if not force and os.path.exists(path):  # noqa: PTH110 - False where the name is impossible
            sentence = _("{path} exists already. Choose another name, or say --force.")
            raise Failure(sentence.format(path=path))
        publish.publish(assessment, path, expected)
    except PublishFailed as failed:
        raise _cannot_publish(path, failed) from failed
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble


def _cannot_publish(path: Path, failed: PublishFailed) -> Failure:
    """The refusal of a command, which has no working copy that it could speak of."""
    cause = failed.__cause__
    if isinstance(cause, OSError | RuntimeError):
        return unwritable(path, cause)
    return Failure(refusal(failed))
