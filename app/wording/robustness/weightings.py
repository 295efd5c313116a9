"""How often options come first over many weightings and scores.

A rank acceptability is a share of weightings. It says nothing about how an option will fare.
"""

import numpy as np

from app.analysis.outcome import Outcome
from app.analysis.robustness import SPREAD
from app.analysis.smaa.indices import Acceptability
from app.wording.language import _
from app.wording.lists import listed
from app.wording.numbers import percent, whole

from .names import criterion_name, leader_of, option_name, part

OFTEN = 0.05
"""An option that comes first in fewer weightings than this is nobody's likely choice."""
_NAMED = 2


def any_weights_sentence(outcome: Outcome, found: Acceptability) -> str:
    """In which share of all weightings the leader comes first, and who else does."""
    leader, rival = leader_of(outcome), _rival(outcome, found)
    if rival is None:
        return ""
    ahead = found.first[rival] > found.first[leader]
    text = (
        _(
            "Over all weightings there are, with scores anywhere in their ranges, {leader} comes "
            "first in {share} of them; {rival} does so more often, in {other}."
        )
        if ahead
        else _(
            "Over all weightings there are, with scores anywhere in their ranges, {leader} comes "
            "first in {share} of them, more than any other option; next is {rival} with {other}."
        )
    )
    return text.format(
        leader=option_name(outcome, leader),
        share=_first(found, leader),
        rival=option_name(outcome, rival),
        other=_first(found, rival),
    )


def near_weights_sentence(outcome: Outcome, found: Acceptability) -> str:
    """In which share of the weightings near the stated ones the leader comes first."""
    if _rival(outcome, found) is None:
        return ""
    leader = leader_of(outcome)
    return _(
        "With every weight within {spread} of the stated one, {leader} comes first in {share} of "
        "the weightings."
    ).format(
        spread=percent(SPREAD, 0), leader=option_name(outcome, leader), share=_first(found, leader)
    )


def stated_weights_sentence(outcome: Outcome, found: Acceptability) -> str:
    """How often the leader comes first when only the scores vary."""
    rival = _rival(outcome, found)
    if rival is None:
        return ""
    if not has_ranges(outcome):
        return _("No score has a range, so the scores are taken to be certain.")
    leader = leader_of(outcome)
    return _(
        "With the weights as stated and every score anywhere in its range, {leader} comes first in "
        "{share} of the combinations of scores; next is {rival} with {other}."
    ).format(
        leader=option_name(outcome, leader),
        share=_first(found, leader),
        rival=option_name(outcome, rival),
        other=_first(found, rival),
    )


def central_weights_sentences(outcome: Outcome, found: Acceptability) -> tuple[str, ...]:
    """Whose choice each other option is that comes first in more than a few weightings."""
    leader = leader_of(outcome)
    order = np.argsort(-found.first, kind="stable").tolist()
    said = []
    for option in order:
        centre = found.central_weights[option]
        if option == leader or centre is None or found.first[option] < OFTEN:
            continue
        gains = np.argsort(-(centre - outcome.problem.shares), kind="stable")[:_NAMED].tolist()
        more = listed([_moved(outcome, j, float(centre[j])) for j in gains])
        text = _("{option} is the choice of those who give more weight to {criteria}.")
        said.append(text.format(option=option_name(outcome, option), criteria=more))
    return tuple(said)


def simulation_note(found: Acceptability) -> str:
    """How the shares were computed."""
    return _(
        "Each share is counted over {samples} combinations drawn at random (seed {seed}: always "
        "the same draw). ± tells by how many percentage points another draw may differ (standard "
        "error). It is a share of weightings or scores and no forecast."
    ).format(samples=whole(found.samples), seed=found.seed)


def has_ranges(outcome: Outcome) -> bool:
    """Whether any score is uncertain: with a range, or missing."""
    problem = outcome.problem
    return bool((problem.high > problem.low).any() or np.isnan(problem.likely).any())


def _rival(outcome: Outcome, found: Acceptability) -> int | None:
    """Whoever else comes first most often; of equals the one that ranks higher."""
    ranked = [outcome.problem.options.index(option) for option in outcome.ranked[1:]]
    return max(ranked, key=lambda option: float(found.first[option]), default=None)


def _first(found: Acceptability, option: int) -> str:
    return part(float(found.first[option]), float(found.rank_error[option, 0]))


def _moved(outcome: Outcome, criterion: int, share: float) -> str:
    return _("{criterion} ({share} on average, now {now})").format(
        criterion=criterion_name(outcome, criterion),
        share=percent(share),
        now=percent(float(outcome.problem.shares[criterion])),
    )
