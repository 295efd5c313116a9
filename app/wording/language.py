"""The one mechanism of translation for window, command line and brief (GNU gettext).

The window has one language for the whole process (`use_language`). A brief may be in another: what
is said inside `speaking` is said in that language, in this thread (or task) alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol

DOMAIN = "counterpoise"
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"
LANGUAGES = {"en": "English", "fr": "Français", "ar": "العربية"}
"""The languages that everything in a brief can be said in, by code, each in its own name."""

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "prs", "ps", "ug", "ur", "yi"})


class Texts(Protocol):
    """The part of gettext's translations that is used."""

    def gettext(self, message: str, /) -> str:
        """The message in this language."""

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """The message for a count in this language."""


class English:
    """What is said as it is written: the window opens in it without loading gettext."""

    def gettext(self, message: str, /) -> str:
        """The message itself."""
        return message

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """The one of the two that fits the count."""
        return one if count == 1 else many


class Tongue(NamedTuple):
    """A language code and its texts."""

    code: str
    texts: Texts


_everywhere = Tongue("en", English())
_here: ContextVar[Tongue | None] = ContextVar("language", default=None)


def use_language(code: str) -> None:
    """Say everything from now on in a language (such as "fr"); English where there is no text."""
    global _everywhere  # noqa: PLW0603 - the window's language is one setting of the whole process
    _everywhere = _tongue(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Say what is said inside in a language; other threads go on in theirs."""
    token = _here.set(_tongue(code))
    try:
        yield
    finally:
        _here.reset(token)


def language() -> str:
    """The code of the language in which something would be said now."""
    return _spoken().code


def is_right_to_left(code: str) -> bool:
    """Whether a language (a BCP 47 code) is written from right to left."""
    return _primary(code) in _RIGHT_TO_LEFT


def _(message: str) -> str:
    """The message in the current language."""
    return _spoken().texts.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The message for this count in the current language."""
    return _spoken().texts.ngettext(one, many, count)


def _spoken() -> Tongue:
    return _here.get() or _everywhere


def _primary(code: str) -> str:
    return code.replace("_", "-").split("-")[0].lower()


@cache
def _tongue(code: str) -> Tongue:
    """The language of a code; English where there is no catalogue for it."""
    known = _primary(code)
    path = FOLDER / known / "LC_MESSAGES" / f"{DOMAIN}.po"
    if known not in LANGUAGES or not path.exists():
        return Tongue("en", English())
    from .catalogue import read_catalogue

    return Tongue(known, read_catalogue(path))
