"""What each step is for, what to do there, and one example from the worked example."""

from __future__ import annotations

from typing import NamedTuple

from app.wording import _


class Guidance(NamedTuple):
    """Help with one step."""

    purpose: str
    doing: str
    example: str


def guidance(step: str) -> Guidance | None:
    """Help with a step; None where a step speaks for itself."""
    return {**_first_steps(), **_judging_steps(), **_policy_steps()}.get(step)


def _first_steps() -> dict[str, Guidance]:
    return {
        "decision": Guidance(
            _("Everything else answers the question that is asked here."),
            _(
                "Give a short title, then one question with a question mark. Say who decides and "
                "what the reader has to know. Choose the option against which others are read."
            ),
            _("“How should we deal with the de facto authorities over the next two years?”"),
        ),
        "options": Guidance(
            _("Options are what could be decided, each complete enough to be carried out."),
            _(
                "Add at least two, doing nothing new among them. An option that is out of the "
                "question stays on the list, screened out with its reason."
            ),
            _("“Conditional membership: engage in steps, each tied to a benchmark.”"),
        ),
        "criteria": Guidance(
            _("Criteria are what matters in the choice, in words that can be judged."),
            _(
                "Begin with objectives and divide them until each can be scored. For every "
                "criterion say what its worst and its best would look like."
            ),
            _("“Needs and protection: from ‘civilians bear the cost’ to ‘needs are met’.”"),
        ),
        "evidence": Guidance(
            _("Evidence says why a score is what it is, so that others can check it."),
            _(
                "Add sources, and from each the claims that bear on this decision, in your own "
                "words and with their place. Grade source and claim apart."
            ),
            _("“A usually reliable report (B) with a claim that is probably true (2).”"),
        ),
    }


def _judging_steps() -> dict[str, Guidance]:
    return {
        "scores": Guidance(
            _("A score says how well one option does on one criterion."),
            _(
                "Type a number, or a range where you are not sure: 40-60, or 40 50 60. The "
                "inspector takes the reason and the evidence. What you do not know stays empty."
            ),
            _("“30 50 70: it could go either way, and most likely lands in the middle.”"),
        ),
        "weights": Guidance(
            _("A weight says what a change from worst to best is worth, beside other changes."),
            _(
                "Give 100 to the change you would want most and judge the others against it; or "
                "let yourself be asked (Find by asking). Compare changes, not topics."
            ),
            _("“Half as much as that is 50, even if the topic sounds more important.”"),
        ),
        "results": Guidance(
            _("The ranking with its reasons, and what would have to be different to change it."),
            _(
                "Choose an option to see where its lead comes from. The lines show at which weight "
                "another option would come first."
            ),
            _("“It leads because of three criteria; at a weight of 40% it no longer would.”"),
        ),
        "robustness": Guidance(
            _("How firmly the first place stands when scores and weights are uncertain."),
            _("Look for what could change the winner, and find out more about that first."),
            _("“First in 87 of 100 cases within the stated ranges.”"),
        ),
    }


def _policy_steps() -> dict[str, Guidance]:
    return {
        "actors": Guidance(
            _("Others weigh the same facts differently; their view decides what can be agreed."),
            _("Add an actor and give it weights as it would give them. Nothing is averaged."),
            _("“A neighbour puts security first and would not accept the second option.”"),
        ),
        "scenarios": Guidance(
            _("Futures in which some scores would be different."),
            _("Name a future, say which scores change in it, and see which option bears it best."),
            _("“If the regime divides, channels into all factions are worth more.”"),
        ),
        "conditions": Guidance(
            _("What must hold for an option to work, and the lines that it must not cross."),
            _("Name conditions, benchmarks and red lines; judge each option against the lines."),
            _("“No recognition while no benchmark is met.”"),
        ),
        "challenge": Guidance(
            _("The strongest case against the advice, written by the one who gives it."),
            _("Imagine that it has failed in a year, and say why. Keep dissent with its name."),
            _("“It failed because the partners did not hold together.”"),
        ),
        "history": Guidance(
            _("Who changed what and when, and what became of it when copies were merged."),
            _("Compare with any earlier state; see which change moved the ranking."),
            _("“The winner changed with the third edit of the weights.”"),
        ),
        "brief": Guidance(
            _(
                "What the one who decides reads, made from what stands here: a note of one page, a "
                "memo with its annexes, or a full report."
            ),
            _("Say whom it goes to and what you advise, look at the pages, and export them."),
            _("“We recommend conditional membership, in four steps.”"),
        ),
    }
