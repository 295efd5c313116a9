"""How many of something there are, as a phrase; needs nothing but the language."""

from .language import ngettext


def open_conflicts(count: int) -> str:
    """How many conflicts of a merge wait for a decision."""
    return ngettext("{count} open conflict", "{count} open conflicts", count).format(count=count)
