"""All that the policy layer finds in an assessment, computed once for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass

from app.analysis.outcome import Outcome
from app.analysis.policy.actors import (
    ActorTable,
    CommonPosition,
    find_actors,
    find_common_position,
)
from app.analysis.policy.assessors import AssessorTable, find_assessors
from app.analysis.policy.cohesion import CohesionView, find_cohesion
from app.analysis.policy.conditions import Case, cases_of_all
from app.analysis.policy.coverage import Coverage, find_coverage
from app.analysis.policy.precedents import Comparison, compare_cases
from app.analysis.policy.reach import Unreached, find_unreached
from app.analysis.policy.red_lines import Finding, find_breaches
from app.analysis.policy.scenarios import ScenarioTable, find_scenarios
from db.model import Assessment


@dataclass(frozen=True, slots=True, eq=False)
class PolicyFindings:
    """What is said of actors, colleagues, futures, conditions, red lines and evidence.

    Parts of which nothing is said are None or empty.

    coverage is empty while no evidence at all is linked to a score: an officer who keeps no
    register is not told that every score lacks sources.
    """

    actors: ActorTable | None
    common: CommonPosition | None
    scenarios: ScenarioTable | None
    cases: tuple[Case, ...]
    compared: tuple[Comparison, ...]
    unreached: tuple[Unreached, ...]
    breaches: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]
    assessors: AssessorTable | None
    cohesion: tuple[CohesionView, ...]


def find_policy(assessment: Assessment, outcome: Outcome | None) -> PolicyFindings:
    """Ask every question of the policy layer; `outcome` is what the assessor of record finds."""
    actors = find_actors(assessment, outcome)
    scenarios = find_scenarios(assessment)
    cases = cases_of_all(assessment)
    return PolicyFindings(
        actors=actors,
        common=None if actors is None else find_common_position(actors),
        scenarios=scenarios,
        cases=cases,
        compared=compare_cases(assessment, cases),
        unreached=() if outcome is None else find_unreached(outcome),
        breaches=find_breaches(assessment, scenarios),
        coverage=find_coverage(assessment) if assessment.score_evidence else (),
        assessors=find_assessors(assessment),
        cohesion=() if outcome is None else find_cohesion(outcome),
    )
