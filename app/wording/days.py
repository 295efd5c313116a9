"""Days as officers write them: “15 January 2027”, “15.1.2027”, “15 janv.”, in Arabic digits too."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from .dates import long_date, month_names
from .language import LANGUAGES, _, speaking

_LEVANTINE = (
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
)
"""The months as they are called from Lebanon to Iraq."""
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_PASSING = frozenset("le du au of the de st nd rd th er في يوم من".split())  # noqa: SIM905
"""Words in a date that say nothing of the day."""
_SHORTEST = 3
"""So many letters of a month tell it, where no other begins with them."""


class WrongDay(ValueError):
    """What was typed is no day; the message is a sentence for the officer."""


def read_day(text: str, today: date, *, month_first: bool = False) -> date:
    """The day that a text says.

    Without a year it is the one nearest to today. `month_first`: whether 2/1/2027 is in February,
    as the desk writes it; where only one reading is a day, it is that one.

    Raises:
        WrongDay: it says none.
    """
    try:
        return _read(_folded(text), today, month_first=month_first)
    except (ValueError, OverflowError) as error:
        said = _("“{text}” is not a date. Write it like {example}.")
        raise WrongDay(said.format(text=text, example=long_date(date(2027, 1, 15)))) from error


def _read(text: str, today: date, *, month_first: bool) -> date:
    parts = [part for part in _PARTS.findall(text) if part not in _PASSING]
    numbers = [part for part in parts if part.isdigit()]
    words = [part for part in parts if not part.isdigit()]
    if words:
        return _with_month(_month(" ".join(words)), numbers, today)
    if len(numbers) != 3:
        raise ValueError(text)
    if len(numbers[0]) == 4:
        return date(*map(int, numbers))
    year = _year(numbers[2])
    first, second = int(numbers[0]), int(numbers[1])
    orders = ((first, second), (second, first))
    for month, day in orders if month_first else reversed(orders):
        if month <= 12:
            return date(year, month, day)
    raise ValueError(text)


def _with_month(month: int, numbers: list[str], today: date) -> date:
    """A day of a month that was written as a word, with or without a year."""
    if len(numbers) == 2:
        day, year = numbers if len(numbers[1]) >= len(numbers[0]) else reversed(numbers)
        return date(_year(year), month, int(day))
    (day,) = numbers
    near = (_in_year(year, month, int(day)) for year in (today.year + n for n in (-1, 0, 1)))
    return min((d for d in near if d), key=lambda d: abs((d - today).days))


def _in_year(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 29 February is not in every year
        return None


def _year(digits: str) -> int:
    if len(digits) not in (2, 4):
        raise ValueError(digits)
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _month(word: str) -> int:
    """The month that a word says, whole or by its first letters, in any of the languages."""
    known = tuple(_months())
    whole = {number for number, name in known if name == word}
    begun = {number for number, name in known if len(word) >= _SHORTEST and name.startswith(word)}
    (found,) = whole or begun
    return found


def _months() -> Iterator[tuple[int, str]]:
    for code in LANGUAGES:
        with speaking(code):
            names = month_names()
        yield from enumerate(map(_folded, names), 1)
    yield from enumerate(map(_folded, _LEVANTINE), 1)


def _folded(text: str) -> str:
    """A text without case, accents and marks of direction, its digits as 0 to 9."""
    plain = (
        str(unicodedata.digit(c)) if c.isdecimal() else c
        for c in unicodedata.normalize("NFKD", text.casefold())
        if unicodedata.category(c) not in ("Mn", "Cf")
    )
    return "".join(plain)
