"""A conflict as it is put before an officer: what was, what each side says, what follows."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple, Protocol

from app.analysis.outcome import Outcome
from app.wording.changes import standing_sentence, tell_effect
from db.model import Assessment

from .conflicts import Place, conflict_title, conflict_values
from .language import _
from .lists import in_a_row


class Contested(Protocol):
    """What disagrees: the cells, and what they said before anybody changed them."""

    @property
    def kind(self) -> str:
        """What is to be decided as a whole."""

    @property
    def places(self) -> tuple[Place, ...]:
        """The cells and rows in question."""

    @property
    def before(self) -> tuple[Any, ...]:
        """What they said before."""


class Claim(NamedTuple):
    """What one side says: who, when (seconds since 1970), the values, and what would follow.

    outcome: the assessment if this side holds; None where it cannot hold as things stand.
    """

    mine: bool
    author: str
    time: int
    values: tuple[Any, ...]
    outcome: Assessment | None


class Offer(NamedTuple):
    """One thing to choose: whose it is, what it says, and what it does to the ranking.

    weight: 2 where it changes who is first, 1 where it moves anything else, 0 where nothing.
    """

    whose: str
    words: str
    effect: str
    possible: bool = True
    weight: int = 0


class Contest(NamedTuple):
    """A conflict in words: what it is about, what was before, and what each side offers."""

    title: str
    before: Offer
    offers: tuple[Offer, ...]

    @property
    def weight(self) -> int:
        """What the weightiest choice does to the ranking."""
        return max(offer.weight for offer in self.offers)


def put_contest(
    assessment: Assessment,
    conflict: Contested,
    claims: Sequence[Claim],
    standing: Outcome | None,
) -> Contest:
    """Put a conflict in words; `assessment` says at its places what they said before.

    standing: its ranking, which all its conflicts are measured against.
    """
    said = conflict_values(assessment, conflict.kind, conflict.places, conflict.before)
    return Contest(
        title=conflict_title(assessment, conflict.kind, conflict.places),
        before=Offer(_("Before"), said, standing_sentence(standing)),
        offers=tuple(_offer(assessment, conflict, claim, standing) for claim in claims),
    )


def contest_lines(contest: Contest) -> tuple[str, ...]:
    """A conflict in a few lines, for a report or a terminal."""
    return (
        contest.title,
        *(
            _("{whose}: {words}. {effect}").format(
                whose=offer.whose, words=offer.words, effect=offer.effect
            )
            for offer in (contest.before, *contest.offers)
        ),
    )


def moment(seconds: int) -> str:
    """A point in time on the reader's clock, such as “2026-03-01 14:05”."""
    return datetime.fromtimestamp(seconds, UTC).astimezone().strftime("%Y-%m-%d %H:%M")


def _offer(
    assessment: Assessment, conflict: Contested, claim: Claim, standing: Outcome | None
) -> Offer:
    whose = _("Mine") if claim.mine else _("Theirs")
    author = claim.author or ("" if claim.mine else _("an unnamed author"))
    about = in_a_row(filter(None, (author, moment(claim.time) if claim.time else "")))
    if about:
        whose = _("{whose} ({about})").format(whose=whose, about=about)
    words = conflict_values(
        assessment, conflict.kind, conflict.places, claim.values, conflict.before
    )
    if claim.outcome is None:
        effect = _("This does not go together with the other changes.")
        return Offer(whose, words, effect, possible=False)
    weight, effects = tell_effect(assessment, claim.outcome, standing)
    return Offer(whose, words, " ".join(effects), weight=weight)
