"""Edits at random, sound and unsound alike, as an officer in a hurry might make them."""

import random
from collections.abc import Callable

from app.edits import criteria, decision, options, perspectives, records, scales, scores, weights
from db.model import (
    Assessment,
    Basis,
    Confidence,
    Criterion,
    Elicitation,
    Option,
    PerspectiveKind,
    ScaleKind,
    Stance,
    new_id,
)
from db.model.tree import leaves
from tests.random_policy_edits import POLICY_VERBS

TEXTS = (
    "",
    "  ",
    "\u200b",
    "Peace",
    "peace ",
    "A\x00B\u202e C",
    "e\u0301t\u00e9\r\nline\u2028end",
    "{name} % {0}",
    "<b>&amp;",
    "كلمة",
    "\ud800",
    "y" * 300,
    "z" * 21_000,
)
SOUND = (0.0, -0.0, 1, 33.3, 50.0, 100.0)
NUMBERS = (
    *SOUND,
    100.00000001,
    250.0,
    -3.0,
    5e-324,
    1e300,
    float("inf"),
    float("-inf"),
    float("nan"),
)

Edit = Callable[[Assessment], Assessment]


def random_edit(assessment: Assessment, seed: int) -> Edit:
    """One edit of any kind, as a function that applies it to an assessment."""
    chance = random.Random(seed)
    verb = chance.choice(VERBS)
    return verb(assessment, chance)


def _key(assessment, table, chance):
    """The key of some row, or now and then of none."""
    rows = getattr(assessment, table)
    return chance.choice(rows).id if rows and chance.random() < 0.95 else "nobody"


def _perhaps(chance, value):
    return value if chance.random() < 0.5 else None


def _place(chance):
    return chance.choice((None, -1, 0, 1, 2, 99))


def _decision(a, chance):
    fields = chance.choice(
        (
            {"title": chance.choice(TEXTS)},
            {"background": chance.choice(TEXTS)},
            {"marking": chance.choice(TEXTS)},
            {"assessor": _key(a, "perspectives", chance)},
            {"baseline": _perhaps(chance, _key(a, "options", chance))},
            {"taken": _perhaps(chance, _key(a, "options", chance))},
        )
    )
    return lambda value: decision.change_decision(value, **fields)


def _brief(a, chance):
    fields = {"to": chance.choice(TEXTS), "recommended": _key(a, "options", chance)}
    return lambda value: decision.change_brief(value, **fields)


def _add_option(_, chance):
    key, name, at = new_id(), chance.choice(TEXTS), _place(chance)
    return lambda value: options.add_option(value, key, name, at)


def _again(a, chance):
    rows = chance.choice(("options", "criteria"))
    key = _key(a, rows, chance)
    kind = {"options": Option, "criteria": Criterion}[rows]
    return lambda value: records.add(value, rows, kind(id=key, name="Once more"))


def _change_option(a, chance):
    option, text = _key(a, "options", chance), chance.choice(TEXTS)
    field = chance.choice(("name", "code", "description", "screened_out", "locator"))
    return lambda value: options.change_option(value, option, **{field: text})


def _screen(a, chance):
    option, text = _key(a, "options", chance), chance.choice(TEXTS)
    if chance.random() < 0.5:
        return lambda value: options.readmit(value, option)
    return lambda value: options.screen_out(value, option, text)


def _move_option(a, chance):
    option, to = _key(a, "options", chance), chance.choice((-1, 0, 1, 99))
    return lambda value: options.move_option(value, option, to)


def _remove_option(a, chance):
    option = _key(a, "options", chance)
    return lambda value: options.remove_option(value, option)


def _add_criterion(a, chance):
    key, name, at = new_id(), chance.choice(TEXTS), _place(chance)
    parent = _perhaps(chance, _key(a, "criteria", chance))
    return lambda value: criteria.add_criterion(value, key, name, parent, at)


def _change_criterion(a, chance):
    criterion, text = _key(a, "criteria", chance), chance.choice(TEXTS)
    field = chance.choice(("name", "code", "description"))
    return lambda value: criteria.change_criterion(value, criterion, **{field: text})


def _move_criterion(a, chance):
    criterion, at = _key(a, "criteria", chance), _place(chance)
    parent = _perhaps(chance, _key(a, "criteria", chance))
    return lambda value: criteria.move_criterion(value, criterion, parent, at)


def _remove_criterion(a, chance):
    criterion = _key(a, "criteria", chance)
    return lambda value: criteria.remove_criterion(value, criterion)


def _set_scale(a, chance):
    criterion, kind = _key(a, "criteria", chance), chance.choice(list(ScaleKind))
    unit, worst, best = chance.choice(TEXTS[:8]), chance.choice(NUMBERS), chance.choice(NUMBERS)
    return lambda value: scales.set_scale(value, criterion, kind, unit, worst, best)


def _set_level(a, chance):
    criterion, words = _cell(a, chance)[2], chance.choice(TEXTS[:10])
    at, worth = chance.choice(_numbers(chance)), _perhaps(chance, chance.choice(_numbers(chance)))
    return lambda value: scales.set_level(value, criterion, at, words, worth)


def _remove_level(a, chance):
    criterion, at = _cell(a, chance)[2], chance.choice((*SOUND, -5.5, 3.25))
    return lambda value: scales.remove_level(value, criterion, at)


def _cell(a, chance):
    """Who judges which option on what; most often somebody who may, on a leaf."""
    judges = [row.id for row in a.perspectives if row.kind is PerspectiveKind.ASSESSOR]
    ends = [row.id for row in leaves(a)]
    judge, end = (_key(a, table, chance) for table in ("perspectives", "criteria"))
    if judges and ends and chance.random() < 0.9:
        judge, end = chance.choice(judges), chance.choice(ends)
    return judge, _key(a, "options", chance), end


def _numbers(chance):
    return SOUND if chance.random() < 0.8 else NUMBERS


def _set_score(a, chance):
    cell = _cell(a, chance)
    numbers = [_perhaps(chance, chance.choice(_numbers(chance))) for _ in range(3)]
    if None not in numbers and chance.random() < 0.8:
        low, likely, high = sorted(numbers)
        numbers = [likely, low, high]
    return lambda value: scores.set_score(value, *cell, *numbers)


def _set_scores(a, chance):
    assessor = _cell(a, chance)[0]
    entries = [
        scores.Entry(option=option, criterion=criterion, likely=chance.choice(_numbers(chance)))
        for _, option, criterion in (_cell(a, chance) for _ in range(3))
    ]
    return lambda value: scores.set_scores(value, assessor, entries)


def _annotate(a, chance):
    cell = _cell(a, chance)
    said = chance.choice(
        (
            {"rationale": chance.choice(TEXTS)},
            {"basis": chance.choice((None, *Basis))},
            {"confidence": chance.choice((None, *Confidence))},
        )
    )
    return lambda value: scores.annotate_score(value, *cell, **said)


def _clear(a, chance):
    assessor, *cell = _cell(a, chance)
    return lambda value: scores.clear_scores(value, assessor, [tuple(cell)])


def _link(a, chance):
    cell, extract = _cell(a, chance), _key(a, "extracts", chance)
    stance = chance.choice(list(Stance))
    if chance.random() < 0.5:
        return lambda value: scores.unlink_evidence(value, *cell, extract)
    return lambda value: scores.link_evidence(value, *cell, extract, stance)


def _set_swing(a, chance):
    who, criterion = _key(a, "perspectives", chance), _cell(a, chance)[2]
    swing = chance.choice((*_numbers(chance), 250.0))
    return lambda value: weights.set_swing(value, who, criterion, swing)


def _set_swings(a, chance):
    who = _key(a, "perspectives", chance)
    raw = {_key(a, "criteria", chance): chance.choice(NUMBERS[:9]) for _ in range(3)}
    if chance.random() < 0.3:
        return lambda value: weights.set_equal(value, who)
    return lambda value: weights.set_swings(value, who, raw)


def _elicitation(a, chance):
    who, how = _key(a, "perspectives", chance), chance.choice(list(Elicitation))
    reason = chance.choice(TEXTS)
    return lambda value: weights.change_elicitation(value, who, how, reason=reason)


def _add_perspective(_, chance):
    key, name = new_id(), chance.choice(TEXTS)
    kind = chance.choice(list(PerspectiveKind))
    return lambda value: perspectives.add_perspective(value, key, name, kind)


def _change_perspective(a, chance):
    who = _key(a, "perspectives", chance)
    fields = chance.choice(
        (
            {"kind": chance.choice(list(PerspectiveKind))},
            {"influence": chance.choice(NUMBERS)},
            {"accepts_from": chance.choice(NUMBERS)},
            {"name": chance.choice(TEXTS)},
        )
    )
    return lambda value: perspectives.change_perspective(value, who, **fields)


def _of_record(a, chance):
    who = _key(a, "perspectives", chance)
    return lambda value: perspectives.set_assessor_of_record(value, who)


def _remove_perspective(a, chance):
    who = _key(a, "perspectives", chance)
    return lambda value: perspectives.remove_perspective(value, who)


def _any_record(a, chance):
    table = chance.choice(("sources", "extracts", "conditions", "mechanisms", "scenarios"))
    key = _key(a, table, chance)
    if chance.random() < 0.5:
        return lambda value: records.remove(value, table, key)
    return lambda value: records.move(value, table, key, 1)


VERBS = (
    _decision,
    _brief,
    _add_option,
    _again,
    _change_option,
    _screen,
    _move_option,
    _remove_option,
    _add_criterion,
    _change_criterion,
    _move_criterion,
    _remove_criterion,
    _set_scale,
    _set_level,
    _remove_level,
    _set_score,
    _set_scores,
    _annotate,
    _clear,
    _link,
    _set_swing,
    _set_swings,
    _elicitation,
    _add_perspective,
    _change_perspective,
    _of_record,
    _remove_perspective,
    _any_record,
    *POLICY_VERBS,
)
