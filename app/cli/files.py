"""Reading and writing the files named on the command line."""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.wording import _, refusal
from db import gate
from db.document import Document, Stamp
from db.errors import Trouble
from db.model import Assessment

from .failure import Failure


def read(path: Path) -> Assessment:
    """The assessment in a file, through the gate; `Failure` with its sentence otherwise."""
    try:
        return gate.read(path).assessment
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble


def read_document(path: Path) -> Document:
    """The assessment in a file with its history; as `read`."""
    try:
        return gate.read(path).document
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble


def write_document(
    document: Document, path: Path, *, force: bool, known: tuple[Path, Stamp] | None
) -> None:
    """Write a document to a file that is not there yet, may be replaced, or is the `known` one."""
    from db import publish

    try:
        if known is not None and path.exists() and path.samefile(known[0]):
            publish.publish(document, path, known[1])
            return
        write_new(document, path, force=force)
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble


def change(path: Path, edit: Callable[[Assessment], Assessment], label: str, author: str) -> None:
    """Put one edit into a file as a revision of its own, never over somebody else's version."""
    from db import publish
    from db.continuing import continued

    try:
        reading = gate.read(path)
        if not reading.writable:
            sentence = _("{path} was written by a newer program and can only be read.")
            raise Failure(sentence.format(path=path))
        after = edit(reading.assessment)
        document = continued(
            reading.document, after, author=author, when=datetime.now(UTC), label=label
        )
        if document is not reading.document:
            publish.publish(document, path, reading.stamp)
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble


def read_bytes(path: Path) -> bytes:
    """All of a file that is no assessment."""
    try:
        return path.read_bytes()
    except OSError as error:
        sentence = _("{path} cannot be read: {problem}.")
        raise Failure(sentence.format(path=path, problem=error.strerror or error)) from error


def write_new(assessment: Assessment | Document, path: Path, *, force: bool) -> None:
    """Write an assessment to a file that is not there yet, or may be replaced."""
    from db import publish

    try:
        expected = publish.stamp_of(path) if force else None
        if expected is None and path.exists() and not force:
            sentence = _("{path} exists already. Choose another name, or say --force.")
            raise Failure(sentence.format(path=path))
        publish.publish(assessment, path, expected)
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble


def write_bytes(data: bytes, path: Path) -> None:
    """Put whole bytes in a file: it is the old one or the new one, never half of it."""
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        sentence = _("{path} cannot be written: {problem}. Choose another place.")
        raise Failure(sentence.format(path=path, problem=error.strerror or error)) from error


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
