"""Text as it is kept: normalised, without control characters, within its limit."""

import re
import unicodedata
from collections.abc import Iterable

from db.model import LINE_LIMIT, NAME_LIMIT, PROSE_LIMIT
from db.model.characters import is_blank, is_plain_character, is_visible, with_isolates_closed

from .refusal import EditRefused

# A no-break space is typed on purpose (“10 km”, “Quoi ?”) and stays what it is.
_GAP = re.compile(r"[ \t\n]+")
_LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def plain_text(text: str) -> str:
    """The text in NFC, with plain line ends and without control characters and overrides.

    Isolates are closed; a text of which nothing can be seen is none.
    """
    unified = _LINE_END.sub("\n", text)
    kept = "".join(filter(is_plain_character, unicodedata.normalize("NFC", unified)))
    closed = with_isolates_closed(unicodedata.normalize("NFC", kept))
    return "" if is_blank(closed) else closed


def name(text: str, taken: Iterable[str] = ()) -> str:
    """A name fit to be kept: one line, not empty, not among the names `taken` by its siblings.

    Raises `EditRefused`.
    """
    cleaned = _one_line(text)
    if not _likeness(cleaned):
        raise EditRefused("A name cannot be empty. Type at least one character.")
    if len(cleaned) > NAME_LIMIT:
        raise EditRefused(
            "A name can have at most {limit} characters; this one has {count}. Shorten it.",
            limit=NAME_LIMIT,
            count=len(cleaned),
        )
    if _likeness(cleaned) in map(_likeness, taken):
        raise EditRefused(
            "There is already one called “{name}” here. Choose another name.", name=cleaned
        )
    return cleaned


def line(text: str, limit: int = LINE_LIMIT) -> str:
    """A short text of one line. Raises `EditRefused` when it is too long."""
    return _within(_one_line(text), limit)


def prose(text: str) -> str:
    """A text of any number of lines. Raises `EditRefused` when it is too long."""
    return _within(plain_text(text).strip(), PROSE_LIMIT)


def _one_line(text: str) -> str:
    return _GAP.sub(" ", plain_text(text)).strip()


def _likeness(text: str) -> str:
    """What two names that look alike have in common: no case, no width, nothing invisible."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    visible = "".join(c for c in folded if c.isspace() or is_visible(c))
    return " ".join(visible.split())


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise EditRefused(
            "This text can have at most {limit} characters; it has {count}. Shorten it.",
            limit=limit,
            count=len(text),
        )
    return text
