"""What follows when only limits of the weights are stated, in sentences."""

import numpy as np

from app.analysis.arrays import FloatArray
from app.analysis.limits import Limited
from app.analysis.model_checks import Check, check_weights
from app.analysis.outcome import Outcome
from app.wording.language import _
from app.wording.lists import listed, series
from app.wording.numbers import percent

from .account import Part, Section
from .model_findings import finding_sentence, remedy_sentence
from .names import criterion_name, option_name, part


def limits_section(outcome: Outcome, found: Limited, ranks: FloatArray) -> Section:
    """What limits of the weights decide, and where the weights are outside a stated order.

    ranks: (criteria,), 1 for the most important, 0 where no order was stated.
    """
    said = [_first_sentence(outcome, found), _never_sentence(outcome, found)]
    said += [_next_sentence(outcome, found), _ranges_sentence(outcome, found)]
    said = [sentence for sentence in said if sentence]
    problem = outcome.problem
    for row in check_weights(problem.likely, problem.shares, stated_ranks=ranks):
        if row.check is Check.OUT_OF_ORDER:
            said.append(f"{finding_sentence(outcome, row)} {remedy_sentence(row)}")
    return Section("limits", _("What do the limits decide?"), (Part("", tuple(said)),))


def _first_sentence(outcome: Outcome, found: Limited) -> str:
    firsts, errors = found.acceptability.first, found.acceptability.rank_error
    text = _("{option} in {share}")
    shown = [
        text.format(option=option_name(outcome, i), share=part(float(firsts[i]), errors[i, 0]))
        for i in np.argsort(-firsts, kind="stable").tolist()
        if firsts[i] > 0.0
    ]
    text = _("Of all weightings within these limits, with scores in their ranges, first is: {who}.")
    return text.format(who=series(shown))


def _never_sentence(outcome: Outcome, found: Limited) -> str:
    never = [option_name(outcome, i) for i, row in enumerate(found.potentials) if not row.optimal]
    text = _("With the scores as they are, no weights within these limits put {options} first.")
    return text.format(options=listed(never)) if never else ""


def _next_sentence(outcome: Outcome, found: Limited) -> str:
    if found.next.certain_winner is not None:
        text = _("With the scores as they are, {option} is first whatever the weights within them.")
        return text.format(option=option_name(outcome, found.next.certain_winner))
    asked = found.next.question
    if asked is None:
        return ""
    text = _("What would tell most: is {first} worth more than {ratio} times {second}?")
    if asked.ratio == 1.0:
        text = _("What would tell most: is {first} worth more than {second}?")
    first, second = criterion_name(outcome, asked.first), criterion_name(outcome, asked.second)
    return text.format(first=first, ratio=f"{asked.ratio:.3g}", second=second)


def _ranges_sentence(outcome: Outcome, found: Limited) -> str:
    text = _("{criterion} {low} to {high}")
    ranges = [
        text.format(criterion=criterion_name(outcome, j), low=percent(low), high=percent(high))
        for j, (low, high) in enumerate(zip(found.low.tolist(), found.high.tolist(), strict=True))
    ]
    return _("The limits leave these weights: {ranges}.").format(ranges=series(ranges))
