"""Why an edit could not be done, in the reader's language."""

from app.edits import EditRefused

from .language import _


def refusal(error: EditRefused) -> str:
    """The sentence of a refused edit."""
    return _(error.message).format(**error.arguments)
