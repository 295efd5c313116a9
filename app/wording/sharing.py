"""What somebody who gets a copy would learn from it."""

import re
from collections.abc import Iterable, Sequence

from .changes.values import quoted
from .contests import moment
from .language import LANGUAGES, _, ngettext, speaking
from .lists import listed
from .unnamed import unnamed

QUOTED = 3
"""So many former texts are quoted, the longest."""


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
    """The texts without those that the program itself put where nobody had typed anything yet."""
    own: set[str] = set()
    for code in LANGUAGES:
        with speaking(code):
            own |= {_("Untitled decision"), _("New criterion"), unnamed()}
    return tuple(text for text in texts if re.sub(r"\s*\d+$", "", text) not in own)


def former_sentence(texts: Sequence[str]) -> str:
    """A few of the texts that nobody sees on the pages, in one sentence; empty for none."""
    longest = sorted(texts, key=len, reverse=True)[:QUOTED]
    if not longest:
        return ""
    return _("Among them: {texts}.").format(texts=listed([quoted(text) for text in longest]))
