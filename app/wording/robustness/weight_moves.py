"""What the first place withstands when weights move, and which move gives it to another option."""

import numpy as np

from app.analysis.examination import Examination, Stretch
from app.analysis.outcome import Outcome
from app.analysis.potential import Potential, WeightChange
from app.analysis.stability import JointStability
from app.wording.language import _, ngettext
from app.wording.lists import listed, series
from app.wording.numbers import percent, points

from .names import SAYABLE, criterion_name, leader_of, option_name

_NAMED = 4
"""So many moved weights are named; the rest are counted."""


def joint_stability_sentence(outcome: Outcome, found: JointStability) -> str:
    """By how much all weights may be off at once before another option overtakes."""
    if len(outcome.problem.options) < 2:
        return ""
    leader = option_name(outcome, leader_of(outcome))
    if found.rival is None:
        return _("{leader} stays first even if every weight is off by all of itself.").format(
            leader=leader
        )
    rival = option_name(outcome, found.rival)
    if found.change < SAYABLE:
        return _("{leader} and {rival} are level: the least change of a weight decides.").format(
            leader=leader, rival=rival
        )
    return _(
        "Every weight may be off by up to {change} of itself at once before {rival} overtakes "
        "{leader}."
    ).format(change=percent(found.change), rival=rival, leader=leader)


def weight_change_sentences(
    outcome: Outcome, found: tuple[WeightChange | None, ...]
) -> tuple[str, ...]:
    """For every other option the smallest move of weight that makes it first, nearest first."""
    leader = leader_of(outcome)
    changes = [(row, i) for i, row in enumerate(found) if row is not None and i != leader]
    changes.sort(key=lambda pair: pair[0].distance)
    return tuple(_weight_change(outcome, option, change) for change, option in changes)


def never_first_sentence(outcome: Outcome, found: tuple[Potential, ...]) -> str:
    """Which options no weights at all can make first."""
    if len(found) < 2:
        return ""
    never = [i for i, row in enumerate(found) if not row.optimal]
    if not never:
        return _("With the scores as they are, every option is first under some weights.")
    nearest = max(found[i].lead for i in never)
    names = listed([option_name(outcome, i) for i in never])
    text = ngettext(
        "With the scores as they are, {options} cannot be first under any weights: the best other "
        "option stays at least {points} points ahead.",
        "With the scores as they are, {options} cannot be first under any weights: the best other "
        "option stays at least {points} points ahead of each of them.",
        len(never),
    )
    return text.format(options=names, points=points(-nearest))


def stretch_sentence(outcome: Outcome, stretch: Stretch) -> str:
    """Between which shares of weight the first place stays as it is."""
    name = outcome.assessment.criterion_by_id[stretch.node].name
    if stretch.low <= 0.0 and stretch.high >= 1.0:
        text = _("{criterion}: at any share of the weight (now {now})")
    else:
        text = _("{criterion}: from {low} to {high} of the weight (now {now})")
    return text.format(
        criterion=name,
        low=percent(stretch.low),
        high=percent(stretch.high),
        now=percent(stretch.present),
    )


def stretches_sentence(examination: Examination) -> str:
    """The shares of every criterion within which the first place stays: the picture in words."""
    return moves_sentence(examination.outcome, examination.stretches)


def moves_sentence(outcome: Outcome, stretches: tuple[Stretch, ...]) -> str:
    """The same of some criteria alone."""
    if len(outcome.problem.options) < 2:
        return ""
    leader = option_name(outcome, leader_of(outcome))
    said = series(stretch_sentence(outcome, row) for row in stretches)
    return _("{leader} stays first while one weight alone moves within {list}.").format(
        leader=leader, list=said
    )


def _weight_change(outcome: Outcome, option: int, change: WeightChange) -> str:
    moves = change.shares - outcome.problem.shares
    order = np.argsort(-np.abs(moves), kind="stable").tolist()
    telling = [j for j in order if abs(moves[j]) >= SAYABLE]
    named = [_move(outcome, j, float(change.shares[j])) for j in telling[:_NAMED]]
    if len(telling) > _NAMED:
        named.append(_("{count} more").format(count=len(telling) - _NAMED))
    name = option_name(outcome, option)
    if not telling:
        return _("{option} is level with the first place at the weights as they are.").format(
            option=name
        )
    return _("{option} is first once {moved} of the weight has moved: {list}.").format(
        option=name, moved=percent(change.distance / 2.0), list=listed(named)
    )


def _move(outcome: Outcome, criterion: int, share: float) -> str:
    return _("{criterion} from {now} to {share}").format(
        criterion=criterion_name(outcome, criterion),
        now=percent(float(outcome.problem.shares[criterion])),
        share=percent(share),
    )
