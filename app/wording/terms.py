"""The names of the things that can be chosen: confidence, basis, scales, ratings."""

import enum

from db.model import (
    Basis,
    Confidence,
    Crossing,
    Elicitation,
    Holds,
    Met,
    Recognition,
    ScaleKind,
    SourceKind,
    Stance,
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
        Confidence: {
            "HIGH": _("high"),
            "MEDIUM": _("medium"),
            "LOW": _("low"),
        },
        Crossing: {
            "CLEAR": _("clear"),
            "MAY_CROSS": _("may cross"),
            "CROSSES": _("crosses"),
        },
        Elicitation: {
            "SWING": _("swing weights"),
            "DIRECT": _("points given directly"),
            "RANKS": _("order of importance"),
            "PAIRWISE": _("pairwise comparison"),
            "BEST_WORST": _("best–worst comparison"),
            "VERBAL": _("verbal judgements"),
            "TRADE_OFF": _("trade-off questions"),
            "ASSUMED": _("assumed"),
        },
        Holds: {
            "HOLDS": _("holds"),
            "PARTLY": _("partly holds"),
            "FAILS": _("fails"),
            "UNKNOWN": _("unknown"),
        },
        Met: {
            "MET": _("met"),
            "PARTLY": _("partly met"),
            "NOT_MET": _("not met"),
            "UNKNOWN": _("unknown"),
        },
        Recognition: {
            "NONE": _("none"),
            "STAGED": _("staged"),
            "FULL": _("full"),
        },
        ScaleKind: {
            "DIRECT": _("direct 0–100"),
            "CONSTRUCTED": _("described levels, 0–100"),
            "NUMERIC": _("numeric"),
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
    }
    return kinds[kind]
