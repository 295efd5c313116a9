"""What a change does to the ranking, in sentences."""

from collections.abc import Mapping

from app.analysis.effect import Cause, Effect, find_effect
from app.analysis.outcome import Outcome, find_outcome
from app.wording.language import _
from app.wording.lists import listed, option_names
from app.wording.numbers import points, signed
from db.model import Assessment

MOST_MOVED = 3


def effect_sentences(before: Assessment, after: Assessment) -> tuple[str, ...]:
    """What going from one state to another does to the ranking of the assessor of record."""
    return tell_effect(before, after)[1]


def tell_effect(
    before: Assessment, after: Assessment, was: Outcome | None = None
) -> tuple[int, tuple[str, ...]]:
    """How much a change does to the ranking, and that in sentences.

    2: who is first changes; 1: something else in the ranking does; 0: nothing that is shown.
    `was` is the outcome of the state before, where it is known already.
    """
    was = was or find_outcome(before)
    now = find_outcome(after, before=was)
    if was is None or now is None:
        return 2 * (was is not now), _without_ranking(was, now)
    effect = find_effect(was, now)
    if effect.nothing:
        return 0, (_("The ranking does not change."),)
    said = [_first_place(was, now, effect)]
    if effect.changes_first_place:
        said.append(_causes(after, before, effect.causes))
    said.extend(_moved(after, effect))
    return 1 + effect.changes_first_place, tuple(filter(None, said))


def _without_ranking(was: Outcome | None, now: Outcome | None) -> tuple[str, ...]:
    """What is said when there is no ranking before or after."""
    if now is None:
        return (_("There is no ranking any more."),) if was is not None else ()
    return (_("There is a ranking now: {standing}").format(standing=_standing(now)),)


def standing_sentence(outcome: Outcome | None) -> str:
    """Who leads in one state, and by how much; empty while there is nothing to rank."""
    return "" if outcome is None else _standing(outcome)


def _standing(outcome: Outcome) -> str:
    leaders, ranked = outcome.leaders, outcome.ranked
    names = option_names(outcome.assessment, leaders)
    total = points(outcome.total(ranked[0]))
    if len(leaders) > 1:
        return _("{options} tie for the first place with {points}.").format(
            options=names, points=total
        )
    if len(ranked) == 1:
        return _("{option} is the only option, with {points}.").format(option=names, points=total)
    lead = outcome.total(ranked[0]) - outcome.total(ranked[1])
    return _("{option} is first with {points}, {lead} ahead of {rival}.").format(
        option=names,
        points=total,
        lead=_gap(lead),
        rival=option_names(outcome.assessment, ranked[1:2]),
    )


def _gap(lead: float) -> str:
    """A lead in points; one that is too small to be shown is no tie."""
    if points(lead) != points(0.0):
        return points(lead)
    return _("less than {step}").format(step=points(0.1))


def _first_place(was: Outcome, now: Outcome, effect: Effect) -> str:
    old = option_names(was.assessment, effect.leaders[0])
    new = option_names(now.assessment, effect.leaders[1])
    if effect.changes_first_place:
        text = (
            _("The first place goes from {old} to {new}.")
            if len(effect.leaders[1]) == 1
            else _("The first place goes from {old} to a tie of {new}.")
        )
        return f"{text.format(old=old, new=new)} {_standing(now)}"
    before, after = effect.leads
    if before is None or after is None or len(effect.leaders[1]) > 1:
        return _standing(now)
    if points(before) == points(after):
        return _("{option} stays first, {lead} ahead as before.").format(
            option=new, lead=_gap(after)
        )
    return _("{option} stays first; its lead goes from {old} to {new}.").format(
        option=new, old=_gap(before), new=_gap(after)
    )


def _causes(after: Assessment, before: Assessment, causes: tuple[Cause, ...]) -> str:
    helping = [cause for cause in causes if cause.points > 0]
    if not helping:
        return ""
    names = {row.id: row.name for row in (*before.criteria, *after.criteria)}
    parts = [cause_words(cause, names) for cause in helping]
    return _("What did it: {parts}.").format(parts=listed(parts))


def cause_words(cause: Cause, names: Mapping[str, str]) -> str:
    """What did a part of a change, with its points; names: those of the criteria that are known."""
    if cause.criterion is None:
        text = _("the other weights, which make room ({points})")
    elif cause.criterion not in names:
        text = _("a criterion that is gone ({points})")
    elif not cause.by_weight:
        text = _("the scores on {criterion} ({points})")
    elif cause.making_room:
        text = _("the weight of {criterion}, the others making room ({points})")
    else:
        text = _("the weight of {criterion} ({points})")
    name = names.get(cause.criterion or "", "")
    return text.format(criterion=name, points=signed(cause.points))


def _moved(after: Assessment, effect: Effect) -> list[str]:
    """Other options that change their place, the nearest to the top first."""
    first = {*effect.leaders[0], *effect.leaders[1]}
    others = [m for m in effect.moved if m.rank[0] != m.rank[1] and m.option not in first]
    return [
        _("{option} goes from place {old} to place {new}.").format(
            option=after.option_by_id[m.option].name, old=m.rank[0], new=m.rank[1]
        )
        for m in others[:MOST_MOVED]
    ]
