"""Whether other methods put the same option first, and why they may not."""

from collections.abc import Sequence

from app.analysis.crosschecks.agreement import CrossCheck
from app.analysis.outcome import Outcome
from app.wording.language import _, ngettext
from app.wording.lists import listed
from app.wording.numbers import points

from .names import leader_of, option_name


def method_name(method: str) -> str:
    """What a method is called."""
    return {
        "weighted_product": _("the weighted product"),
        "topsis": "TOPSIS",
        "vikor": "VIKOR",
        "promethee": "PROMETHEE II",
    }[method]


def agreement_sentence(outcome: Outcome, found: Sequence[CrossCheck]) -> str:
    """Which other methods agree on the winner and on the order, with Kendall's τ."""
    if len(outcome.problem.options) < 2 or not found:
        return ""
    return " ".join((_winner(outcome, found), _order(found)))


def departure_sentences(outcome: Outcome, found: Sequence[CrossCheck]) -> tuple[str, ...]:
    """For each method that ranks otherwise: whom it puts first where it differs, and why it may."""
    if len(outcome.problem.options) < 2:
        return ()
    return tuple(_departure(outcome, row) for row in found if not row.same_order)


def _winner(outcome: Outcome, found: Sequence[CrossCheck]) -> str:
    leader = option_name(outcome, leader_of(outcome))
    same = [method_name(row.method) for row in found if row.same_winner]
    other = [method_name(row.method) for row in found if not row.same_winner]
    if not other:
        return _("The other methods tried all put {leader} first too ({methods}).").format(
            methods=listed(same), leader=leader
        )
    if not same:
        return _("None of the other methods tried puts {leader} first ({methods}).").format(
            methods=listed(other), leader=leader
        )
    text = ngettext(
        "Of the other methods tried, {same} agrees that {leader} is first; {other} put another "
        "option there.",
        "Of the other methods tried, {same} agree that {leader} is first; {other} put another "
        "option there.",
        len(same),
    )
    if len(other) == 1:
        text = _(
            "Of the other methods tried, {same} agree that {leader} is first; {other} puts another "
            "option there."
        )
    return text.format(same=listed(same), leader=leader, other=listed(other))


def _order(found: Sequence[CrossCheck]) -> str:
    same = [method_name(row.method) for row in found if row.same_order]
    taus = [row.tau for row in found]
    values = {"low": points(min(taus), 2), "high": points(max(taus), 2), "methods": listed(same)}
    if len(same) == len(found):
        return _("They put all the options in the same order.")
    if not same:
        text = _(
            "None keeps the whole order: from 1 (the same) to −1 (the reverse), they come to {low} "
            "to {high} (Kendall's τ)."
        )
    else:
        text = _(
            "The whole order is kept by {methods}; from 1 (the same) to −1 (the reverse), the "
            "methods come to {low} to {high} (Kendall's τ)."
        )
    return text.format(**values)


def _departure(outcome: Outcome, row: CrossCheck) -> str:
    why = {
        "weighted_product": _("it multiplies, so that one very low value cannot be made good"),
        "topsis": _("it measures distance from the best and the worst option present"),
        "vikor": _("it lets the largest single regret count half"),
        "promethee": _("it counts small leads for nothing and large ones only up to a limit"),
    }[row.method]
    name = _capital(method_name(row.method))
    if row.same_winner:
        return _("{method} orders the others differently: {why}.").format(method=name, why=why)
    first = [i for i, rank in enumerate(row.ranks.tolist()) if rank == 1]
    return _("{method} puts {options} first: {why}.").format(
        method=name, options=listed([option_name(outcome, i) for i in first]), why=why
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
