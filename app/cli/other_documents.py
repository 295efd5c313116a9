"""Reading what is no assessment: passwords, answers, briefs, tables and decisions of others."""

from pathlib import Path
from typing import Final

from app.wording import _

from .failure import Failure

LARGEST: Final = 256 * 2**20
"""Bytes of the largest document in another format that is looked at."""


def read_bytes(path: Path) -> bytes:
    """All of a file that is no assessment."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        sentence = _("{path} cannot be read: {problem}.")
        raise Failure(sentence.format(path=path, problem=error.strerror or error)) from error
    if len(data) > LARGEST:
        sentence = _("{path} is larger than {limit} MB and was not read.")
        raise Failure(sentence.format(path=path, limit=LARGEST // 2**20))
    return data
