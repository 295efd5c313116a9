"""What a score stands on: the grades of the evidence that is linked to it."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from db.model import Assessment, Extract, Reliability, ScoreEvidence, Source, Stance

STRONG = frozenset({Reliability.A, Reliability.B})
"""Grades of sources that are usually reliable or better."""
FAIR = STRONG | {Reliability.C}
"""Grades of sources that are fairly reliable or better."""
PROBABLE = 2
"""Claims graded up to this are probably true or confirmed."""
POSSIBLE = 3
"""Claims graded up to this are possibly true or better."""


class Footing(enum.IntEnum):
    """How well a score is supported, the worst last."""

    STRONG = 0
    FAIR = 1
    WEAK = 2
    NONE = 3


def document_read(documents: Mapping[str, Source], source: str) -> str:
    """The id of the document that was read where `source` is known only through another."""
    seen = {source}
    cited_in = documents[source].cited_in
    while cited_in is not None and cited_in not in seen:
        seen.add(cited_in)
        source, cited_in = cited_in, documents[cited_in].cited_in
    return source


def footing_of_claim(documents: Mapping[str, Source], extract: Extract) -> Footing:
    """How well one claim supports what it is linked to.

    What is known only through another document is no better than that document.
    """
    read = documents[document_read(documents, extract.source)]
    grades = {documents[extract.source].reliability, read.reliability}
    if grades <= STRONG and extract.credibility <= PROBABLE:
        return Footing.STRONG
    if grades <= FAIR and extract.credibility <= POSSIBLE:
        return Footing.FAIR
    return Footing.WEAK


def find_footings(assessment: Assessment, assessor: str) -> Mapping[tuple[str, str], Footing]:
    """The footing of an assessor's scores by option and leaf; what is not in it has none.

    The best claim in support counts, since weaker ones beside it take nothing away. Where another
    claim contradicts the score, it is weak at best.
    """
    documents = {row.id: row for row in assessment.sources}
    claims = {row.id: footing_of_claim(documents, row) for row in assessment.extracts}
    links = [row for row in assessment.score_evidence if row.assessor == assessor]
    contested = {_cell(row) for row in links if row.stance is Stance.CONTRADICTS}
    found: dict[tuple[str, str], Footing] = {}
    for row in links:
        if row.stance is Stance.SUPPORTS:
            worst = Footing.WEAK if _cell(row) in contested else Footing.STRONG
            footing = max(claims[row.extract], worst)
            found[_cell(row)] = min(footing, found.get(_cell(row), Footing.NONE))
    return found


def _cell(link: ScoreEvidence) -> tuple[str, str]:
    return link.option, link.criterion
