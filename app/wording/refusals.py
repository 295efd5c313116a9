"""Why something could not be done, in the reader's language."""

from collections.abc import Mapping
from typing import Protocol

from .language import _
from .numbers import MINUS


class Refusal(Protocol):
    """A known trouble: an English sentence with named places, and what fills them."""

    message: str
    arguments: dict[str, object]


def refusal(error: Refusal) -> str:
    """The sentence of a refused edit or of a trouble with a file."""
    values: Mapping[str, object] = {
        name: _Read(value) if isinstance(value, float) else value
        for name, value in error.arguments.items()
    }
    return _(error.message).format(**values)


class _Read(float):
    """A number in a sentence, with the minus that is read."""

    def __format__(self, how: str) -> str:
        return super().__format__(how).replace("-", MINUS)
