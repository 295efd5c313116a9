"""Random edits of evidence, actors, scenarios, conditions, benchmarks and red lines."""

import datetime
import random
from collections.abc import Callable, Sequence
from typing import Any

from app.edits import (
    actors,
    benchmarks,
    evidence,
    mechanisms,
    precedents,
    records,
    red_lines,
    scenarios,
    waivers,
)
from db.model import (
    Assessment,
    ChangeKind,
    Credibility,
    Crossing,
    Holds,
    Met,
    RedLineTest,
    Reliability,
    Stance,
    new_id,
)
from db.model.tree import leaves

Edit = Callable[[Assessment], Assessment]
TEXTS = ("", " \u200b ", "A claim", "a CLAIM", "line\nend\x00", "{name} % {0}", "كلمة", "y" * 600)
NUMBERS = (0.0, -0.0, 12.5, 100.0, -40.0, 100.5, 1e300, float("inf"), float("nan"))
RECORDS = (
    "sources",
    "extracts",
    "scenarios",
    "mechanisms",
    "conditions",
    "benchmarks",
    "stages",
    "red_lines",
    "precedents",
    "assumptions",
    "signposts",
    "dissents",
)


def _key(a: Assessment, table: str, chance: random.Random) -> str:
    rows = getattr(a, table)
    return chance.choice(rows).id if rows and chance.random() < 0.95 else "nobody"


def _leaf(a: Assessment, chance: random.Random) -> str:
    ends: Sequence[Any] = leaves(a)
    return chance.choice(ends).id if ends and chance.random() < 0.9 else _key(a, "criteria", chance)


def _add_source(_, chance):
    key, name = new_id(), chance.choice(TEXTS)
    return lambda value: evidence.add_source(value, key, name)


def _change_source(a, chance):
    source = _key(a, "sources", chance)
    fields = chance.choice(
        (
            {"cited_in": _key(a, "sources", chance)},
            {"cited_in": None},
            {"reliability": chance.choice(list(Reliability))},
            {"name": chance.choice(TEXTS)},
            {"read_on": datetime.date(2026, 3, 1)},
        )
    )
    return lambda value: evidence.change_source(value, source, **fields)


def _remove_evidence(a, chance):
    if chance.random() < 0.5:
        source = _key(a, "sources", chance)
        return lambda value: evidence.remove_source(value, source)
    extract = _key(a, "extracts", chance)
    return lambda value: evidence.remove_extract(value, extract)


def _add_extract(a, chance):
    key, source, claim = new_id(), _key(a, "sources", chance), chance.choice(TEXTS)
    return lambda value: evidence.add_extract(value, key, source, claim)


def _change_extract(a, chance):
    extract = _key(a, "extracts", chance)
    fields = chance.choice(
        (
            {"claim": chance.choice(TEXTS)},
            {"credibility": chance.choice(list(Credibility))},
            {"source": _key(a, "sources", chance)},
        )
    )
    return lambda value: evidence.change_extract(value, extract, **fields)


def _link(a, chance):
    table = chance.choice(list(evidence.LINKS))
    target, extract = _key(a, table, chance), _key(a, "extracts", chance)
    stance = chance.choice(list(Stance))
    if chance.random() < 0.4:
        return lambda value: evidence.unlink_extract(value, table, target, extract)
    return lambda value: evidence.link_extract(value, table, target, extract, stance)


def _actor(a, chance):
    if chance.random() < 0.5:
        key, name = new_id(), chance.choice(TEXTS)
        return lambda value: actors.add_actor(value, key, name)
    one, other = (_key(a, "perspectives", chance) for _ in range(2))
    return lambda value: actors.weigh_like(value, one, other)


def _scenario(a, chance):
    key, name = new_id(), chance.choice(TEXTS)
    return lambda value: scenarios.add_scenario(value, key, name)


def _score_change(a, chance):
    cell = _key(a, "scenarios", chance), _key(a, "options", chance), _leaf(a, chance)
    kind, amount, reason = (
        chance.choice(list(ChangeKind)),
        chance.choice(NUMBERS),
        chance.choice(TEXTS),
    )
    return chance.choice(
        (
            lambda value: scenarios.set_change(value, *cell, kind, amount),
            lambda value: scenarios.explain_change(value, *cell, reason),
            lambda value: scenarios.clear_change(value, *cell),
        )
    )


def _assumption(a, chance):
    option, scenario = _key(a, "options", chance), _key(a, "scenarios", chance)
    assumption, reason = _key(a, "assumptions", chance), chance.choice(TEXTS)
    return chance.choice(
        (
            lambda value: scenarios.rest_on(value, option, assumption),
            lambda value: scenarios.stop_resting_on(value, option, assumption),
            lambda value: scenarios.break_assumption(value, scenario, assumption, reason),
            lambda value: scenarios.keep_assumption(value, scenario, assumption),
        )
    )


def _mechanism(a, chance):
    key, name = new_id(), chance.choice(TEXTS)
    use = _key(a, "options", chance), _key(a, "mechanisms", chance), _key(a, "criteria", chance)
    return chance.choice(
        (
            lambda value: mechanisms.add_mechanism(value, key, name),
            lambda value: mechanisms.rely_on(value, *use),
            lambda value: mechanisms.stop_relying_on(value, *use),
            lambda value: mechanisms.add_condition(value, key, name, use[1], use[2]),
        )
    )


def _condition(a, chance):
    option, condition = _key(a, "options", chance), _key(a, "conditions", chance)
    rating, reason = chance.choice(list(Holds)), chance.choice(TEXTS)
    return chance.choice(
        (
            lambda value: mechanisms.change_condition(value, condition, rating=rating),
            lambda value: mechanisms.exempt(value, option, condition, reason),
            lambda value: mechanisms.stop_exempting(value, option, condition),
        )
    )


def _benchmark(a, chance):
    key, name = new_id(), chance.choice(TEXTS)
    option, benchmark = _key(a, "options", chance), _key(a, "benchmarks", chance)
    status = chance.choice(list(Met))
    return chance.choice(
        (
            lambda value: benchmarks.add_benchmark(value, key, name, "A set"),
            lambda value: benchmarks.add_stage(value, key, name, option),
            lambda value: benchmarks.make_conditional(value, option, benchmark),
            lambda value: benchmarks.make_unconditional(value, option, benchmark),
            lambda value: records.change(value, "benchmarks", benchmark, status=status),
        )
    )


def _red_line(a, chance):
    key, name, line = new_id(), chance.choice(TEXTS), _key(a, "red_lines", chance)
    fields = chance.choice(
        (
            {"test": chance.choice(list(RedLineTest))},
            {"criterion": _leaf(a, chance)},
            {"threshold": chance.choice(NUMBERS)},
            {"threshold": None},
            {"set_by": chance.choice(TEXTS)},
            {"waivable_by": chance.choice(TEXTS)},
        )
    )
    if chance.random() < 0.3:
        return lambda value: red_lines.add_red_line(value, key, name)
    return lambda value: red_lines.change_red_line(value, line, **fields)


def _judge(a, chance):
    line, option = _key(a, "red_lines", chance), _key(a, "options", chance)
    verdict, reason = chance.choice(list(Crossing)), chance.choice((None, *TEXTS))
    if chance.random() < 0.3:
        return lambda value: red_lines.withdraw_judgement(value, line, option)
    return lambda value: red_lines.judge(value, line, option, verdict, reason)


def _waiver(a, chance):
    line, option = _key(a, "red_lines", chance), _key(a, "options", chance)
    by, reason = chance.choice(TEXTS), chance.choice(TEXTS)
    return chance.choice(
        (
            lambda value: waivers.waive(value, line, option, by, reason),
            lambda value: waivers.keep_for_comparison(value, line, option, reason),
            lambda value: waivers.take_back(value, line, option),
        )
    )


def _precedent(a, chance):
    key, name = new_id(), chance.choice(TEXTS)
    case, condition = _key(a, "precedents", chance), _key(a, "conditions", chance)
    mechanism, reason = _key(a, "mechanisms", chance), chance.choice(TEXTS)
    rating = chance.choice((None, *Holds))
    return chance.choice(
        (
            lambda value: precedents.add_precedent(value, key, name),
            lambda value: records.change(value, "precedents", case, mechanism=mechanism),
            lambda value: precedents.rate_condition(value, case, condition, rating, reason),
            lambda value: precedents.withdraw_rating(value, case, condition),
        )
    )


def _move(a, chance):
    table = chance.choice(RECORDS)
    key, to = _key(a, table, chance), chance.choice((-1, 0, 1, 99))
    if chance.random() < 0.5:
        return lambda value: records.remove(value, table, key)
    return lambda value: records.move(value, table, key, to)


POLICY_VERBS = (
    _add_source,
    _change_source,
    _remove_evidence,
    _add_extract,
    _change_extract,
    _link,
    _actor,
    _scenario,
    _score_change,
    _assumption,
    _mechanism,
    _condition,
    _benchmark,
    _red_line,
    _judge,
    _waiver,
    _precedent,
    _move,
)
