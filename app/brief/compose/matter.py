"""What every section of a brief is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.analysis.outcome import Outcome
from app.analysis.policy.findings import PolicyFindings
from app.analysis.verdict import Verdict
from app.brief.blocks import Block, Paragraph, Run, Runs, said, typed
from app.brief.origin import Origin
from app.wording import _
from db.model import Assessment, BriefKind, Option

from .standing import Standing

CALCULATED = "†"
"""Marks a paragraph that the program wrote; the brief explains it once, at its end."""


@dataclass(frozen=True)
class Matter:
    """The assessment with its results; `outcome` is None while nothing can be ranked.

    standing: how the ranking stands when weights and scores move, None where there is nothing to
    compare. annexes: the letter of each annex that the brief has, by the annex's name.
    """

    assessment: Assessment
    outcome: Outcome | None
    verdict: Verdict | None
    policy: PolicyFindings
    standing: Standing | None
    dated: date
    kind: BriefKind = BriefKind.MEMO
    origin: Origin = field(default_factory=Origin)
    annexes: Mapping[str, str] = field(default_factory=dict)

    @property
    def in_full(self) -> bool:
        """Whether tables stand in the body; a memo keeps them in its annexes."""
        return self.kind is BriefKind.REPORT

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

    @property
    def recommended(self) -> Option | None:
        """The option advised: the officer's choice, or the leader."""
        chosen = self.assessment.brief.recommended
        return self.leader if chosen is None else self.assessment.option_by_id[chosen]

    @property
    def weighed(self) -> Option | None:
        """The option advised, when it is one of those ranked."""
        option = self.recommended
        ranked = self.outcome is not None and option is not None
        return option if ranked and not _screened_out(option) else None

    def see(self, annex: str) -> Runs:
        """A reference to an annex, to be put behind a sentence; nothing where it is missing."""
        letter = self.annexes.get(annex)
        if letter is None:
            return ()
        words = _("Annex\u00a0{letter}").format(letter=letter)
        return said(" ("), Run(words, target=anchor(annex)), said(")")


def anchor(annex: str) -> str:
    """Where a reference to an annex leads."""
    return f"annex-{annex}"


SHORT = 300
"""So many characters of somebody's own argument stand in a memo's body; longer ones in an annex."""


def is_short(text: str, matter: Matter) -> bool:
    """Whether an argument stands in the body of this brief."""
    return matter.in_full or len(text) <= SHORT


def typed_paragraphs(text: str, *, numbered: bool = True) -> list[Block]:
    """Somebody's text as one paragraph for each of its lines that says something."""
    return [
        Paragraph((typed(line.strip()),), numbered=numbered)
        for line in text.split("\n")
        if line.strip()
    ]


def told(*sentences: str, see: Runs = (), numbered: bool = True) -> list[Block]:
    """The program's sentences as one marked paragraph; nothing where all are empty."""
    words = " ".join(sentence for sentence in sentences if sentence)
    return [Paragraph(marked((said(words), *see)), numbered=numbered)] if words else []


def labelled(label: str) -> str:
    """A label with what the language puts behind it."""
    return _("{label}:").format(label=label)


def marked(runs: Runs) -> Runs:
    """The program's words with the mark that tells them from the officers' own."""
    return (*runs, Run(CALCULATED, raised=True))


def _screened_out(option: Option | None) -> bool:
    return option is None or bool(option.screened_out)
