"""What the language guard says of somebody's words, with what to write instead."""

from typing import Protocol

from .language import _


class Remark(Protocol):
    """A word in a text that says more, or less, than an analyst can stand by."""

    @property
    def where(self) -> str:
        """The name of the part of the assessment that holds the text."""

    @property
    def words(self) -> str:
        """The words in question."""

    @property
    def kind(self) -> str:
        """Which rule they break."""

    @property
    def suggestions(self) -> tuple[str, ...]:
        """What could stand in their place."""


def remark_sentence(remark: Remark) -> str:
    """One remark as a sentence; nothing is changed by it."""
    instead = _(" or ").join(f"“{word}”" for word in remark.suggestions)
    text = {
        "other row": _("{where}: “{words}” is not of the one row of likelihoods. Write {instead}."),
        "hedge": _("{where}: “{words}” gives no likelihood. Write {instead}, or what is known."),
        "mixed": _(
            "{where}: confidence and likelihood stand in one sentence (“{words}”). Make two of it."
        ),
    }[remark.kind]
    return text.format(where=remark.where, words=remark.words, instead=instead)
