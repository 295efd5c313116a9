"""How long all that the policy layer finds takes, at the largest size that we promise."""

from collections.abc import Callable, Iterator

import msgspec

from app.analysis.outcome import find_outcome
from app.analysis.policy.alignment import find_pairs
from app.analysis.policy.competing_views import find_grid
from app.analysis.policy.concessions import find_concession, find_shift
from app.analysis.policy.coverage import assumed_share, lead_on_strong_evidence
from app.analysis.policy.findings import find_policy
from app.analysis.policy.likelihoods import find_expected
from app.analysis.policy.reaches import count_widened
from app.analysis.policy.red_lines import crossing_options, leaders_without
from app.analysis.policy.red_team import ready_to_be_final
from app.analysis.policy.vulnerabilities import find_vulnerabilities
from db.model import Assessment, Widening
from tests.benchmarks.figures import Figure
from tests.benchmarks.large_policy import large_policy
from tests.benchmarks.timing import paired

LIMIT = 500


def measure() -> Iterator[Figure]:
    """Measure the whole analysis beside a single ranking, without and with widened ranges."""
    case = _whole(Widening.OFF)
    yield _figure("policy analysis, everything", lambda: everything(case), case)
    wide = _whole(Widening.ON)
    yield _figure("policy analysis, everything, ranges widened", lambda: everything(wide), wide)


def everything(assessment: Assessment) -> tuple[object, ...]:
    """Ask every question of the policy layer, and those asked of one option of each actor."""
    outcome = find_outcome(assessment)
    assert outcome is not None
    findings = find_policy(assessment, outcome)
    assert findings.actors is not None
    assert findings.scenarios is not None
    first, second = outcome.ranked[:2]
    crossing = crossing_options(findings.breaches)
    return (
        findings,
        find_pairs(findings.actors),
        [find_concession(findings.actors, first, actor) for actor in findings.actors.actors],
        [find_shift(findings.actors, first, actor) for actor in findings.actors.actors],
        find_expected(assessment, findings.scenarios),
        find_vulnerabilities(assessment),
        leaders_without(outcome, crossing),
        lead_on_strong_evidence(outcome, first, second),
        assumed_share(outcome, first),
        find_grid(outcome),
        count_widened(outcome),
        findings.scenarios.by_optimism,
        ready_to_be_final(assessment),
    )


def _whole(widening: Widening) -> Assessment:
    case = large_policy()
    decision = msgspec.structs.replace(case.decision, widening=widening)
    return msgspec.structs.replace(case, decision=decision)


def _figure(name: str, work: Callable[[], object], case: Assessment) -> Figure:
    pair = paired(work, lambda: find_outcome(case), rounds=7)
    return Figure(
        name=name,
        value=pair.work * 1e3,
        unit="ms",
        reference=pair.reference * 1e3,
        ratio=pair.ratio,
        aim=f"value <= {LIMIT}",
    )
