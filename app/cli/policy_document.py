"""The policy layer's findings as one JSON document with full precision."""

from typing import Any

from app.analysis.arrays import FloatArray, IntArray
from app.analysis.outcome import Outcome
from app.analysis.policy.actors import ActorTable, CommonPosition
from app.analysis.policy.alignment import find_pairs
from app.analysis.policy.assessors import AssessorTable
from app.analysis.policy.cohesion import CohesionView, is_derived
from app.analysis.policy.conditions import Case
from app.analysis.policy.coverage import Coverage, assumed_share, lead_on_strong_evidence
from app.analysis.policy.findings import PolicyFindings
from app.analysis.policy.likelihoods import find_expected
from app.analysis.policy.precedents import Comparison, stand_against
from app.analysis.policy.reaches import count_widened
from app.analysis.policy.red_lines import crossing_options, leaders_without
from app.analysis.policy.red_team import ready_to_be_final
from app.analysis.policy.reviews import benchmarks_of
from app.analysis.policy.scenarios import ScenarioTable
from app.analysis.policy.vulnerabilities import find_vulnerabilities
from app.analysis.policy.waivers import choice_at, undecided
from db.model import Assessment, RedLineWaiver

Document = dict[str, Any]


def policy_document(
    assessment: Assessment, findings: PolicyFindings, outcome: Outcome | None, option: str | None
) -> Document:
    """Every finding by ids; `option` is the one advised. Parts without data are null or empty."""
    crossing = crossing_options(findings.breaches)
    return {
        "format": "counterpoise-policy",
        "version": 1,
        "option": option,
        "actors": _actors(findings.actors, findings.common),
        "assessors": _assessors(findings.assessors),
        "cohesion": _cohesion(assessment, findings.cohesion),
        "scenarios": _scenarios(assessment, findings.scenarios),
        "vulnerabilities": [
            {"option": row.option, "scenario": row.scenario, "assumptions": list(row.assumptions)}
            for row in find_vulnerabilities(assessment)
        ],
        "conditions": [_case(case) for case in findings.cases],
        "compared": [_comparison(row) for row in findings.compared],
        "unreached": [
            {"option": row.option, "criterion": row.criterion, "value": row.value}
            for row in findings.unreached
        ],
        "benchmarks": _benchmarks(assessment),
        "red_lines": {
            "findings": [
                {
                    "red_line": row.red_line,
                    "option": row.option,
                    "scenario": row.scenario,
                    "breach": row.breach.value,
                }
                for row in findings.breaches
            ],
            "crossing": sorted(crossing),
            "leaders_without": [] if outcome is None else list(leaders_without(outcome, crossing)),
            "choices": [_choice(assessment, row) for row in assessment.red_line_waivers],
            "undecided": [
                {"red_line": row.red_line, "option": row.option}
                for row in undecided(assessment, findings.breaches)
            ],
        },
        "evidence": _evidence(findings.coverage, outcome, option),
        "widened_ranges": 0 if outcome is None else count_widened(outcome),
        "challenge": {
            "state": assessment.brief.state.value,
            "missing": [
                {"lack": row.lack.name.lower(), "about": row.about, "blocks": row.blocks}
                for row in ready_to_be_final(assessment)
            ],
        },
    }


def _actors(table: ActorTable | None, common: CommonPosition | None) -> Document | None:
    if table is None or common is None:
        return None
    return {
        "concordance": table.concordance,
        "actors": [
            {
                "id": actor,
                "leaders": list(table.leaders(actor)),
                "accepts": [o for o in table.options if actor in table.accepted_by(o)],
                "values": _by_option(table.options, table.values[:, j]),
                "ranks": _by_option(table.options, table.ranks[:, j]),
            }
            for j, actor in enumerate(table.actors)
        ],
        "common": {
            "maximin": list(common.maximin),
            "nash": list(common.nash_best),
            "borda": list(common.borda_best),
            "least": _by_option(table.options, common.least),
            "products": _by_option(table.options, common.nash),
            "rank_sums": _by_option(table.options, common.rank_sums),
        },
        "pairs": [
            {"one": pair.one, "other": pair.other, "tau": pair.correlation}
            for pair in find_pairs(table)
        ],
    }


def _assessors(table: AssessorTable | None) -> Document | None:
    if table is None:
        return None
    return {
        "concordance": table.concordance,
        "consensus": list(table.consensus),
        "rank_sums": _by_option(table.options, table.rank_sums),
        "mean": _by_option(table.options, table.mean),
        "assessors": [
            {
                "id": assessor,
                "leaders": list(table.outcomes[j].leaders),
                "values": _by_option(table.options, table.values[:, j]),
                "ranks": _by_option(table.options, table.ranks[:, j]),
                "distance": float(table.distances[j]),
            }
            for j, assessor in enumerate(table.assessors)
        ],
    }


def _cohesion(assessment: Assessment, views: tuple[CohesionView, ...]) -> Document | None:
    if not views:
        return None
    return {
        "criterion": assessment.decision.cohesion,
        "derived": is_derived(views),
        "by_hand": {row.option: row.by_hand for row in views},
        "from_views": {row.option: row.from_views for row in views},
    }


def _scenarios(assessment: Assessment, table: ScenarioTable | None) -> Document | None:
    if table is None:
        return None
    expected = find_expected(assessment, table)
    return {
        "scenarios": [
            {
                "id": scenario,
                "leaders": list(table.outcomes[j].leaders),
                "values": _by_option(table.options, table.values[:, j]),
                "regrets": _by_option(table.options, table.regrets[:, j]),
            }
            for j, scenario in enumerate(table.scenarios)
        ],
        "worst_regret": _by_option(table.options, table.worst_regret),
        "least_regret": list(table.least_regret),
        "best_worst_value": list(table.best_worst),
        "hurwicz": [
            {"from_optimism": start, "leaders": list(first)} for start, first in table.by_optimism
        ],
        "expected": None if expected is None else _by_option(table.options, expected),
    }


def _case(case: Case) -> Document:
    return {
        "option": case.option,
        "mechanism": case.mechanism,
        "aim": case.aim,
        "conditions": {row.id: row.rating.value for row in case.conditions},
    }


def _comparison(row: Comparison) -> Document:
    return {
        "option": row.option,
        "mechanism": row.mechanism,
        "aim": row.aim,
        "precedents": [precedent.id for precedent in row.precedents],
        "conditions": [
            {
                "id": before.condition.id,
                "here": before.condition.rating.value,
                "before": [
                    {
                        "precedent": precedent.id,
                        "rating": None if there is None else there.rating.value,
                        "here_is": stand_against(before.condition, there).value,
                    }
                    for precedent, there in before.cases
                ],
            }
            for before in row.conditions
        ],
    }


def _choice(assessment: Assessment, row: RedLineWaiver) -> Document:
    return {
        "red_line": row.red_line,
        "option": row.option,
        "choice": choice_at(assessment, row.red_line, row.option).value,
        "decided_by": row.decided_by,
        "decided_on": None if row.decided_on is None else row.decided_on.isoformat(),
        "reason": row.reason,
    }


def _benchmarks(assessment: Assessment) -> list[Document]:
    waiting = ((row, benchmarks_of(assessment, row.id)) for row in assessment.options)
    return [
        {"option": option.id, "benchmarks": {row.id: row.status.value for row in rows}}
        for option, rows in waiting
        if rows and not option.screened_out
    ]


def _evidence(
    coverage: tuple[Coverage, ...], outcome: Outcome | None, option: str | None
) -> Document:
    ranked = outcome is not None and option in outcome.problem.options
    share = lead = None
    if outcome is not None and option is not None and ranked:
        share = assumed_share(outcome, option)
        rival = next((other for other in outcome.ranked if other != option), None)
        if coverage and rival is not None:
            lead = lead_on_strong_evidence(outcome, option, rival)
    return {
        "scores": len(coverage),
        "on_one_document": [_score(row) for row in coverage if row.single],
        "on_one_weak_document": [_score(row) for row in coverage if row.single and row.weak],
        "unsupported": [_score(row) for row in coverage if row.unsupported],
        "contested": [_score(row) for row in coverage if row.contested],
        "assumed_share": share,
        "lead_on_strong_evidence": lead,
    }


def _score(row: Coverage) -> Document:
    return {"option": row.score.option, "criterion": row.score.criterion}


def _by_option(options: tuple[str, ...], numbers: FloatArray | IntArray) -> Document:
    return dict(zip(options, numbers.tolist(), strict=True))
