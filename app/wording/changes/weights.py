"""Changed weights, told as the shares that they amount to."""

from collections import Counter
from collections.abc import Iterator

from app.analysis.rounding import round_half_away
from app.wording.language import _, ngettext
from app.wording.numbers import percent, score
from db.model import Assessment
from db.model.tree import leaves

RATIO_DIGITS = 9

Swings = dict[str, float]


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
    old, new = _swings(before, perspective), _swings(after, perspective)
    if old == new:
        return
    was, now = _shares(old), _shares(new)
    names = {row.id: row.name for row in (*before.criteria, *after.criteria)}
    there = {row.id for row in after.criteria}
    scale = _scale(old, new)
    changed = [
        leaf
        for leaf in {**new, **old}
        if leaf in there and not _follows(old.get(leaf), new.get(leaf), scale)
    ]
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


def _scale(old: Swings, new: Swings) -> float:
    """By how much the swings that nobody meant to change were multiplied.

    Raising a swing above the largest one makes it the new reference and shrinks all others.
    """
    ratios = Counter(
        round(new[leaf] / swing, RATIO_DIGITS)
        for leaf, swing in old.items()
        if swing and new.get(leaf)
    )
    most = max(ratios.values(), default=0)
    return 1.0 if ratios[1.0] == most else next(r for r, count in ratios.items() if count == most)


def _follows(old: float | None, new: float | None, scale: float) -> bool:
    if old is None or new is None or not old or not new:
        return old == new
    return round(new / old, RATIO_DIGITS) == scale


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


def _swings(assessment: Assessment, perspective: str) -> Swings:
    known = assessment.swing_by_key
    columns = (row.id for row in leaves(assessment))
    return {leaf: known[perspective, leaf] for leaf in columns if (perspective, leaf) in known}


def _shares(swings: Swings) -> Swings:
    """Shares of 1; all 0 while nothing weighs."""
    whole = sum(swings.values()) or 1.0
    return {leaf: swing / whole for leaf, swing in swings.items()}
