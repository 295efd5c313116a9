"""Which options cross an obligation that stands outside the weights, in which future."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from app.analysis.policy.scenario_scores import in_scenario
from app.analysis.scale import TIE
from db.model import (
    Assessment,
    Benchmark,
    Crossing,
    Met,
    Option,
    Recognition,
    RedLine,
    RedLineTest,
    Score,
)

if TYPE_CHECKING:
    from app.analysis.outcome import Outcome
    from app.analysis.policy.scenarios import ScenarioTable


class Breach(enum.Enum):
    """How an option stands to a red line."""

    CLEAR = "clear"
    MAY_CROSS = "may cross"
    """The likely value keeps it; the range reaches across."""
    CROSSES_MAY_NOT = "crosses, may not"
    """The likely value breaks it; the range reaches the safe side."""
    CROSSES = "crosses"
    UNKNOWN = "unknown"
    """The score or judgement that would tell is missing."""


class Finding(msgspec.Struct, frozen=True):
    """An option that does not clearly keep a red line; scenario None is the base."""

    red_line: str
    option: str
    scenario: str | None
    breach: Breach


_JUDGED = {
    Crossing.CLEAR: Breach.CLEAR,
    Crossing.MAY_CROSS: Breach.MAY_CROSS,
    Crossing.CROSSES: Breach.CROSSES,
}


def find_breaches(
    assessment: Assessment, table: ScenarioTable | None = None
) -> tuple[Finding, ...]:
    """Every breach in the base, and in each scenario those that the base does not have.

    table: the assessment's scenarios as `find_scenarios` found them, which spares making them anew.
    """
    base = _findings(assessment, None)
    known = {(f.red_line, f.option, f.breach) for f in base}
    later = (
        finding
        for scenario, changed in _futures(assessment, table)
        for finding in _findings(changed, scenario)
        if (finding.red_line, finding.option, finding.breach) not in known
    )
    return (*base, *later)


def find_base_breaches(assessment: Assessment, option: str) -> tuple[Finding, ...]:
    """How one option stands, in the present case, to the red lines that it does not clearly keep.

    Nothing is found of an option that is screened out.
    """
    return tuple(row for row in _findings(assessment, None) if row.option == option)


def _futures(
    assessment: Assessment, table: ScenarioTable | None
) -> Iterator[tuple[str, Assessment]]:
    if table is not None:
        yield from zip(table.scenarios, (seen.assessment for seen in table.outcomes), strict=True)
    elif assessment.red_lines:
        for scenario in assessment.scenarios:
            yield scenario.id, in_scenario(assessment, scenario.id)


def untried_lines(assessment: Assessment, findings: Iterable[Finding]) -> frozenset[str]:
    """The red lines of which nothing can be said yet of any option: no judgement, no score."""
    options = sum(not row.screened_out for row in assessment.options)
    unknown = Counter(
        finding.red_line
        for finding in findings
        if finding.scenario is None and finding.breach is Breach.UNKNOWN
    )
    return frozenset(line for line, count in unknown.items() if count == options)


def tried(assessment: Assessment, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings at lines of which something can be said: a line just drawn marks nobody."""
    found = tuple(findings)
    untried = untried_lines(assessment, found)
    return tuple(finding for finding in found if finding.red_line not in untried)


def crossing_options(findings: tuple[Finding, ...]) -> frozenset[str]:
    """The options that cross a red line in the base, whether or not their range reaches back."""
    return frozenset(
        finding.option
        for finding in findings
        if finding.scenario is None and finding.breach in (Breach.CROSSES, Breach.CROSSES_MAY_NOT)
    )


def leaders_without(outcome: Outcome, crossing: frozenset[str]) -> tuple[str, ...]:
    """Who is first among the options that cross no red line; several where they tie.

    Leaving options out changes nobody's value, so the ranking of the rest is the same.
    """
    kept = [option for option in outcome.problem.options if option not in crossing]
    if not kept:
        return ()
    best = max(outcome.total(option) for option in kept)
    return tuple(option for option in kept if outcome.total(option) >= best - TIE)


def stand_to(assessment: Assessment, line: RedLine, option: Option) -> Breach:
    """How one option stands to one red line, by the scores of the assessor of record."""
    if line.test is RedLineTest.JUDGED:
        verdicts = {
            row.option: row.verdict
            for row in assessment.red_line_judgements
            if row.red_line == line.id
        }
        return _JUDGED[verdicts[option.id]] if option.id in verdicts else Breach.UNKNOWN
    if line.test is RedLineTest.RECOGNITION_WITHOUT_BENCHMARK:
        return _recognition(assessment, option)
    assessor = assessment.decision.assessor
    score = assessment.score_by_key.get((assessor or "", option.id, line.criterion or ""))
    return _score_breach(line, score)


def _findings(assessment: Assessment, scenario: str | None) -> list[Finding]:
    return [
        Finding(line.id, option.id, scenario, breach)
        for line in assessment.red_lines
        for option in assessment.options
        if not option.screened_out
        and (breach := stand_to(assessment, line, option)) is not Breach.CLEAR
    ]


def _recognition(assessment: Assessment, option: Option) -> Breach:
    if option.recognition is Recognition.NONE:
        return Breach.CLEAR
    if any(row.status is Met.MET for row in _deciding_benchmarks(assessment)):
        return Breach.CLEAR
    return Breach.CROSSES if option.recognition is Recognition.FULL else Breach.MAY_CROSS


def _deciding_benchmarks(assessment: Assessment) -> tuple[Benchmark, ...]:
    """The benchmarks on which some option is conditional; all of them where none is linked.

    Others stand beside them for the reader, and meeting those opens no line.
    """
    linked = {row.benchmark for row in assessment.option_benchmarks}
    rows = assessment.benchmarks
    return tuple(row for row in rows if row.id in linked) if linked else rows


def _score_breach(line: RedLine, score: Score | None) -> Breach:
    if score is None or score.likely is None or line.threshold is None:
        return Breach.UNKNOWN
    low = score.likely if score.low is None else score.low
    high = score.likely if score.high is None else score.high
    if line.test is RedLineTest.SCORE_BELOW:
        broken = score.likely < line.threshold
        worst, best = low < line.threshold, high < line.threshold
    else:
        broken = score.likely > line.threshold
        worst, best = high > line.threshold, low > line.threshold
    if broken:
        return Breach.CROSSES if best else Breach.CROSSES_MAY_NOT
    return Breach.MAY_CROSS if worst else Breach.CLEAR
