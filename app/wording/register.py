"""What came of entering documents into the register, as a sentence."""

from .language import ngettext


def entered_sentence(added: int, read: int) -> str:
    """How many sources of a bibliography were added, and how many were known already."""
    told = ngettext("{count} source was added.", "{count} sources were added.", added).format(
        count=added
    )
    known = read - added
    if not known:
        return told
    also = ngettext("{count} was there already.", "{count} were there already.", known)
    return f"{told} {also.format(count=known)}"
