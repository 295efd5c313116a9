"""The names of the things that can be chosen: confidence, basis, scales, ratings."""

import enum

from db.model import (
    Basis,
    BriefKind,
    BriefState,
    ChangeKind,
    Confidence,
    Credibility,
    Crossing,
    Elicitation,
    Ground,
    Happened,
    Holds,
    Likelihood,
    MarkingScheme,
    Met,
    Paper,
    PerspectiveKind,
    Recognition,
    RedLineTest,
    Reliability,
    ScaleKind,
    Shown,
    SourceKind,
    Stance,
    Widening,
)

from .language import _


def term(choice: enum.Enum) -> str:
    """A choice as it is shown."""
    return _terms(type(choice))[choice.name]


def _terms(kind: type[enum.Enum]) -> dict[str, str]:
    # By type and name: choices of different kinds that share a value are equal as text.
    kinds: dict[type[enum.Enum], dict[str, str]] = {
        Basis: {
            "INFORMATION": _("information"),
            "ASSUMPTION": _("assumption"),
        },
        BriefKind: {
            "MEMO": _("memo"),
            "NOTE": _("note"),
            "REPORT": _("report"),
        },
        BriefState: {
            "DRAFT": _("draft"),
            "FINAL": _("final"),
        },
        ChangeKind: {
            "SET": _("set to"),
            "ADD": _("change by"),
        },
        Confidence: {
            "HIGH": _("high"),
            "MEDIUM": _("medium"),
            "LOW": _("low"),
        },
        Credibility: {
            "CONFIRMED": _("1 – confirmed by other sources"),
            "PROBABLY_TRUE": _("2 – probably true"),
            "POSSIBLY_TRUE": _("3 – possibly true"),
            "DOUBTFUL": _("4 – doubtful"),
            "IMPROBABLE": _("5 – improbable"),
            "CANNOT_BE_JUDGED": _("6 – truth cannot be judged"),
        },
        Crossing: {
            "CLEAR": _("clear"),
            "MAY_CROSS": _("may cross"),
            "CROSSES": _("crosses"),
        },
        Elicitation: {
            "SWING": _("swing weights"),
            "DIRECT": _("judged directly, beside each other"),
            "RANKS": _("order of importance"),
            "PAIRWISE": _("pairwise comparison"),
            "BEST_WORST": _("best–worst comparison"),
            "VERBAL": _("verbal judgements"),
            "TRADE_OFF": _("trade-off questions"),
            "ASSUMED": _("assumed"),
        },
        Ground: {
            "WAIVED": _("waived"),
            "COMPARISON": _("kept for comparison"),
        },
        Happened: {
            "YES": _("happened"),
            "NO": _("did not happen"),
        },
        Holds: {
            "HOLDS": _("holds"),
            "PARTLY": _("partly holds"),
            "FAILS": _("fails"),
            "UNKNOWN": _("unknown"),
        },
        Likelihood: {
            "ALMOST_NO_CHANCE": _("almost no chance"),
            "VERY_UNLIKELY": _("very unlikely"),
            "UNLIKELY": _("unlikely"),
            "EVEN_CHANCE": _("roughly even chance"),
            "LIKELY": _("likely"),
            "VERY_LIKELY": _("very likely"),
            "ALMOST_CERTAIN": _("almost certain"),
        },
        MarkingScheme: {
            "TLP": _("Traffic Light Protocol"),
            "OWN": _("own words"),
        },
        Met: {
            "MET": _("met"),
            "PARTLY": _("partly met"),
            "NOT_MET": _("not met"),
            "UNKNOWN": _("unknown"),
        },
        Paper: {
            "A4": _("A4"),
            "LETTER": _("US Letter"),
        },
        PerspectiveKind: {
            "ASSESSOR": _("assessor"),
            "ACTOR": _("actor"),
        },
        Recognition: {
            "NONE": _("none"),
            "STAGED": _("staged"),
            "FULL": _("full"),
        },
        RedLineTest: {
            "JUDGED": _("judged per option"),
            "SCORE_BELOW": _("score below a threshold"),
            "SCORE_ABOVE": _("score above a threshold"),
            "RECOGNITION_WITHOUT_BENCHMARK": _("recognition while no benchmark is met"),
        },
        Reliability: {
            "A": _("A – completely reliable"),
            "B": _("B – usually reliable"),
            "C": _("C – fairly reliable"),
            "D": _("D – not usually reliable"),
            "E": _("E – unreliable"),
            "F": _("F – reliability cannot be judged"),
        },
        ScaleKind: {
            "DIRECT": _("direct 0–100"),
            "CONSTRUCTED": _("described levels, 0–100"),
            "NUMERIC": _("numeric"),
        },
        Shown: {
            "YES": _("shown"),
            "NO": _("left out"),
        },
        SourceKind: {
            "ARTICLE": _("article"),
            "BOOK": _("book"),
            "REPORT": _("report"),
            "NEWS": _("news"),
            "RESOLUTION": _("resolution"),
            "OPINION": _("opinion"),
            "OTHER": _("other"),
        },
        Stance: {
            "SUPPORTS": _("supports"),
            "CONTRADICTS": _("contradicts"),
        },
        Widening: {
            "OFF": _("ranges stay as stated"),
            "ON": _("weak evidence widens ranges"),
        },
    }
    return kinds[kind]
