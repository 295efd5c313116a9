"""What somebody who gets a copy would learn from it."""

from .contests import moment
from .language import _, ngettext
from .lists import listed


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
