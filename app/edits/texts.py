"""Text as it is kept: normalised, without control characters, within its limit."""

import unicodedata
from collections.abc import Iterable

from db.model import LINE_LIMIT, NAME_LIMIT, PROSE_LIMIT
from db.model.integrity import FORBIDDEN

from .refusal import EditRefused


def plain_text(text: str) -> str:
    """The text in NFC, with plain line ends and without control characters and overrides."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    kept = (
        character
        for character in unicodedata.normalize("NFC", unified.replace("\u2029", "\n"))
        if character in "\n\t"
        or (unicodedata.category(character) not in ("Cc", "Cs") and character not in FORBIDDEN)
    )
    return unicodedata.normalize("NFC", "".join(kept))


def name(text: str, taken: Iterable[str] = ()) -> str:
    """A name fit to be kept: one line, not empty, not among the names `taken` by its siblings.

    Raises `EditRefused`.
    """
    cleaned = " ".join(plain_text(text).split())
    if not cleaned:
        raise EditRefused("A name cannot be empty. Type at least one character.")
    if len(cleaned) > NAME_LIMIT:
        raise EditRefused(
            "A name can have at most {limit} characters; this one has {count}. Shorten it.",
            limit=NAME_LIMIT,
            count=len(cleaned),
        )
    if cleaned.casefold() in {other.casefold() for other in taken}:
        raise EditRefused(
            "There is already one called “{name}” here. Choose another name.", name=cleaned
        )
    return cleaned


def line(text: str, limit: int = LINE_LIMIT) -> str:
    """A short text of one line. Raises `EditRefused` when it is too long."""
    return _within(" ".join(plain_text(text).split()), limit)


def prose(text: str) -> str:
    """A text of any number of lines. Raises `EditRefused` when it is too long."""
    return _within(plain_text(text).strip(), PROSE_LIMIT)


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise EditRefused(
            "This text can have at most {limit} characters; it has {count}. Shorten it.",
            limit=limit,
            count=len(text),
        )
    return text
