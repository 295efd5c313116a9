"""The ranking's verdict and what would change it, as sentences."""

from app.analysis.firmness import CLOSE, NEAR, Doubt, Firmness, Flip, Standing, Verdict
from db.model import Assessment
from db.model.tree import children

from .language import _, ngettext
from .lists import in_a_row, listed, series
from .numbers import percent, points, signed
from .stops import with_one_stop

MOST_PARTS = 3


def verdict_sentence(outcome: Standing, verdict: Verdict) -> str:
    """Who leads, by how much, and how firmly."""
    if len(outcome.leaders) > 1:
        return with_one_stop(f"{_tie(outcome, verdict)} {_gaps(verdict)}".strip())
    return with_one_stop(f"{_lead(outcome, verdict)} {_firmness(outcome, verdict)}".strip())


def lead_reason_sentence(outcome: Standing, verdict: Verdict) -> str:
    """Which parts of the value tree make the lead over the second, and which work against it."""
    if verdict.runner_up is None or len(outcome.leaders) > 1:
        return ""
    assessment = outcome.assessment
    gains = {
        row.id: outcome.contribution(verdict.leader, row.id)
        - outcome.contribution(verdict.runner_up, row.id)
        for row in children(assessment, None)
    }
    shown = {node: gain for node, gain in gains.items() if points(gain) != points(0.0)}
    largest = sorted(shown, key=lambda node: -abs(shown[node]))[:MOST_PARTS]
    parts = [
        _("{criterion} ({points})").format(
            criterion=assessment.criterion_by_id[node].name, points=signed(shown[node])
        )
        for node in largest
    ]
    if not parts:
        return ""
    return _("Where {leader} and {runner_up} differ most, in points: {parts}.").format(
        leader=_name(outcome, verdict.leader),
        runner_up=_name(outcome, verdict.runner_up),
        parts=series(parts),
    )


def flip_sentence(assessment: Assessment, winner: str, flip: Flip) -> str:
    """At which share of weight another option takes the lead."""
    digits = _telling_digits(flip)
    values = {
        "winner": assessment.option_by_id[winner].name,
        "criterion": assessment.criterion_by_id[flip.node].name,
        "at": percent(flip.at, digits),
        "now": percent(flip.present, digits),
        "leader": assessment.option_by_id[flip.leader].name,
    }
    if flip.at >= flip.present:
        text = _(
            "{winner} stays first unless {criterion} takes more than {at} of the weight "
            "(now {now}); beyond that {leader} leads."
        )
    else:
        text = _(
            "{winner} stays first unless {criterion} falls below {at} of the weight "
            "(now {now}); below that {leader} leads."
        )
    return with_one_stop(text.format(**values))


def no_flip_sentence(assessment: Assessment, winner: str) -> str:
    """That moving a single weight cannot unseat the winner."""
    return _("{winner} stays first whatever the weight of any single criterion.").format(
        winner=assessment.option_by_id[winner].name
    )


def provisional_sentence(outcome: Standing) -> str:
    """What makes the ranking provisional; empty when nothing does."""
    said = []
    if not outcome.weighted:
        said.append(_("Nothing is weighted yet, so all criteria count equally."))
    elif outcome.unweighted:
        said.append(
            ngettext(
                "{count} criterion has no weight yet and counts nothing.",
                "{count} criteria have no weight yet and count nothing.",
                len(outcome.unweighted),
            ).format(count=len(outcome.unweighted))
        )
    missing = outcome.gaps
    if missing:
        said.append(
            ngettext(
                "{count} score is missing; it is taken as anything from worst to best.",
                "{count} scores are missing; they are taken as anything from worst to best.",
                missing,
            ).format(count=missing)
        )
    return " ".join(said)


def _telling_digits(flip: Flip) -> int:
    """How many decimals tell the flip from the present share, from nothing and from everything."""
    for digits in (1, 2, 3):
        others = {percent(share, digits) for share in (flip.present, 0.0, 1.0)}
        if percent(flip.at, digits) not in others:
            return digits
    return 3


def _tie(outcome: Standing, verdict: Verdict) -> str:
    *others, last = (_name(outcome, option) for option in outcome.leaders)
    return _("{names} and {last} tie for first place with {points}.").format(
        names=in_a_row(others), last=last, points=points(outcome.total(verdict.leader))
    )


def _lead(outcome: Standing, verdict: Verdict) -> str:
    leader = _name(outcome, verdict.leader)
    total = points(outcome.total(verdict.leader))
    if verdict.runner_up is None or verdict.lead is None:
        return _("{leader} is the only option ranked, with {total}.").format(
            leader=leader, total=total
        )
    runner_up = _name(outcome, verdict.runner_up)
    lead = _stated_lead(verdict.lead)
    if lead == points(0.0):
        return _("{leader} leads with {total}, less than {step} ahead of {runner_up}.").format(
            leader=leader, total=total, step=points(0.1), runner_up=runner_up
        )
    return _("{leader} leads with {total}, {lead} ahead of {runner_up}.").format(
        leader=leader, total=total, lead=lead, runner_up=runner_up
    )


def _stated_lead(lead: float) -> str:
    """A lead with so many decimals that one below a point is not read as a point."""
    stated = points(lead)
    if lead < CLOSE and stated == points(CLOSE):
        digits = next((n for n in (2, 3) if points(lead, n) != points(CLOSE, n)), 4)
        return points(lead, digits)
    return stated


def _firmness(outcome: Standing, verdict: Verdict) -> str:
    if verdict.runner_up is None:
        return ""
    if verdict.undecided_by_gaps:
        return _gaps(verdict)
    if verdict.firmness is Firmness.NO_CLEAR_WINNER:
        return _("There is no clear winner: the lead is below one point.")
    if not outcome.weighted:
        return ""  # equal weights are nobody's: nothing is firm before somebody has weighed
    if verdict.firmness is Firmness.SENSITIVE:
        return _sensitive(outcome, verdict)
    return _firm(outcome)


def _firm(outcome: Standing) -> str:
    weights = outcome.weights
    holders = [leaf for leaf, share in weights.items() if share]
    if len(holders) == 1 and len(weights) > 1:
        alone = outcome.assessment.criterion_by_id[holders[0]]
        return _(
            "{criterion} alone decides this: it holds all of the weight, and no other criterion "
            "counts."
        ).format(criterion=alone.name)
    return _(
        "The lead is robust: no single weight changes it by moving less than 10 percentage points, "
        "and no single score within its range."
    )


def _sensitive(outcome: Standing, verdict: Verdict) -> str:
    names = outcome.assessment.criterion_by_id
    near = dict.fromkeys(flip.node for flip in verdict.flips if flip.distance < NEAR)
    weights, count = [names[node].name for node in near], len(verdict.doubts)
    first = _doubt(outcome, verdict.doubts[0]) if count else ""
    if not weights:
        return ngettext(
            "The lead is sensitive to one score within its range: {score}.",
            "The lead is sensitive to {count} scores, each within its range; the first is {score}.",
            count,
        ).format(count=count, score=first)
    said = ngettext(
        "The lead is sensitive to the weight of {criteria}.",
        "The lead is sensitive to the weights of {criteria}.",
        len(weights),
    ).format(criteria=_first_of(weights))
    if not count:
        return said
    also = ngettext(
        "One score would change it within its range, too: {score}.",
        "{count} scores would each change it within their range, too; the first is {score}.",
        count,
    )
    return f"{said} {also.format(count=count, score=first)}"


def _doubt(outcome: Standing, doubt: Doubt) -> str:
    return _("{option} on {criterion}").format(
        option=_name(outcome, doubt.option),
        criterion=outcome.assessment.criterion_by_id[doubt.criterion].name,
    )


def _first_of(names: list[str]) -> str:
    """The first names and how many more there are."""
    more = len(names) - MOST_PARTS
    if more < 1:
        return listed(names)
    rest = ngettext("{count} more", "{count} more", more).format(count=more)
    return listed([*names[:MOST_PARTS], rest])


def _gaps(verdict: Verdict) -> str:
    if not verdict.undecided_by_gaps:
        return ""
    return _("There is no clear winner yet: missing scores could change the first place.")


def _name(outcome: Standing, option: str) -> str:
    return outcome.assessment.option_by_id[option].name
