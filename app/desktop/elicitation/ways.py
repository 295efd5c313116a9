"""The ways of finding weights by asking: what one is asked, how often, and when to take it."""

from __future__ import annotations

from typing import NamedTuple

from app.desktop.elicitation.counts import QUESTIONS_EACH, pairs_asked
from app.wording import _, ngettext


class Way(NamedTuple):
    """A way of asking; its dialog is imported when it is first wanted.

    text: what one is asked; answers: about how many there are to give; tip: when to take it.
    needs_ranking: whether there must be two options at least; most_criteria: with more it is not
    offered.
    """

    id: str
    text: str
    answers: str
    tip: str
    dialog: str
    needs_ranking: bool = False
    most_criteria: int | None = None


def ways(criteria: int = 2) -> tuple[Way, ...]:
    """The ways of asking about so many criteria, the usual one first."""
    pairs = pairs_asked(criteria)
    return (
        Way(
            "swing",
            _("By &swings (recommended): which change you want most, then the others beside it"),
            _answers(criteria),
            _("The usual way: a choice, then a number for each of the others."),
            "SwingDialog",
        ),
        Way(
            "questions",
            _("By &questions: which of two changes is worth more, until first place is settled"),
            _about(QUESTIONS_EACH * criteria),
            _("Take it when numbers are hard to give. You may stop at any answer."),
            "QuestionsDialog",
            needs_ranking=True,
        ),
        Way(
            "ranks",
            _("By &order of importance: the changes in order; a rule makes weights of it"),
            _("1 order"),
            _("Take it when only an order can be agreed."),
            "RanksDialog",
        ),
        Way(
            "pairwise",
            _("By &pairs: how many times as much one change matters as another"),
            _between(criteria - 1, pairs),
            _("Take it when you want a check of consistency."),
            "PairwiseDialog",
        ),
        Way(
            "best_worst",
            _("By the &most and the least important: how many times as much the others matter"),
            _answers(2 * criteria - 1),
            _("A check of consistency too, with fewer questions than by pairs."),
            "BestWorstDialog",
        ),
        Way(
            "tradeoff",
            _("By &trade-offs: how much of one change is worth all of another"),
            _between(criteria - 1, 2 * criteria - 3),
            _("Take it when a scale is in money, days or people."),
            "TradeoffDialog",
        ),
        Way(
            "verbal",
            _("In &words (MACBETH): how welcome each change is, from not at all to extremely"),
            _between(criteria, 2 * criteria - 1),
            _("Take it when numbers are unwelcome."),
            "VerbalDialog",
            most_criteria=16,
        ),
    )


def _answers(count: int) -> str:
    return ngettext("{count} answer", "{count} answers", count).format(count=count)


def _about(count: int) -> str:
    return ngettext("about {count} answer", "about {count} answers", count).format(count=count)


def _between(least: int, most: int) -> str:
    if least >= most:
        return _answers(most)
    return _("{least} to {most} answers").format(least=least, most=most)
