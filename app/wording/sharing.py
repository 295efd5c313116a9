"""What somebody who gets a copy would learn from it."""

import enum
import re
from collections.abc import Iterable, Sequence

from db import model

from .changes.values import quoted
from .contests import moment
from .language import LANGUAGES, _, ngettext, speaking
from .lists import listed
from .unnamed import is_unnamed, unnamed

QUOTED = 3
"""So many former texts are quoted, the longest."""


def stand_in(number: int, name: str) -> str:
    """What an assessor is called in a copy without names; one who never gave any is left alone."""
    return name if is_unnamed(name) else _("Assessor {number}").format(number=number)


def personal(assessors: Iterable[str]) -> tuple[str, ...]:
    """The names of assessors that somebody gave."""
    return tuple(name for name in assessors if not is_unnamed(name))


def assessors_said(assessors: Sequence[str], *, stood_in: bool) -> str:
    """What a copy's reader learns of who judges; empty where nobody has a name."""
    if not assessors:
        return ""
    if stood_in:
        text = _("It names no assessor: instead of a name it says {names}.")
        return text.format(names=listed([quoted(name) for name in assessors]))
    return _("It names who judges: {names}.").format(names=listed(assessors))


def decider_said(name: str) -> str:
    """What a copy's reader learns of who decides; empty where nobody is named."""
    return _("It names who decides: {name}.").format(name=quoted(name)) if name else ""


def texts_naming(names: Sequence[str]) -> str:
    """That texts still say names that are left out elsewhere; empty where none do."""
    if not names:
        return ""
    text = _(
        "Its texts still name {names}: find what says so, and reword it where nobody may know."
    )
    return text.format(names=listed(names))


def learns(
    authors: tuple[str, ...], revisions: int, first: int | None, former_texts: int
) -> tuple[str, ...]:
    """What a recipient learns besides the assessment itself.

    first: when the first change was made, in seconds since 1970; None where the copy tells no time.
    """
    if not revisions and not authors:
        return (_("It tells nothing of how the assessment came about."),)
    text = ngettext("It tells {count} past change.", "It tells {count} past changes.", revisions)
    said = [text.format(count=revisions)]
    if authors:
        said.append(_("It names {authors}.").format(authors=listed(authors)))
    else:
        said.append(_("It names nobody who made them."))
    if first is not None:
        said.append(_("It tells when they were made, since {when}.").format(when=moment(first)))
    if former_texts:
        text = ngettext(
            "It holds {count} text that is no longer in the assessment.",
            "It holds {count} texts that are no longer in the assessment.",
            former_texts,
        )
        said.append(text.format(count=former_texts))
    return tuple(said)


def typed_by_somebody(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts without those that the program itself put where nobody had typed anything yet.

    Nor is a number a text, nor what is empty.
    """
    own: set[str] = set()
    for code in LANGUAGES:
        with speaking(code):
            own |= {_("Untitled decision"), _("New criterion"), unnamed()}
    own |= set(LANGUAGES) | {str(choice.value) for kind in _choices() for choice in kind}
    return tuple(
        text
        for text in texts
        if any(letter.isalpha() for letter in text) and re.sub(r"\s*\d+$", "", text) not in own
    )


def _choices() -> list[type[enum.Enum]]:
    """What can be chosen and is kept as a word, such as “judged”: nobody typed it."""
    known = vars(model).values()
    return [kind for kind in known if isinstance(kind, type) and issubclass(kind, enum.Enum)]


def former_sentence(texts: Sequence[str]) -> str:
    """A few of the texts that nobody sees on the pages, in one sentence; empty for none."""
    longest = sorted(texts, key=len, reverse=True)[:QUOTED]
    if not longest:
        return ""
    return _("Among them: {texts}.").format(texts=listed([quoted(text) for text in longest]))
