"""The password of the sealed files that a command reads, from the text file that was named."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from app.wording import _

from .failure import Failure
from .other_documents import read_bytes

_command: ContextVar[argparse.Namespace | None] = ContextVar("_command", default=None)


@contextmanager
def password_in(arguments: argparse.Namespace) -> Iterator[None]:
    """Let the password that a command was given open sealed files, as long as this lasts."""
    token = _command.set(arguments)
    try:
        yield
    finally:
        _command.reset(token)


def given_password() -> str | None:
    """The password for sealed files; None where none was named."""
    source: Path | None = getattr(_command.get(), "opened_with", None)
    return None if source is None else read_password(source)


def how_to_give_it(path: Path) -> str:
    """The sentence on a sealed file for which no password was named."""
    option = getattr(_command.get(), "password_option", "--password-file")
    sentence = _(
        "{path} is under a password. Put the password into a text file and name that file with"
        " {option}."
    )
    return sentence.format(path=path, option=option)


def read_password(source: Path) -> str:
    """The password in a text file: all of it but the line end. `Failure` if it is no text."""
    try:
        return read_bytes(source).decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise Failure(_("{path} cannot be read as a text.").format(path=source)) from error
