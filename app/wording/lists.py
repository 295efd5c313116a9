"""Several names or parts as one phrase."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from db.model import Assessment

from .language import _, is_right_to_left, language

_MARKS = {"fr": (", ", "\u202f; "), "ar": ("، ", "؛ ")}
"""A language's comma and semicolon between parts, where they are not the English ones."""
RIGHT_TO_LEFT_MARK = "\u200f"
ISOLATED = "\u2068{part}\u2069"
"""Between two foreign names that are not isolated, a comma would run in their direction."""
_DECIMAL_COMMA = re.compile(r"\d,\d")


def in_a_row(parts: Iterable[str]) -> str:
    """“A, B”: parts between commas; between semicolons where numbers hold commas themselves."""
    said = tuple(parts)
    if any(_DECIMAL_COMMA.search(part) for part in said):
        return series(said)
    return _run_on(_marks()[0], said)


def series(parts: Iterable[str]) -> str:
    """“A; B”: parts that may hold commas, told apart as the language does it."""
    return _run_on(_marks()[1], tuple(parts))


def _run_on(mark: str, parts: Sequence[str]) -> str:
    """The parts in the direction of the language, whatever letters they begin and end with."""
    if len(parts) < 2 or not is_right_to_left(language()):
        return mark.join(parts)
    return RIGHT_TO_LEFT_MARK + mark.join(_isolated(part) for part in parts)


def _isolated(part: str) -> str:
    """A part in its own direction: that of a name, or that of words about one."""
    about = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in part)
    return ISOLATED.format(part=RIGHT_TO_LEFT_MARK + part if about else part)


def _marks() -> tuple[str, str]:
    return _MARKS.get(language(), (", ", "; "))


def listed(parts: Sequence[str]) -> str:
    """“A”, “A and B”, “A, B and C”; empty for none."""
    if len(parts) < 2:
        return "".join(parts)
    *others, last = parts
    return _("{others} and {last}").format(others=in_a_row(others), last=last)


def quoted(name: str) -> str:
    """A name in the language's quotation marks."""
    return _("“{name}”").format(name=name)


def option_names(assessment: Assessment, options: Iterable[str]) -> str:
    """The names of options as one phrase."""
    return listed([assessment.option_by_id[option].name for option in options])


def actor_names(assessment: Assessment, actors: Iterable[str]) -> str:
    """The names of perspectives as one phrase; names that hold an “and” are kept apart."""
    names = [assessment.perspective_by_id[actor].name for actor in actors]
    mixed = any(f" {word} " in f" {name} " for name in names for word in (_("and"), ","))
    mixed = mixed or any("," in name for name in names)
    return series(names) if mixed and len(names) > 1 else listed(names)
