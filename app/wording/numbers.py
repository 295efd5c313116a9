"""Numbers as they are shown: rounded once, the same everywhere, as the language writes them."""

from .language import _, is_right_to_left, language

_DECIMAL_MARKS = {"en": ".", "fr": ",", "ar": "."}
_LEFT_TO_RIGHT = "\u200e"
"""Keeps a sign before its number where the text around runs the other way."""

MINUS = "\u2212"
"""The sign that numbers have where they are read; typed and stored ones have the hyphen."""


USUAL_DIGITS = 1
_digits = USUAL_DIGITS


def use_digits(digits: int) -> None:
    """Show values and shares with so many decimal places from now on, where nothing else is said.

    It is the window's setting: the command line and the brief keep the usual one.
    """
    global _digits  # noqa: PLW0603 - one setting of the whole process, as its language is
    _digits = digits


def points(value: float, digits: int | None = None) -> str:
    """A value on the 0–100 scale, such as “53.6”."""
    shown = _digits if digits is None else digits
    return _localised(f"{_rounded(value, shown):.{shown}f}")


def signed(value: float) -> str:
    """A difference of values with its sign, such as “+6.1”; zero has none."""
    rounded = _rounded(value, _digits)
    return _localised(f"{rounded:+.{_digits}f}" if rounded else f"{0:.{_digits}f}")


def seems_nothing(value: float) -> bool:
    """Whether a difference is shown as zero."""
    return not _rounded(value, _digits)


def percent(share: float, digits: int | None = None) -> str:
    """A share of 1 as a percentage, such as “37.2%”."""
    return _("{number}%").format(number=points(share * 100, digits))


def whole(number: int) -> str:
    """A count with its thousands apart, such as “50 000”."""
    return f"{number:,}".replace(",", "\u202f")


def score(number: float) -> str:
    """A score as somebody stated it: every digit that was typed, and no other."""
    return _localised(_stated(number))


def typed(number: float) -> str:
    """A score as it is typed: the same, with the sign that the keyboard has."""
    return _marked(_stated(number))


def with_sign(number: float) -> str:
    """A stated change with its sign, such as “+5”."""
    return _localised(f"+{_stated(number)}" if number >= 0 else _stated(number))


def _rounded(value: float, digits: int) -> float:
    # Not above: it loads decimal arithmetic, and the window has no number in it at first.
    from app.analysis.rounding import round_half_away

    return round_half_away(value, digits)


def _stated(number: float) -> str:
    return f"{number + 0.0:.15g}"


def _marked(text: str) -> str:
    return text.replace(".", _DECIMAL_MARKS.get(language(), "."))


def _localised(text: str) -> str:
    text = _marked(text).replace("-", MINUS)
    if is_right_to_left(language()) and text[0] in f"+{MINUS}":
        return _LEFT_TO_RIGHT + text
    return text
