"""What was recovered of a damaged file and what was not, in sentences."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from .changes.nouns import table_noun
from .language import _, ngettext
from .lists import listed

_NAMED = 5


class Loss(Protocol):
    """What could not be kept of one table: see `db.salvage`."""

    @property
    def table(self) -> str:
        """Its name."""

    @property
    def kept(self) -> int:
        """Rows that were kept."""

    @property
    def left_out(self) -> int:
        """Rows that were seen but do not hold together."""

    @property
    def names(self) -> tuple[str, ...]:
        """What those are called."""

    @property
    def released(self) -> int:
        """Rows kept without something they pointed at."""

    @property
    def unread(self) -> int:
        """Pages that could not be read."""

    @property
    def reordered(self) -> bool:
        """Whether the order may be another."""


def recovery_sentences(losses: Iterable[Loss], uncertain: Sequence[str] = ()) -> tuple[str, ...]:
    """What an officer must know of an assessment that was recovered.

    `uncertain` are the tables that the file's own checksums do not vouch for.
    """
    said = [sentence for loss in losses for sentence in _loss_sentences(loss)]
    return (
        *(said or [_("Every part of the assessment could be read.")]),
        _("The history was left behind."),
        _certainty(uncertain),
    )


def _certainty(uncertain: Sequence[str]) -> str:
    if not uncertain:
        return _("What was kept is exactly what was written: the file's own checksums agree.")
    text = _(
        "The file's own checksums do not vouch for these: {nouns}. Words or numbers there may be"
        " other than they were: compare them with a copy, or with what you remember, before you"
        " rely on them. Everything else that was kept is exactly what was written."
    )
    return text.format(nouns=listed([table_noun(name) for name in uncertain]))


def _loss_sentences(loss: Loss) -> Iterable[str]:
    noun = table_noun(loss.table)
    if loss.table in ("decision", "brief"):
        yield from _single_sentences(loss, noun)
        return
    if loss.unread:
        text = ngettext(
            "{noun}: part could not be read; {count} was kept.",
            "{noun}: part could not be read; {count} were kept.",
            loss.kept,
        )
        yield text.format(noun=noun, count=loss.kept)
    if loss.left_out:
        text = ngettext(
            "{noun}: {count} was damaged, or belonged to something damaged, and was left"
            " out{names}.",
            "{noun}: {count} were damaged, or belonged to something damaged, and were left"
            " out{names}.",
            loss.left_out,
        )
        yield text.format(noun=noun, count=loss.left_out, names=_names(loss.names))
    if loss.released:
        text = ngettext(
            "{noun}: {count} was kept without something lost that it referred to.",
            "{noun}: {count} were kept without something lost that they referred to.",
            loss.released,
        )
        yield text.format(noun=noun, count=loss.released)
    if loss.reordered:
        yield _("{noun}: the order may be another than it was.").format(noun=noun)


def _single_sentences(loss: Loss, noun: str) -> Iterable[str]:
    if loss.table == "decision" and not loss.kept:
        yield _(
            "The decision itself could not be read: its title is the name of the file, and its"
            " marking is the strictest there is until you set the right one."
        )
    elif not loss.kept:
        yield _("{noun}: could not be read and is empty.").format(noun=noun)
    elif loss.released:
        yield _("{noun}: kept without something lost that it referred to.").format(noun=noun)


def _names(names: Sequence[str]) -> str:
    if not names:
        return ""
    shown = [_("“{name}”").format(name=name) for name in names[:_NAMED]]
    if len(names) > _NAMED:
        more = len(names) - _NAMED
        shown.append(ngettext("{count} more", "{count} more", more).format(count=more))
    return _(" ({names})").format(names=listed(shown))
