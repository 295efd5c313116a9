"""No page of a whole brief ends with what only announces what comes after it."""

import datetime
import io

import msgspec
import pytest
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.brief.blocks import Document, Heading
from app.brief.compose import compose
from app.brief.pdf import rendering, styles
from app.brief.pdf.faces import load_family
from app.brief.pdf.keeping import Announcing
from app.brief.pdf.metadata import Facts
from app.brief.pdf.story import Story, find_anchors
from app.brief.pdf.typesetting import Typesetter
from app.edits import decision
from app.exchange.samples import read_sample
from db.model import BriefKind
from tests.strait import strait
from tests.unit.brief.pdf.documents import document, paragraph

TODAY = datetime.date(2026, 3, 1)


def ends_of_pages(brief: Document) -> list[Flowable]:
    """The last thing that stands on each page."""
    ends: dict[int, Flowable] = {}

    class Watched(rendering._Template):
        def afterFlowable(self, flowable: Flowable) -> None:
            if not isinstance(flowable, CondPageBreak | Spacer):
                ends[self.page] = flowable

    setter = Typesetter(brief, load_family(), find_anchors(brief))
    page = styles.PAGE_SIZES[brief.page_size]
    facts = Facts.of(brief, 2)
    Watched(io.BytesIO(), setter, page).typeset(
        Story(setter, styles.text_area(page)[0]).flowables(),
        lambda *arguments, **options: rendering._BriefCanvas(
            *arguments, setter=setter, facts=facts, attachment=None, **options
        ),
    )
    return list(ends.values())


def hanging(brief: Document) -> list[str]:
    return [
        found.shaped.text
        for found in ends_of_pages(brief)
        if isinstance(found, Announcing) and found.announces
    ]


def pushed_down(brief: Document, lines: int) -> Document:
    """The document with so many lines before it, so that its pages end elsewhere."""
    fillers = tuple(paragraph("Filler.") for _ in range(lines))
    return msgspec.structs.replace(brief, blocks=(*fillers, *brief.blocks))


@pytest.mark.parametrize("kind", [BriefKind.MEMO, BriefKind.REPORT])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_no_heading_and_no_caption_ends_a_page(kind, language):
    told = decision.change_brief(strait(), language=language)
    brief = compose(told, TODAY, kind)
    for lines in range(0, 30, 4):
        assert hanging(pushed_down(brief, lines)) == []


def test_no_heading_and_no_caption_ends_a_page_of_the_worked_example():
    assert hanging(compose(read_sample(), TODAY, BriefKind.REPORT)) == []


@pytest.mark.parametrize("words", [1, 14, 28, 44, 60])
@pytest.mark.parametrize("lines", range(20, 40))
def test_a_heading_stays_with_a_paragraph_of_any_length(words, lines):
    blocks = (Heading(2, "Heading"), paragraph(" ".join(["word"] * words)))
    assert hanging(pushed_down(document(*blocks), lines)) == []
