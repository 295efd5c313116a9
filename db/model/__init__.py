"""The assessment as one immutable value (frozen structs), and the rules that make it whole."""

from .assessment import Assessment
from .criteria import Criterion, Level, ScaleKind
from .decision import BriefSettings, Decision, MarkingScheme, Paper
from .evidence import (
    BenchmarkEvidence,
    ConditionEvidence,
    Credibility,
    Extract,
    PerspectiveEvidence,
    Precedent,
    Reliability,
    Source,
    SourceKind,
)
from .fields import LINE_LIMIT, NAME_LIMIT, PROSE_LIMIT, Row
from .identity import new_id
from .integrity import InvalidAssessment, check
from .judgements import (
    Basis,
    Confidence,
    Elicitation,
    Perspective,
    PerspectiveKind,
    Score,
    ScoreEvidence,
    Stance,
    Weight,
)
from .options import (
    Benchmark,
    Condition,
    ConditionExemption,
    Holds,
    Mechanism,
    Met,
    Option,
    OptionBenchmark,
    OptionMechanism,
    Recognition,
)
from .red_lines import Crossing, RedLine, RedLineJudgement, RedLineTest
from .scenarios import ChangeKind, Likelihood, Scenario, ScoreChange

__all__ = [
    "LINE_LIMIT",
    "NAME_LIMIT",
    "PROSE_LIMIT",
    "Assessment",
    "Basis",
    "Benchmark",
    "BenchmarkEvidence",
    "BriefSettings",
    "ChangeKind",
    "Condition",
    "ConditionEvidence",
    "ConditionExemption",
    "Confidence",
    "Credibility",
    "Criterion",
    "Crossing",
    "Decision",
    "Elicitation",
    "Extract",
    "Holds",
    "InvalidAssessment",
    "Level",
    "Likelihood",
    "MarkingScheme",
    "Mechanism",
    "Met",
    "Option",
    "OptionBenchmark",
    "OptionMechanism",
    "Paper",
    "Perspective",
    "PerspectiveEvidence",
    "PerspectiveKind",
    "Precedent",
    "Recognition",
    "RedLine",
    "RedLineJudgement",
    "RedLineTest",
    "Reliability",
    "Row",
    "ScaleKind",
    "Scenario",
    "Score",
    "ScoreChange",
    "ScoreEvidence",
    "Source",
    "SourceKind",
    "Stance",
    "Weight",
    "check",
    "new_id",
]
