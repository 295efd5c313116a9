"""The one mechanism of translation for window, command line and brief (GNU gettext)."""

import gettext
from pathlib import Path

DOMAIN = "counterpoise"
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"

_current: gettext.NullTranslations = gettext.NullTranslations()


def use_language(code: str) -> None:
    """Say everything from now on in a language (such as "fr"); English where there is no text."""
    global _current  # noqa: PLW0603 - the language is the one setting of the whole process
    _current = gettext.translation(DOMAIN, FOLDER, languages=[code], fallback=True)


def _(message: str) -> str:
    """The message in the current language."""
    return _current.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The message for this count in the current language."""
    return _current.ngettext(one, many, count)
