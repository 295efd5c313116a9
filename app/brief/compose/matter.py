"""What every section of a brief is made from."""

from dataclasses import dataclass
from datetime import date

from app.analysis.outcome import Outcome
from app.analysis.verdict import Verdict
from app.brief.blocks import Block, Paragraph, typed
from db.model import Assessment, Option


@dataclass(frozen=True)
class Matter:
    """The assessment with its results; `outcome` is None while nothing can be ranked."""

    assessment: Assessment
    outcome: Outcome | None
    verdict: Verdict | None
    dated: date

    @property
    def subject(self) -> str:
        """What the brief is about."""
        return self.assessment.brief.subject or self.assessment.decision.title

    @property
    def leader(self) -> Option | None:
        """The option that is first, when exactly one is."""
        if self.outcome is None or len(self.outcome.leaders) != 1:
            return None
        return self.assessment.option_by_id[self.outcome.leaders[0]]


def typed_paragraphs(text: str, *, numbered: bool = True) -> list[Block]:
    """Somebody's text as one paragraph for each of its lines that says something."""
    return [
        Paragraph((typed(line.strip()),), numbered=numbered)
        for line in text.split("\n")
        if line.strip()
    ]
