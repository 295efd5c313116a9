"""The assessment: one decision as one immutable value."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

import msgspec

from .criteria import Criterion, Level
from .decision import BriefSection, BriefSettings, Decision, Dissent
from .evidence import (
    BenchmarkEvidence,
    ConditionEvidence,
    Extract,
    OptionEvidence,
    PerspectiveEvidence,
    Precedent,
    PrecedentCondition,
    PrecedentEvidence,
    RedLineEvidence,
    ScenarioEvidence,
    Source,
)
from .judgements import Perspective, Score, ScoreEvidence, Weight
from .options import (
    Benchmark,
    Condition,
    ConditionExemption,
    Mechanism,
    Option,
    OptionBenchmark,
    OptionMechanism,
    Stage,
)
from .red_lines import RedLine, RedLineJudgement, RedLineWaiver
from .scenarios import (
    Assumption,
    AssumptionBreak,
    OptionAssumption,
    Scenario,
    ScoreChange,
    Signpost,
)


class Assessment(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    dict=True,
):
    """A decision with all that was said about it, as a set of tables.

    Two assessments that say the same are equal. Edits return a new value that shares every row
    it did not touch; nothing in it can be changed in place.
    """

    decision: Decision
    options: tuple[Option, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    levels: tuple[Level, ...] = ()
    perspectives: tuple[Perspective, ...] = ()
    weights: tuple[Weight, ...] = ()
    scores: tuple[Score, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    score_changes: tuple[ScoreChange, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    option_mechanisms: tuple[OptionMechanism, ...] = ()
    conditions: tuple[Condition, ...] = ()
    condition_exemptions: tuple[ConditionExemption, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    option_benchmarks: tuple[OptionBenchmark, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    red_line_judgements: tuple[RedLineJudgement, ...] = ()
    red_line_waivers: tuple[RedLineWaiver, ...] = ()
    sources: tuple[Source, ...] = ()
    extracts: tuple[Extract, ...] = ()
    score_evidence: tuple[ScoreEvidence, ...] = ()
    condition_evidence: tuple[ConditionEvidence, ...] = ()
    benchmark_evidence: tuple[BenchmarkEvidence, ...] = ()
    perspective_evidence: tuple[PerspectiveEvidence, ...] = ()
    option_evidence: tuple[OptionEvidence, ...] = ()
    scenario_evidence: tuple[ScenarioEvidence, ...] = ()
    red_line_evidence: tuple[RedLineEvidence, ...] = ()
    precedent_evidence: tuple[PrecedentEvidence, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    precedent_conditions: tuple[PrecedentCondition, ...] = ()
    stages: tuple[Stage, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    option_assumptions: tuple[OptionAssumption, ...] = ()
    assumption_breaks: tuple[AssumptionBreak, ...] = ()
    signposts: tuple[Signpost, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    brief_sections: tuple[BriefSection, ...] = ()
    brief: BriefSettings = msgspec.field(default_factory=BriefSettings)

    @cached_property
    def option_by_id(self) -> Mapping[str, Option]:
        """Options by id."""
        return MappingProxyType({row.id: row for row in self.options})

    @cached_property
    def criterion_by_id(self) -> Mapping[str, Criterion]:
        """Criteria by id."""
        return MappingProxyType({row.id: row for row in self.criteria})

    @cached_property
    def perspective_by_id(self) -> Mapping[str, Perspective]:
        """Perspectives by id."""
        return MappingProxyType({row.id: row for row in self.perspectives})

    @cached_property
    def score_by_key(self) -> Mapping[tuple[str, str, str], Score]:
        """Scores by assessor, option and criterion."""
        return MappingProxyType(
            {(row.assessor, row.option, row.criterion): row for row in self.scores}
        )

    @cached_property
    def swing_by_key(self) -> Mapping[tuple[str, str], float]:
        """Raw swing weights by perspective and leaf."""
        return MappingProxyType(
            {(row.perspective, row.criterion): row.swing for row in self.weights}
        )

    @cached_property
    def levels_by_criterion(self) -> Mapping[str, tuple[Level, ...]]:
        """The levels of each leaf, from the lowest number to the highest."""
        found: dict[str, list[Level]] = {}
        for row in self.levels:
            found.setdefault(row.criterion, []).append(row)
        return MappingProxyType({key: tuple(rows) for key, rows in found.items()})
