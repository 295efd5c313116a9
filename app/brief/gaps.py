"""The fields of a brief that are still empty; the window counts them wherever it counts any."""

from app.wording import _
from db.model import Assessment, BriefKind


def brief_fields(
    assessment: Assessment, kind: BriefKind | None = None
) -> tuple[tuple[str, object], ...]:
    """What a brief of this kind (by default the one set) asks for, in words, with what is there."""
    brief, decision = assessment.brief, assessment.decision
    asked = (
        (_("the question"), decision.question),
        (_("whom the brief is for"), brief.to),
        (_("whom the brief is from"), brief.sender),
        (_("the marking"), decision.marking),
        (_("the bottom line in your own words"), brief.bottom_line),
        (_("the recommendation in your own words"), brief.recommendation),
    )
    return asked[1:] if (kind or brief.kind) is BriefKind.NOTE else asked


def empty_fields(assessment: Assessment, kind: BriefKind | None = None) -> tuple[str, ...]:
    """The fields that nothing stands in, in words."""
    return tuple(words for words, value in brief_fields(assessment, kind) if not value)
