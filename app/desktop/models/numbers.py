"""Numbers as an officer types and reads them."""

import math
import re
from typing import NamedTuple

from app.analysis.rounding import round_half_away
from app.wording import _
from app.wording.lists import in_a_row
from app.wording.numbers import score, typed

_POINT = "[.,\u066b]"  # \u066b is the decimal separator of Arabic script
NUMBER = rf"(?:\d+(?:{_POINT}\d+)?|{_POINT}\d+)(?:e[+\-−]?\d+)?"
_SIGNED = re.compile(rf"[+\-−]?{NUMBER}", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?:[;/|,،]|-|–|—|−|\.\.\.?|…|\bto\b)?\s*")
_CENTRED = re.compile(
    rf"\s*(?P<likely>[+\-−]?{NUMBER})\s*[(\[]\s*(?P<range>[^)\]]+)[)\]]\s*", re.IGNORECASE
)
NO_JUDGEMENT = frozenset("- – — n/a n.a. na #n/a k.a. s/o s.o. n.d. غ/م".split())  # noqa: SIM905
"""What spreadsheets say where nobody judged."""
_GROUPED = re.compile("\\d[,\u066b]\\d")
_THOUSANDS = re.compile("(?<=\\d)[\u00a0\u2009\u202f\u066c](?=\\d{3}(?!\\d))")
_EITHER = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d,]|\.\d)")
_SPREAD = re.compile(rf"\s*(?P<likely>[+\-−]?{NUMBER})\s*(?:±|\+/?-)\s*(?P<by>{NUMBER})\s*")


class WrongEntry(ValueError):
    """What was typed cannot be read; the message is a sentence for the officer."""


class Entry(NamedTuple):
    """A score as typed; `likely` is None when only a range was given, or nothing at all."""

    likely: float | None
    low: float | None = None
    high: float | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the entry takes the numbers out."""
        return self.likely is None and self.low is None


def read_score(text: str, *, signed: bool = False) -> Entry:
    """Read "50", "40-60", "40 50 60", "50 (40-60)" or "50 ±10".

    Empty text is an empty entry, and so is "–" or "n/a".

    With `signed`, a hyphen straight before a digit and after a space is a minus. Raises
    `WrongEntry` with a sentence.
    """
    text = _without_groups(text)
    if not text or text.casefold() in NO_JUDGEMENT:
        return Entry(None)
    if (found := _SPREAD.fullmatch(text)) is not None:
        middle, by = _number(found["likely"]), _number(found["by"])
        return Entry(middle, middle - by, middle + by)
    if (found := _CENTRED.fullmatch(text)) is not None:
        ends = _numbers(found["range"], signed=signed)
        if len(ends) != 2:
            raise _unreadable(text)
        return _ordered(Entry(_number(found["likely"]), *ends))
    numbers = _numbers(text, signed=signed)
    if len(numbers) == 1:
        return Entry(numbers[0])
    if len(numbers) == 2:
        return _ordered(Entry(None, *numbers))
    if len(numbers) == 3:
        low, likely, high = numbers
        return _ordered(Entry(likely, low, high))
    raise _unreadable(text)


def read_number(text: str) -> float:
    """Read one number, with a point or a comma before its decimals. Raises `WrongEntry`."""
    plain = _without_groups(text)
    if _SIGNED.fullmatch(plain) is None:
        raise WrongEntry(
            _("“{text}” is not a number. Type a number such as 55.").format(text=_short(text))
        )
    return _number(plain)


def show_number(number: float) -> str:
    """A number for a narrow place: at most two decimals."""
    return score(round_half_away(number, 2))


def _without_groups(text: str) -> str:
    """A text whose thousands are not set apart, as spreadsheets do with spaces that do not break.

    Raises `WrongEntry` for a comma that could do that as well as stand before decimals.
    """
    plain = _THOUSANDS.sub("", text.strip())
    unsure = _EITHER.search(plain) if typed(0.5) == "0.5" else None
    if unsure is not None:
        raise WrongEntry(
            _(
                "“{text}” could be {small} or {large}. Type it without the comma, or with a "
                "point before the decimals."
            ).format(
                text=unsure[0],
                small=typed(float(unsure[0].replace(",", "."))),
                large=unsure[0].replace(",", ""),
            )
        )
    return plain


def _numbers(text: str, *, signed: bool) -> list[float]:
    """Numbers one after another; a lone comma between digits stands before decimals."""
    if len(_GROUPED.findall(text)) > 1 and not re.search(r"[\s;/|–-]", text):
        text = re.sub("[,\u066b]", ";", text)
    numbers: list[float] = []
    at = 0
    while at < len(text):
        if numbers:
            at = _after_separator(text, at, signed=signed)
        found = _SIGNED.match(text, at)
        if found is None:
            raise _unreadable(text)
        numbers.append(_number(found[0]))
        at = found.end()
    return numbers


def _after_separator(text: str, at: int, *, signed: bool) -> int:
    found = _SEPARATOR.match(text, at)
    assert found is not None  # every part of the pattern may be empty
    if signed and re.fullmatch(r"\s+[-−]", found[0]):
        return found.end() - 1
    if found.end() == at:
        raise _unreadable(text)
    return found.end()


def _number(text: str) -> float:
    number = float(re.sub("[,\u066b]", ".", text.replace("−", "-")))
    if not math.isfinite(number) or abs(number) > 1e15:
        raise WrongEntry(_("“{text}” is too large to be a score.").format(text=_short(text)))
    return number


def _ordered(entry: Entry) -> Entry:
    stated = [x for x in (entry.low, entry.likely, entry.high) if x is not None]
    if stated != sorted(stated):
        raise WrongEntry(
            _("A range runs from low over likely to high: {numbers} is not in that order.").format(
                numbers=in_a_row(show_number(x) for x in stated)
            )
        )
    return entry


def _unreadable(text: str) -> WrongEntry:
    return WrongEntry(
        _("“{text}” is not a score. Type a number such as 55, or a range such as 40-60.").format(
            text=_short(text)
        )
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
