"""Why one option stands above another, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.wording import _
from app.wording.numbers import percent, points, signed
from app.wording.stops import with_one_stop

from .lists import in_a_row, series

if TYPE_CHECKING:
    from app.analysis.outcome import Outcome
    from app.analysis.weight_lines import WeightLine

MOST_NAMED = 3
UNSEEN = 0.05  # points: below this a difference is shown as 0.0


def rival_of(outcome: Outcome, option: str) -> str | None:
    """Whom an option is read against: the leader, or for the leader the runner-up."""
    ranked = outcome.ranked
    if option != ranked[0]:
        return ranked[0]
    return ranked[1] if len(ranked) > 1 else None


def differences(outcome: Outcome, option: str, rival: str) -> tuple[tuple[str, float], ...]:
    """What each leaf adds to an option beyond what it adds to its rival, largest gain first."""
    found = (
        (leaf, outcome.contribution(option, leaf) - outcome.contribution(rival, leaf))
        for leaf in outcome.problem.criteria
    )
    return tuple(sorted(found, key=lambda pair: -pair[1]))


def reason_sentences(outcome: Outcome, option: str, rival: str) -> tuple[str, ...]:
    """Who is ahead by how much, and which criteria speak for and against that."""
    names = outcome.assessment.option_by_id
    lead = outcome.total(option) - outcome.total(rival)
    first, second = (option, rival) if lead >= 0 else (rival, option)
    gains = differences(outcome, first, second)
    said = [_lead(names[first].name, names[second].name, abs(lead))]
    speaking = [pair for pair in gains if pair[1] >= UNSEEN]
    against = [pair for pair in reversed(gains) if pair[1] <= -UNSEEN]
    if speaking:
        text = _("{option} does better on {criteria}.")
        said.append(text.format(option=names[first].name, criteria=_listed(outcome, speaking)))
    if against:
        text = _("{option} does better on {criteria}.")
        turned = [(leaf, -gain) for leaf, gain in against]
        said.append(text.format(option=names[second].name, criteria=_listed(outcome, turned)))
    return tuple(with_one_stop(sentence) for sentence in said)


def dominance_sentences(outcome: Outcome) -> tuple[str, ...]:
    """Which options lose to another whatever the weights."""
    from app.analysis.dominance import find_dominance

    problem = outcome.problem
    if outcome.prepared.any_missing or len(problem.options) < 2:
        return ()
    weak = find_dominance(problem.likely).weak
    names = outcome.assessment.option_by_id
    text = _("{better} is at least as good as {worse} on every criterion, whatever the weights.")
    return tuple(
        text.format(better=names[problem.options[i]].name, worse=names[problem.options[j]].name)
        for i, j in zip(*weak.nonzero(), strict=True)
    )


def _lead(first: str, second: str, lead: float) -> str:
    if lead < UNSEEN:
        return _("{first} and {second} are level.").format(first=first, second=second)
    return _("{first} is {lead} points ahead of {second}.").format(
        first=first, second=second, lead=points(lead)
    )


def _listed(outcome: Outcome, pairs: list[tuple[str, float]]) -> str:
    names = outcome.assessment.criterion_by_id
    said = [f"{names[leaf].name} ({signed(gain)})" for leaf, gain in pairs[:MOST_NAMED]]
    rest = len(pairs) - len(said)
    if rest:
        return _("{list} and {count} more").format(list=in_a_row(said), count=rest)
    return in_a_row(said)


def crossover_sentence(outcome: Outcome, node: str, line: WeightLine) -> str:
    """Who leads over which shares of weight, as one criterion's share runs from none to all."""
    criterion = outcome.assessment.criterion_by_id[node].name
    names = outcome.assessment.option_by_id
    if not line.movable:
        return _("{criterion} holds all of the weight; no other could take any.").format(
            criterion=criterion
        )
    stretches = []
    for span in line.spans:
        leaders = _(" and ").join(names[outcome.problem.options[i]].name for i in span.leaders)
        stretches.append(
            _("{leader} from {low} to {high}").format(
                leader=leaders, low=percent(span.low), high=percent(span.high)
            )
        )
    return _("With a share of the weight on {criterion}, first is: {list}. Now {now}.").format(
        criterion=criterion, list=series(stretches), now=percent(line.share)
    )
