"""What actors would accept, where they differ, and what they could settle on, as sentences."""

from app.analysis.policy.actors import ActorTable, CommonPosition, blocking
from app.analysis.policy.alignment import Pair
from app.analysis.policy.concessions import Concession, Shift
from db.model import Assessment, Elicitation

from .language import _, ngettext
from .lists import actor_names, listed, option_names
from .numbers import percent, points

LARGELY, PARTLY, HARDLY = 0.7, 0.3, 0.1
SAME = 1e-9


def leader_sentences(assessment: Assessment, table: ActorTable) -> tuple[str, ...]:
    """Which option is first for whom, one sentence for each option that is first for somebody."""
    first: dict[tuple[str, ...], list[str]] = {}
    for actor in table.actors:
        first.setdefault(table.leaders(actor), []).append(actor)
    return tuple(
        ngettext(
            "{options} comes first for {actors}.",
            "{options} come first together for {actors}.",
            len(leaders),
        ).format(options=option_names(assessment, leaders), actors=actor_names(assessment, actors))
        for leaders, actors in first.items()
    )


def acceptance_sentence(assessment: Assessment, table: ActorTable, option: str) -> str:
    """To whom an option is acceptable and to whom it is not."""
    accepted, against = table.accepted_by(option), blocking(table, option)
    name = assessment.option_by_id[option].name
    if not against:
        return ngettext(
            "{option} is acceptable to the one actor considered.",
            "{option} is acceptable to all {count} actors.",
            len(accepted),
        ).format(option=name, count=len(accepted))
    if not accepted:
        return ngettext(
            "{option} is not acceptable to the one actor considered.",
            "{option} is acceptable to none of the {count} actors.",
            len(against),
        ).format(option=name, count=len(against))
    return _("{option} is acceptable to {accepted}; not to {against}.").format(
        option=name,
        accepted=actor_names(assessment, accepted),
        against=actor_names(assessment, against),
    )


def accepted_sentence(assessment: Assessment, table: ActorTable, actor: str) -> str:
    """What an actor would accept."""
    accepted = [option for option in table.options if actor in table.accepted_by(option)]
    return _("{actor} would accept {options}.").format(
        actor=assessment.perspective_by_id[actor].name, options=option_names(assessment, accepted)
    )


def agreement_sentence(table: ActorTable) -> str:
    """How far the actors' orders of the options agree; empty for a single actor.

    In words by the bands of Schmidt (1997) for Kendall's W: strong from 0.7, weak below 0.3.
    """
    if len(table.actors) < 2:
        return ""
    number = points(table.concordance, 2)
    for least, text in (
        (1.0, _("The actors put the options in the same order.")),
        (
            LARGELY,
            _("The actors put the options in much the same order (Kendall's W {number} of 1)."),
        ),
        (PARTLY, _("The actors' orders of the options agree in part (Kendall's W {number} of 1).")),
        (HARDLY, _("The actors' orders of the options agree little (Kendall's W {number} of 1).")),
    ):
        if table.concordance >= least - SAME:
            return text.format(number=number)
    return _(
        "The actors' orders of the options have nothing in common (Kendall's W {number} of 1)."
    ).format(number=number)


def distance_sentence(assessment: Assessment, pairs: tuple[Pair, ...]) -> str:
    """Which two actors differ most; empty where all have the same order."""
    if not pairs or pairs[0].correlation >= 1.0:
        return ""
    return _(
        "{one} and {other} order them least alike: {number}, from 1 (the same order) to −1 (the "
        "reverse; Kendall's τ)."
    ).format(
        one=assessment.perspective_by_id[pairs[0].one].name,
        other=assessment.perspective_by_id[pairs[0].other].name,
        number=points(pairs[0].correlation, 2),
    )


def common_sentences(assessment: Assessment, common: CommonPosition) -> tuple[str, ...]:
    """The least-bad common position, and whether two other orders point to it too."""
    best = common.maximin
    least = float(common.least.max())
    said = [_maximin_sentence(assessment, best, least)]
    orders = (
        (_("the sum of ranks (Borda)"), common.borda_best),
        (_("the product of values (Nash)"), common.nash_best),
    )
    same = [name for name, found in orders if found == best]
    if same and least < 1.0:  # what is best for everybody is so by any order
        said.append(_("It is the same by {orders}.").format(orders=listed(same)))
    said += [
        _("By {order} it would be {options}.").format(
            order=name, options=option_names(assessment, found)
        )
        for name, found in orders
        if found and found != best and not _ties_all(common, found)
    ]
    said += [
        _("By {order} all options are level, which gives no answer.").format(order=name)
        for name, found in orders
        if found != best and _ties_all(common, found)
    ]
    return tuple(said)


def _ties_all(common: CommonPosition, found: tuple[str, ...]) -> bool:
    return len(found) == len(common.options)


def _maximin_sentence(assessment: Assessment, best: tuple[str, ...], least: float) -> str:
    """What every actor can live with best; least: how far up everybody's own range it stands."""
    if least >= 1.0:
        text = ngettext(
            "{options} is the best option for every actor.",
            "{options} are the best options for every actor alike.",
            len(best),
        )
    else:
        text = ngettext(
            "{options} is the least-bad common position: where 0% is an actor's worst option and "
            "100% its best, no actor gets less than {share} (maximin).",
            "{options} are equally the least-bad common position: where 0% is an actor's worst "
            "option and 100% its best, no actor gets less than {share} (maximin).",
            len(best),
        )
    return text.format(options=option_names(assessment, best), share=percent(least, 0))


def concession_sentence(assessment: Assessment, found: Concession) -> str:
    """What an option lacks to be acceptable to an actor, and which criterion could give it."""
    values = {
        "option": assessment.option_by_id[found.option].name,
        "actor": assessment.perspective_by_id[found.actor].name,
        "missing": points(found.missing),
    }
    if not found.raises:
        text = _(
            "{option} lacks {missing} points of value to be acceptable to {actor}; no single "
            "criterion could make them up."
        )
        return text.format(**values)
    rise = found.raises[0]
    return _(
        "{option} lacks {missing} points of value to be acceptable to {actor}: {rise} points more "
        "on {criterion} would do."
    ).format(
        **values,
        rise=points(rise.by),
        criterion=assessment.criterion_by_id[rise.criterion].name,
    )


def shift_sentence(assessment: Assessment, shift: Shift) -> str:
    """The nearest weight at which an actor would accept an option."""
    values = {
        "actor": assessment.perspective_by_id[shift.actor].name,
        "option": assessment.option_by_id[shift.option].name,
        "criterion": assessment.criterion_by_id[shift.criterion].name,
        "at": percent(shift.at),
        "now": percent(shift.present),
    }
    if shift.at > shift.present:
        text = _(
            "{actor} would accept {option} if {criterion} took {at} of that actor's weight or "
            "more (now {now})."
        )
    else:
        text = _(
            "{actor} would accept {option} if {criterion} took {at} of that actor's weight or "
            "less (now {now})."
        )
    return text.format(**values)


def assumed_weights_sentence(assessment: Assessment, table: ActorTable) -> str:
    """That actors' weights are assumed, where they are."""
    known = assessment.perspective_by_id
    assumed = [a for a in table.actors if known[a].elicitation is Elicitation.ASSUMED]
    if not assumed:
        return ""
    if len(assumed) == len(table.actors):
        return _("The actors' weights are assumed; no actor has stated or seen them.")
    return _("The weights of {actors} are assumed; they have not stated or seen them.").format(
        actors=actor_names(assessment, assumed)
    )
