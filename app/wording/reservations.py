"""What limits a lead, however firm it is against other weights and scores, in one sentence."""

from app.analysis.outcome import Outcome
from app.analysis.policy.findings import PolicyFindings
from app.analysis.policy.red_lines import Breach
from app.analysis.policy.scenarios import ScenarioTable
from db.model import Assessment, Score

from .futures import scenario_name
from .language import _, ngettext
from .lists import option_names, series

MOST = 0.5
"""When more of the scores than this have neither a reason nor a source, it is said."""

_CROSSED = (Breach.CROSSES, Breach.CROSSES_MAY_NOT)


def reservations_sentence(outcome: Outcome, findings: PolicyFindings) -> str:
    """The scenarios in which the leader loses, the red lines it crosses, the scores without source.

    Empty where there is nothing of the kind, or no single leader.
    """
    if len(outcome.leaders) != 1 or len(outcome.problem.options) < 2:
        return ""
    leader = outcome.leaders[0]
    assessment = outcome.assessment
    limits = (
        "" if findings.scenarios is None else _losses(assessment, findings.scenarios, leader),
        _crossings(assessment, findings, leader),
        _bare_scores(outcome, findings),
    )
    said = series(filter(None, limits))
    return _("What limits this: {limits}.").format(limits=said) if said else ""


def _losses(assessment: Assessment, table: ScenarioTable, leader: str) -> str:
    lost = [
        (scenario, found.leaders)
        for scenario, found in zip(table.scenarios, table.outcomes, strict=True)
        if leader not in found.leaders
    ]
    if not lost:
        return ""
    if len(lost) == 1:
        scenario, leaders = lost[0]
        return ngettext(
            "in “{scenario}” {options} leads instead",
            "in “{scenario}” {options} lead instead",
            len(leaders),
        ).format(
            scenario=scenario_name(assessment, scenario), options=option_names(assessment, leaders)
        )
    return _("another option leads in {count} of {total} scenarios").format(
        count=len(lost), total=len(table.scenarios)
    )


def _crossings(assessment: Assessment, findings: PolicyFindings, leader: str) -> str:
    own = [row for row in findings.breaches if row.option == leader]
    name = assessment.option_by_id[leader].name
    now = {row.breach for row in own if row.scenario is None}
    if now.intersection(_CROSSED):
        return _("{option} crosses a red line").format(option=name)
    if Breach.MAY_CROSS in now:
        return _("{option} may cross a red line").format(option=name)
    where = {row.scenario for row in own if row.breach in _CROSSED} - {None}
    if len(where) == 1:
        (scenario,) = where
        return _("{option} crosses a red line in “{scenario}”").format(
            option=name, scenario=scenario_name(assessment, str(scenario))
        )
    if not where:
        return ""
    return _("{option} crosses a red line in {count} of the scenarios").format(
        option=name, count=len(where)
    )


def _bare_scores(outcome: Outcome, findings: PolicyFindings) -> str:
    problem, known = outcome.problem, outcome.assessment.score_by_key
    keys = [
        (problem.assessor, option, leaf) for option in problem.options for leaf in problem.criteria
    ]
    scores = [known[key] for key in keys if key in known]
    supported = {_place(row.score) for row in findings.coverage if not row.unsupported}
    bare = sum(not row.rationale and _place(row) not in supported for row in scores)
    # Whoever gives no reason at all works without them: nothing is mandatory, so nothing is missed.
    if bare <= MOST * len(scores) or bare == len(scores):
        return ""
    return _("{count} of {total} scores have neither a reason nor a source").format(
        count=bare, total=len(scores)
    )


def _place(row: Score) -> tuple[str, str]:
    return row.option, row.criterion
