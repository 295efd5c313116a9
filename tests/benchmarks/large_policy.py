"""As much policy as we promise to handle: 12 actors, 20 options, 8 scenarios, 500 extracts."""

import datetime
import random
from functools import cache

import msgspec

from db.model import (
    Assessment,
    Assumption,
    AssumptionBreak,
    Benchmark,
    ChangeKind,
    Condition,
    ConditionEvidence,
    Credibility,
    Criterion,
    Decision,
    Elicitation,
    Extract,
    Ground,
    Holds,
    Mechanism,
    Met,
    Option,
    OptionAssumption,
    OptionBenchmark,
    OptionMechanism,
    Perspective,
    PerspectiveKind,
    Precedent,
    PrecedentCondition,
    Recognition,
    RedLine,
    RedLineTest,
    RedLineWaiver,
    Reliability,
    Scenario,
    Score,
    ScoreChange,
    ScoreEvidence,
    Source,
    Stage,
    Stance,
    Weight,
)
from db.model.rows import canonical

ACTORS, OPTIONS, CRITERIA, SCENARIOS, EXTRACTS = 12, 20, 20, 8, 500
LONG = "with a name of the kind that several departments agree on after a long meeting"


@cache
def large_policy() -> Assessment:
    """Everything scored, weighted, linked and conditioned, a third of it under long names."""
    chance = random.Random(3)
    options = _rows(Option, OPTIONS, chance, recognition=list(Recognition))
    criteria = _rows(Criterion, CRITERIA, chance)
    people = (
        Perspective(id="desk", name="The desk"),
        *_rows(
            Perspective,
            ACTORS,
            chance,
            kind=[PerspectiveKind.ACTOR],
            elicitation=[Elicitation.ASSUMED],
        ),
    )
    sources = _rows(Source, 60, chance, reliability=list(Reliability))
    tables = {
        "options": options,
        "criteria": criteria,
        "perspectives": people,
        "sources": sources,
        "extracts": tuple(
            Extract(
                id=f"extract{n}",
                source=chance.choice(sources).id,
                claim=f"Claim {n} {LONG}",
                locator=f"p. {n}",
                credibility=chance.choice(list(Credibility)),
            )
            for n in range(EXTRACTS)
        ),
        "weights": tuple(
            Weight(perspective=p.id, criterion=c.id, swing=float(chance.randint(1, 100)))
            for p in people
            for c in criteria
        ),
        "scores": tuple(_score(o.id, c.id, chance) for o in options for c in criteria),
    }
    last = criteria[-1].id
    decision = Decision(id="large", title="A large decision", assessor="desk", cohesion=last)
    begun = Assessment(decision=decision, **tables)
    return canonical(_with_futures(_with_conditions(begun, chance), chance))


def _with_conditions(a: Assessment, chance: random.Random) -> Assessment:
    mechanisms = _rows(Mechanism, 8, chance)
    uses = sorted(
        {
            (o.id, chance.choice(mechanisms).id, chance.choice(a.criteria).id)
            for o in a.options
            for _ in range(2)
        }
    )
    conditions = tuple(
        Condition(
            id=f"condition{n}",
            name=f"Condition {n} {LONG}",
            mechanism=mechanism,
            aim=aim,
            rating=chance.choice(list(Holds)),
            reason="Because. " * 20,
        )
        for n, (_option, mechanism, aim) in enumerate(chance.choices(uses, k=60))
    )
    benchmarks = _rows(
        Benchmark, 15, chance, status=list(Met), review_on=[datetime.date(2025, 1, 1), None]
    )
    tests = {"criterion": [a.criteria[0].id], "threshold": [30.0], "waivable_by": ["Cabinet", ""]}
    lines = _rows(RedLine, 6, chance, test=list(RedLineTest), **tests)
    precedents = _rows(Precedent, 20, chance, mechanism=[row.id for row in mechanisms])
    return msgspec.structs.replace(
        a,
        mechanisms=mechanisms,
        option_mechanisms=tuple(
            OptionMechanism(option=o, mechanism=m, aim=aim) for o, m, aim in uses
        ),
        conditions=conditions,
        condition_evidence=tuple(
            ConditionEvidence(condition=c.id, extract=e.id)
            for c, e in zip(conditions, a.extracts, strict=False)
        ),
        benchmarks=benchmarks,
        option_benchmarks=tuple(
            OptionBenchmark(option=o.id, benchmark=b.id)
            for o in a.options[:6]
            for b in benchmarks[:7]
        ),
        stages=tuple(
            Stage(id=f"stage{n}", name=f"Step {n}", option=a.options[n % 6].id) for n in range(24)
        ),
        red_lines=lines,
        red_line_waivers=tuple(
            RedLineWaiver(
                red_line=line.id,
                option=o.id,
                ground=chance.choice(list(Ground)),
                decided_by="Cabinet",
            )
            for line in lines
            for o in sorted(a.options, key=lambda row: row.id)
        ),
        precedents=precedents,
        precedent_conditions=tuple(
            PrecedentCondition(precedent=p, condition=c, rating=chance.choice(list(Holds)))
            for p, c in sorted(
                (p.id, c.id) for p in precedents for c in conditions if c.mechanism == p.mechanism
            )
        ),
    )


def _with_futures(a: Assessment, chance: random.Random) -> Assessment:
    scenarios = _rows(Scenario, SCENARIOS, chance)
    assumptions = _rows(Assumption, 12, chance)
    links = {
        (o.id, c.id, chance.choice(a.extracts).id)
        for o in a.options
        for c in a.criteria
        for _ in range(2)
    }
    return msgspec.structs.replace(
        a,
        scenarios=scenarios,
        score_changes=tuple(
            ScoreChange(
                scenario=s.id,
                option=o.id,
                criterion=c.id,
                kind=chance.choice(list(ChangeKind)),
                amount=float(chance.randint(0, 50)),
            )
            for s in scenarios
            for o in a.options
            for c in chance.sample(a.criteria, 3)
        ),
        assumptions=assumptions,
        option_assumptions=tuple(
            OptionAssumption(option=o.id, assumption=row.id)
            for o in a.options
            for row in chance.sample(assumptions, 2)
        ),
        assumption_breaks=tuple(
            AssumptionBreak(scenario=s.id, assumption=row.id)
            for s in scenarios
            for row in chance.sample(assumptions, 2)
        ),
        score_evidence=tuple(
            ScoreEvidence(
                assessor="desk",
                option=o,
                criterion=c,
                extract=e,
                stance=chance.choice(list(Stance)),
            )
            for o, c, e in sorted(links)
        ),
    )


def _rows(kind: type, count: int, chance: random.Random, /, **choices: list):
    """So many rows of a kind under readable keys; each field is chosen among its choices."""
    word = kind.__name__
    return tuple(
        kind(
            id=f"{word.lower()}{n}",
            name=f"{word} {n} {LONG}" if n % 3 == 0 else f"{word} {n}",
            **{field: chance.choice(values) for field, values in choices.items()},
        )
        for n in range(count)
    )


def _score(option: str, criterion: str, chance: random.Random) -> Score:
    likely = float(chance.randint(0, 100))
    return Score(
        assessor="desk",
        option=option,
        criterion=criterion,
        likely=likely,
        low=max(0.0, likely - 10.0),
        high=min(100.0, likely + 10.0),
    )
