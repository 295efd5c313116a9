"""The policy layer's findings, each subject as its sentences in the order they are read."""

from collections.abc import Sequence

from app.analysis.outcome import Outcome
from app.analysis.policy.actors import blocking
from app.analysis.policy.alignment import find_pairs
from app.analysis.policy.concessions import find_concession
from app.analysis.policy.conditions import Case
from app.analysis.policy.coverage import assumed_share, lead_on_strong_evidence
from app.analysis.policy.findings import PolicyFindings
from app.analysis.policy.likelihoods import find_expected
from app.analysis.policy.precedents import Comparison
from app.analysis.policy.reaches import count_widened
from app.analysis.policy.red_lines import crossing_options, untried_lines
from app.analysis.policy.red_team import ready_to_be_final
from app.analysis.policy.vulnerabilities import find_vulnerabilities
from app.analysis.policy.waivers import undecided
from db.model import Assessment, BriefState

from . import (
    actors,
    assessors,
    conditions,
    coverage,
    futures,
    precedents,
    red_lines,
    review,
    waivers,
)

Sentences = tuple[str, ...]


def actor_sentences(
    assessment: Assessment, findings: PolicyFindings, option: str | None
) -> Sentences:
    """Whose first choice is what, and who would accept `option`; then what they could settle on."""
    table, common = findings.actors, findings.common
    if table is None or common is None:
        return ()
    said = [
        actors.assumed_weights_sentence(assessment, table),
        *actors.leader_sentences(assessment, table),
    ]
    if option in table.options:
        lacking = (find_concession(table, option, actor) for actor in blocking(table, option))
        said.append(actors.acceptance_sentence(assessment, table, option))
        said += [actors.concession_sentence(assessment, row) for row in lacking if row is not None]
    if len(table.actors) > 1:
        said += actors.common_sentences(assessment, common)
    said.append(actors.agreement_sentence(table))
    said.append(actors.distance_sentence(assessment, find_pairs(table)))
    said += review.cohesion_sentences(assessment, findings.cohesion, option)
    return _kept(said)


def assessor_sentences(assessment: Assessment, findings: PolicyFindings) -> Sentences:
    """Each colleague's first option, and what their rankings come to together."""
    table = findings.assessors
    return () if table is None else assessors.table_sentences(assessment, table)


def scenario_sentences(
    assessment: Assessment, findings: PolicyFindings, option: str | None
) -> Sentences:
    """Who leads in which scenario, and what there is to regret."""
    table = findings.scenarios
    said: list[str] = []
    if table is not None:
        subject = option if option in table.options else table.options[0]
        said = [
            futures.lead_sentence(assessment, table, subject),
            futures.regret_sentence(assessment, table),
        ]
        if (subject,) != table.least_regret:
            said.append(futures.option_regret_sentence(assessment, table, subject))
        said.append(futures.margin_sentence(assessment, table, futures.MARGIN))
        if len(table.scenarios) > 1:  # of a single one the best is the worst
            said.append(futures.worst_value_sentence(assessment, table))
            said.append(futures.hurwicz_sentence(assessment, table))
        expected = find_expected(assessment, table)
        if expected is not None:
            said.append(futures.expected_sentence(assessment, table, expected.tolist()))
    return _kept(said)


def vulnerability_sentences(assessment: Assessment, option: str | None = None) -> Sentences:
    """In which scenario an option (None: any of them) loses an assumption that it rests on."""
    return tuple(
        futures.vulnerability_sentence(assessment, row)
        for row in find_vulnerabilities(assessment)
        if option is None or row.option == option
    )


def condition_sentences(assessment: Assessment, findings: PolicyFindings) -> Sentences:
    """What each option's mechanisms rest on and what each option waits for."""
    said = [conditions.case_sentence(assessment, case) for case in findings.cases]
    said += precedent_sentences(assessment, findings.cases, findings.compared)
    said += [conditions.unreached_sentence(assessment, row) for row in findings.unreached]
    said += [
        conditions.benchmark_sentence(assessment, row.id)
        for row in assessment.options
        if not row.screened_out
    ]
    return _kept(said)


def precedent_sentences(
    assessment: Assessment, cases: Sequence[Case], compared: Sequence[Comparison]
) -> Sentences:
    """How the conditions of some cases stood before; or, where nothing is stated, where to look."""
    told = [comparison for comparison in compared if comparison.stated]
    known = {comparison.mechanism for comparison in told}
    used = dict.fromkeys(case.mechanism for case in cases)
    said = [
        conditions.precedents_sentence(assessment, mechanism)
        for mechanism in used
        if mechanism not in known
    ]
    said += precedents.comparison_sentences(assessment, told)
    said += precedents.outcome_sentences(told)
    return _kept(said)


def red_line_sentences(
    assessment: Assessment, findings: PolicyFindings, outcome: Outcome | None
) -> Sentences:
    """Who crosses which line, what was chosen about them, and the ranking without them."""
    if not assessment.red_lines:
        return ()
    untried = untried_lines(assessment, findings.breaches)
    said = [red_lines.untried_sentence(row) for row in assessment.red_lines if row.id in untried]
    said += [
        red_lines.breach_sentence(assessment, row)
        for row in findings.breaches
        if row.red_line not in untried
    ]
    if not said:
        return (red_lines.nobody_sentence(assessment),)
    said += waivers.choice_sentences(assessment, findings.breaches)
    open_crossings = undecided(assessment, findings.breaches)
    said += [waivers.undecided_sentence(assessment, row) for row in open_crossings]
    if outcome is not None:
        said.append(red_lines.without_sentence(outcome, crossing_options(findings.breaches)))
    return _kept(said)


def coverage_sentences(
    assessment: Assessment, findings: PolicyFindings, outcome: Outcome | None, option: str | None
) -> Sentences:
    """What the scores rest on, and how much of the lead of `option` stands on strong evidence."""
    found = findings.coverage
    said: list[str] = []
    if found:
        said = [
            coverage.counts_sentence(found),
            coverage.weak_sentence(assessment, found),
            coverage.unsupported_sentence(assessment, found),
        ]
    if outcome is None or option not in outcome.problem.options:
        return _kept(said)
    said.append(coverage.widened_sentence(assessment, count_widened(outcome)))
    said.append(coverage.basis_sentence(assessment, outcome.problem.assessor))
    assumed = assumed_share(outcome, option)
    if assumed is not None:
        said.append(coverage.assumed_sentence(assessment, option, assumed))
    rival = next((other for other in outcome.ranked if other != option), None)
    share = None
    if found and rival is not None:
        share = lead_on_strong_evidence(outcome, option, rival)
    if rival is not None and share is not None:
        said.append(coverage.lead_sentence(assessment, option, rival, share))
    return _kept(said)


def challenge_sentences(assessment: Assessment) -> Sentences:
    """What the red team still owes; empty where nobody has begun to challenge the advice."""
    decision, brief = assessment.decision, assessment.brief
    begun = (
        decision.strongest_case_against
        or decision.pre_mortem
        or assessment.dissents
        or brief.state is BriefState.FINAL
    )
    if not begun:
        return ()
    missing = ready_to_be_final(assessment)
    return (
        review.state_sentence(brief.state, missing),
        *review.red_team_sentences(assessment, missing),
    )


def _kept(sentences: list[str]) -> Sentences:
    return tuple(sentence for sentence in sentences if sentence)
