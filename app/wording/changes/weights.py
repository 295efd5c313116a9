"""Changed weights, told as the shares that they amount to."""

from collections.abc import Iterator

from app.analysis.reweighing import Swings, find_reweighed, stated_swings
from app.analysis.rounding import round_half_away
from app.wording.language import _, ngettext
from app.wording.numbers import percent, score
from db.model import Assessment


def weight_sentences(before: Assessment, after: Assessment) -> tuple[str, ...]:
    """One sentence for each weight that somebody changed; the others only make room."""
    if before.weights is after.weights:
        return ()
    said: list[str] = []
    for perspective in after.perspectives:
        said.extend(_of_perspective(before, after, perspective.id))
    said.extend(_reasons(before, after))
    return tuple(said)


def _of_perspective(before: Assessment, after: Assessment, perspective: str) -> Iterator[str]:
    old, new = stated_swings(before, perspective), stated_swings(after, perspective)
    if old == new:
        return
    was, now = _shares(old), _shares(new)
    names = {row.id: row.name for row in (*before.criteria, *after.criteria)}
    there = {row.id for row in after.criteria}
    changed = [leaf for leaf in find_reweighed(old, new) if leaf in there]
    if not changed and old.keys() & new.keys() == old.keys() | new.keys():
        yield _said(after, perspective, _("all weights were scaled alike; no share changed."))
        return
    for leaf in changed:
        yield _said(after, perspective, _moved(names[leaf], leaf, (old, new), (was, now)))


def _moved(
    name: str, leaf: str, swings: tuple[Swings, Swings], shares: tuple[Swings, Swings]
) -> str:
    old, new = shares[0].get(leaf), shares[1].get(leaf)
    if new is None:
        return _("the weight of {criterion} was taken away.").format(criterion=name)
    if old is None:
        return _("the weight of {criterion} is now {new}.").format(criterion=name, new=percent(new))
    values = {"criterion": name, "old": percent(old), "new": percent(new)}
    if round_half_away(old * 100, 1) == round_half_away(new * 100, 1):
        values |= {"from": score(swings[0][leaf]), "to": score(swings[1][leaf])}
        text = _("the weight of {criterion} stays at {new}; its swing went from {from} to {to}.")
    elif new > old:
        text = _("the weight of {criterion} rose from {old} to {new}.")
    else:
        text = _("the weight of {criterion} fell from {old} to {new}.")
    return text.format(**values)


def _said(assessment: Assessment, perspective: str, sentence: str) -> str:
    if perspective == assessment.decision.assessor:
        return sentence[:1].upper() + sentence[1:]
    who = assessment.perspective_by_id[perspective].name
    return _("For {who}, {sentence}").format(who=who, sentence=sentence)


def _reasons(before: Assessment, after: Assessment) -> Iterator[str]:
    old = {(row.perspective, row.criterion): row.reason for row in before.weights}
    changed = sum(
        old.get((row.perspective, row.criterion), "") != row.reason for row in after.weights
    )
    if changed:
        yield ngettext(
            "The reason for {count} weight was rewritten.",
            "The reasons for {count} weights were rewritten.",
            changed,
        ).format(count=changed)


def _shares(swings: Swings) -> Swings:
    """Shares of 1; all 0 while nothing weighs."""
    whole = sum(swings.values()) or 1.0
    return {leaf: swing / whole for leaf, swing in swings.items()}
