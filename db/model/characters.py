"""Which characters a text may hold, so that it deceives nobody and can be seen."""

import unicodedata
from typing import Final

# Bidirectional overrides and embeddings let one text re-order its surroundings …
FORBIDDEN: Final = frozenset("\u202a\u202b\u202c\u202d\u202e")

# … and so do isolates, unless each is closed in the line where it was opened.
_OPENING: Final = frozenset("\u2066\u2067\u2068")
_CLOSING: Final = "\u2069"
_ISOLATES: Final = _OPENING | {_CLOSING}

_UNSEEN: Final = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # joiners and fillers that count as letters
    + "".join(map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
_UNSEEN_KINDS: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def is_plain(text: str) -> bool:
    """Whether a text is in NFC and holds nothing that a reader cannot see through.

    That is: no control characters (line ends aside), no overrides and no isolates left open.
    """
    if text.isascii() and text.isprintable():
        return True
    return (
        unicodedata.is_normalized("NFC", text)
        and all(map(is_plain_character, set(text)))
        and with_isolates_closed(text) == text
    )


def is_plain_character(character: str) -> bool:
    """Whether a character may stand in a text at all."""
    if character in "\n\t":
        return True
    return unicodedata.category(character) not in ("Cc", "Cs") and character not in FORBIDDEN


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen."""
    return not any(map(is_visible, text))


def is_visible(character: str) -> bool:
    """Whether a character leaves a mark where it stands alone."""
    return character not in _UNSEEN and unicodedata.category(character) not in _UNSEEN_KINDS


def with_isolates_closed(text: str) -> str:
    """The text with every isolate closed at the end of its line, and none closed twice."""
    if _ISOLATES.isdisjoint(text):
        return text
    return "\n".join(map(_closed, text.split("\n")))


def _closed(line: str) -> str:
    kept, depth = [], 0
    for character in line:
        if character == _CLOSING and not depth:
            continue
        depth += (character in _OPENING) - (character == _CLOSING)
        kept.append(character)
    return "".join(kept) + _CLOSING * depth
