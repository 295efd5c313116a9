"""Where two assessors differ, and what of it matters, in sentences."""

from app.analysis.disagreement import Difference, Disagreement
from app.analysis.outcome import Outcome

from .language import _, ngettext
from .lists import option_names
from .numbers import percent, points, signed

Names = tuple[str, str]


def agreement_sentences(mine: Outcome, found: Disagreement, names: Names) -> tuple[str, ...]:
    """Who is first for either, and what the other's scores or weights alone would do."""
    assessment = mine.assessment
    here, there = (option_names(assessment, side) for side in found.leaders)
    who = {"name": names[0], "other": names[1]}
    said = [
        _("Both put {option} first.").format(option=here)
        if set(found.leaders[0]) == set(found.leaders[1])
        else _("{name} puts {mine} first; {other} puts {theirs} first.").format(
            mine=here, theirs=there, **who
        )
    ]
    for leaders, text in (
        (
            found.with_their_scores,
            _("With the scores of {other} and the weights of {name}, {option} is first."),
        ),
        (
            found.with_their_weights,
            _("With the scores of {name} and the weights of {other}, {option} is first."),
        ),
    ):
        if set(leaders) != set(found.leaders[0]):
            said.append(text.format(option=option_names(assessment, leaders), **who))
    said.append(_count(found))
    return tuple(said)


def difference_sentence(mine: Outcome, difference: Difference, names: Names) -> str:
    """One difference: who says what, and what taking theirs would do to the ranking."""
    assessment = mine.assessment
    criterion = assessment.criterion_by_id[difference.criterion].name
    if difference.option is None:
        stated = _("The weight of {criterion}: {mine_name} {mine}, {their_name} {theirs}.").format(
            criterion=criterion,
            mine_name=names[0],
            mine=percent(difference.mine),
            their_name=names[1],
            theirs=percent(difference.theirs),
        )
    else:
        stated = _("{criterion} of {option}: {mine_name} {mine}, {their_name} {theirs}.").format(
            criterion=criterion,
            option=assessment.option_by_id[difference.option].name,
            mine_name=names[0],
            mine=points(difference.mine),
            their_name=names[1],
            theirs=points(difference.theirs),
        )
    return f"{stated} {_consequence(mine, difference)}"


def still_sentence(count: int) -> str:
    """That so many differences do not even move the lead by as much as is shown."""
    return ngettext(
        "{count} more difference moves the lead by less than {step}.",
        "{count} more differences move the lead by less than {step} each.",
        count,
    ).format(count=count, step=points(0.1))


def _count(found: Disagreement) -> str:
    deciding, every = len(found.deciding), len(found.differences)
    if not every:
        return _("They differ in no score and in no weight.")
    if not deciding:
        return ngettext(
            "They differ in {count} judgement, which by itself does not change the first place.",
            "They differ in {count} judgements; none by itself changes the first place.",
            every,
        ).format(count=every)
    return ngettext(
        "They differ in {every} judgement, which could change the first place.",
        "They differ in {every} judgements; {deciding} could change the first place.",
        every,
    ).format(every=every, deciding=deciding)


def _consequence(mine: Outcome, difference: Difference) -> str:
    if difference.decides:
        first = option_names(mine.assessment, difference.leaders)
        if difference.range:
            return _("Within their range, {option} could be first.").format(option=first)
        return _("With theirs, {option} is first.").format(option=first)
    return _("With theirs, the lead changes by {points}.").format(points=signed(difference.effect))
