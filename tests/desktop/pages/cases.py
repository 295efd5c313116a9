"""Assessments on which the pages are tried: a small one and a crowded one."""

from db.model import (
    Assessment,
    Criterion,
    Decision,
    Extract,
    Level,
    Option,
    Perspective,
    PerspectiveKind,
    Reliability,
    ScaleKind,
    Score,
    Source,
    Weight,
)
from db.model.rows import canonical

ME = "me"
BRANCHES = (("leverage", "Leverage"), ("order", "Order"))
LEAVES = (("norm", "leverage"), ("civic", "leverage"), ("security", "order"), ("cost", "order"))


def small_case(**changes: object) -> Assessment:
    """Three options, one of them screened out; two branches of two leaves; a range and a gap."""
    criteria = [Criterion(id=key, name=name) for key, name in BRANCHES]
    criteria += [Criterion(id=key, name=key.title(), parent=parent) for key, parent in LEAVES]
    criteria[-1] = Criterion(
        id="cost",
        name="Cost",
        parent="order",
        scale=ScaleKind.NUMERIC,
        unit="million",
        worst=80.0,
        best=-20.0,
    )
    rows: dict[str, object] = {
        "decision": Decision(id="decision", title="What to do", assessor=ME),
        "perspectives": (
            Perspective(id=ME, name="The officer"),
            Perspective(id="partner", name="A partner", kind=PerspectiveKind.ACTOR),
        ),
        "options": (
            Option(id="wait", name="Wait"),
            Option(id="talk", name="Talk", description="Open a channel."),
            Option(id="force", name="Use force", screened_out="Against the law."),
        ),
        "criteria": tuple(criteria),
        "levels": (
            Level(criterion="norm", at=0.0, words="conduct hardens"),
            Level(criterion="norm", at=50.0, words="promises are kept"),
            Level(criterion="norm", at=100.0, words="conduct softens"),
        ),
        "scores": (
            Score(assessor=ME, option="wait", criterion="norm", likely=20.0, low=10.0, high=35.0),
            Score(assessor=ME, option="talk", criterion="norm", likely=60.0, rationale="Seen."),
            Score(assessor=ME, option="talk", criterion="cost", likely=30.0),
        ),
        "weights": (
            Weight(perspective=ME, criterion="norm", swing=100.0),
            Weight(perspective=ME, criterion="civic", swing=50.0),
            Weight(perspective=ME, criterion="security", swing=50.0),
            Weight(perspective=ME, criterion="cost", swing=0.0),
        ),
        "sources": (Source(id="paper", name="A paper", reliability=Reliability.B),),
        "extracts": (
            Extract(id="claim", source="paper", claim="Talks helped.", locator="p. 4"),
            Extract(id="doubt", source="paper", claim="Talks did not help.", locator="p. 9"),
        ),
    }
    return canonical(Assessment(**{**rows, **changes}))


def crowded_case(options: int = 50, criteria: int = 50) -> Assessment:
    """Many options and criteria with long names, nearly all scored."""
    long = "that has a name much longer than any place on the screen could ever show in full"
    branches = max(1, criteria // 5)
    tree = [Criterion(id=f"b{i}", name=f"Objective {i} {long}") for i in range(branches)]
    tree += [
        Criterion(id=f"c{i}", name=f"Criterion {i} {long}", parent=f"b{i % branches}")
        for i in range(criteria)
    ]
    scores = [
        Score(
            assessor=ME,
            option=f"o{i}",
            criterion=f"c{j}",
            likely=float((i * 37 + j * 17) % 101),
            low=float((i * 37 + j * 17) % 101) / 2,
            high=100.0,
        )
        for i in range(options)
        for j in range(criteria)
        if (i + j) % 9
    ]
    return canonical(
        Assessment(
            decision=Decision(id="decision", title="A crowded decision", assessor=ME),
            perspectives=(Perspective(id=ME, name="The officer"),),
            options=tuple(Option(id=f"o{i}", name=f"Option {i} {long}") for i in range(options)),
            criteria=tuple(tree),
            scores=tuple(scores),
            weights=tuple(
                Weight(perspective=ME, criterion=f"c{j}", swing=float(100 - j))
                for j in range(criteria)
            ),
        )
    )
