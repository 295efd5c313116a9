"""The brief of an assessment, of any kind, as neutral blocks."""

from datetime import UTC, date, datetime, time

from app.analysis.outcome import find_outcome
from app.analysis.policy.findings import find_policy
from app.analysis.verdict import find_verdict
from app.brief.blocks import Block, Document, Heading
from app.brief.origin import Origin
from app.wording import _, speaking
from db.model import Assessment, BriefKind, BriefState, Paper

from .direction import set_direction
from .lettering import letter_annexes
from .matter import Matter
from .sections import compose_sections
from .standing import find_standing


def compose(
    assessment: Assessment,
    today: date,
    kind: BriefKind | None = None,
    origin: Origin | None = None,
) -> Document:
    """The brief of an assessment, of the kind that its settings say or of another.

    It speaks the language and bears the date of its settings, or `today`; equal input gives an
    equal document. What is not in the assessment is left out, never printed hollow (see
    `missing_parts`).
    """
    with speaking(assessment.brief.language):
        matter = find_matter(assessment, today, kind or assessment.brief.kind, origin or Origin())
        matter, annexes = letter_annexes(matter)
        return frame_document(matter, [*compose_sections(matter), *annexes])


def compose_memo(assessment: Assessment, today: date) -> Document:
    """The decision memo of an assessment."""
    return compose(assessment, today, BriefKind.MEMO)


def find_matter(assessment: Assessment, today: date, kind: BriefKind, origin: Origin) -> Matter:
    """Everything that the sections of a brief are made from, before its annexes are lettered."""
    outcome = find_outcome(assessment)
    return Matter(
        assessment=assessment,
        outcome=outcome,
        verdict=None if outcome is None else find_verdict(outcome),
        policy=find_policy(assessment, outcome),
        standing=None if kind is BriefKind.NOTE else find_standing(outcome),
        dated=assessment.brief.dated or today,
        kind=kind,
        origin=origin,
    )


def _standings(assessment: Assessment) -> list[str]:
    """What every page has to say of a brief that is not to be taken for more than it is."""
    standings = []
    if assessment.brief.state is BriefState.DRAFT:
        standings.append(_("Draft"))
    if assessment.decision.illustrative:
        standings.append(_("Illustration"))
    return standings


def frame_document(matter: Matter, blocks: list[Block]) -> Document:
    """A document of these blocks with the frame that the assessment asks for."""
    assessment = matter.assessment
    document = Document(
        title=matter.subject,
        subject=assessment.decision.question.split("\n")[0],
        author=assessment.brief.sender,
        keywords=matter.origin.keywords,
        blocks=(Heading(1, matter.subject), *blocks),
        date=datetime.combine(matter.dated, time(12), UTC),
        marking=assessment.decision.marking,
        identifier=assessment.brief.reference,
        header=" · ".join(_standings(assessment)),
        footer=assessment.brief.reference,
        page_size="Letter" if assessment.brief.paper is Paper.LETTER else "A4",
        page_label=_("Page {page} of {pages}"),
        continued=_("(continued)"),
    )
    return set_direction(document)
