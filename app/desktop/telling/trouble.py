"""Known troubles as one sentence for the user."""

from __future__ import annotations

from app.wording import _, refusal


def sentence_of(error: Exception) -> str:
    """The cause and the remedy of a known trouble, or what the system says about a file."""
    from db.errors import Trouble

    if isinstance(error, Trouble):
        return refusal(error)
    if isinstance(error, OSError):
        said = error.strerror or str(error)
        if error.filename is None:
            return _("The system refused: {reason}.").format(reason=said)
        return _("{file} could not be used: {reason}. Choose another place.").format(
            file=error.filename, reason=said
        )
    raise error
