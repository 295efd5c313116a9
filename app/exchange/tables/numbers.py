"""Numbers as people write them: decimal points and commas, thousands, percentages."""

import enum
import math
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 60
"""Characters of a number: nobody writes more, and patterns need not look at more."""


class Mark(enum.StrEnum):
    """The mark between whole and parts."""

    POINT = "."
    COMMA = ","


class Written(NamedTuple):
    """A number and whether it was written as a percentage (then in hundredths)."""

    value: float
    percent: bool


_GAPS = " \u00a0\u2009\u202f'’"
_PATTERNS = {
    Mark.POINT: re.compile(
        rf"(?:[1-9][0-9]{{0,2}}(?:[,{_GAPS}][0-9]{{3}})+|[0-9]+)?(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?"
    ),
    Mark.COMMA: re.compile(
        rf"(?:[1-9][0-9]{{0,2}}(?:[.{_GAPS}][0-9]{{3}})+|[0-9]+)?(?:,[0-9]*)?(?:[eE][+-]?[0-9]+)?"
    ),
}
_STARTS = re.compile("[.,]?[0-9]")
_ATTEMPT = re.compile(rf"[+-]?[.,]*[0-9][0-9.,{_GAPS}]*%?")
_OTHER = {Mark.POINT: ",", Mark.COMMA: "."}
# The minus sign, and the Arabic decimal mark, thousands mark and percent sign.
_SAME = str.maketrans({"\u2212": "-", "\u066b": ",", "\u066c": ".", "\u066a": "%"})


def read_number(text: str, mark: Mark) -> Written | None:
    """The number in a text with this decimal mark; None where there is none."""
    plain = _plain(text)
    percent = plain.endswith("%")
    plain = plain.removesuffix("%").strip()
    sign = -1.0 if plain.startswith("-") else 1.0
    plain = plain.removeprefix("-") if sign < 0 else plain.removeprefix("+")
    if not _STARTS.match(plain) or not _PATTERNS[mark].fullmatch(plain):
        return None
    digits = "".join(c for c in plain if c not in _GAPS and c != _OTHER[mark])
    value = sign * float(digits.replace(",", "."))
    return Written(value, percent) if math.isfinite(value) else None


def find_mark(texts: Iterable[str]) -> Mark | None:
    """The decimal mark in which the most of these texts are numbers.

    None where some could be read either way and nothing among them tells which is meant.
    """
    only = dict.fromkeys(Mark, 0)
    doubtful = False
    for text in texts:
        read = {mark: read_number(text, mark) for mark in Mark}
        known = [mark for mark, found in read.items() if found is not None]
        if len(known) == 1:
            only[known[0]] += 1
        elif known and read[Mark.POINT] != read[Mark.COMMA]:
            doubtful = True
    if only[Mark.COMMA] > only[Mark.POINT]:
        return Mark.COMMA
    if only[Mark.POINT] or not doubtful:
        return Mark.POINT
    return None


def looks_like_number(text: str) -> bool:
    """Whether a text is a number in either way of writing."""
    return any(read_number(text, mark) is not None for mark in Mark)


def is_meant_as_number(text: str) -> bool:
    """Whether a text holds nothing but digits and marks, though it may not be a number."""
    return bool(_ATTEMPT.fullmatch(_plain(text)))


def _plain(text: str) -> str:
    if len(text) > LONGEST:
        return ""
    return "".join(
        str(unicodedata.decimal(character, character)) for character in text.strip()
    ).translate(_SAME)
