"""Why something could not be done, in the reader's language."""

from collections.abc import Mapping
from typing import Protocol

from .language import _


class Refusal(Protocol):
    """A known trouble: an English sentence with named places, and what fills them."""

    message: str
    arguments: dict[str, object]


def refusal(error: Refusal) -> str:
    """The sentence of a refused edit or of a trouble with a file."""
    values: Mapping[str, object] = error.arguments
    return _(error.message).format(**values)
