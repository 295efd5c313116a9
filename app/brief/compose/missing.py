"""What a brief should have and an assessment does not, in words, before anything is printed."""

from app.analysis.outcome import find_outcome
from app.brief.gaps import empty_fields
from app.wording import _
from db.model import Assessment, BriefKind

from .note import BOTTOM_LINE_LIMIT


def missing_parts(assessment: Assessment, kind: BriefKind | None = None) -> tuple[str, ...]:
    """The parts that a brief of this kind (by default the one set) goes without."""
    parts = empty_fields(assessment, kind)
    ranking = () if find_outcome(assessment) else (_("a ranking (options, criteria and scores)"),)
    return parts + ranking


def overlong_parts(assessment: Assessment, kind: BriefKind | None = None) -> tuple[str, ...]:
    """What is too long for its place in a brief of this kind, as sentences."""
    note = (kind or assessment.brief.kind) is BriefKind.NOTE
    length = len(assessment.brief.bottom_line)
    if not note or length <= BOTTOM_LINE_LIMIT:
        return ()
    text = _(
        "The bottom line has {length} characters; four lines of a note hold about {limit}. "
        "Shorten it."
    )
    return (text.format(length=length, limit=BOTTOM_LINE_LIMIT),)
