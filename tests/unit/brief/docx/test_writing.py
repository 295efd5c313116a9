"""The Word document holds the text, lists and tables of the blocks, and opens nothing."""

import datetime
import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from app.brief.blocks import (
    Callout,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    typed,
)
from app.brief.clean import clean
from app.brief.compose import compose
from app.brief.docx import write_docx
from app.edits import decision
from app.exchange.samples import read_sample
from db.model import BriefKind
from tests.strategies import TEXTS

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
TODAY = datetime.date(2026, 3, 1)


def opened(*blocks: object, **frame: object):
    return docx.Document(io.BytesIO(write_docx(Document("t", blocks, NOON, **frame))))  # type: ignore[arg-type]


def paragraph_texts(file) -> list[str]:
    return [paragraph.text for paragraph in file.paragraphs]


@pytest.mark.parametrize("kind", BriefKind)
def test_headings_paragraphs_lists_and_tables_read_back_in_order(kind: BriefKind) -> None:
    document = compose(read_sample(), TODAY, kind)
    file = docx.Document(io.BytesIO(write_docx(document)))
    wanted: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            wanted.append(block.text)
        elif isinstance(block, Paragraph):
            wanted.append("".join(run.text for run in block.runs))
        elif isinstance(block, ListBlock) and not block.ordered:
            wanted += ["".join(run.text for run in item) for item in block.items]
        elif isinstance(block, Callout):
            wanted += ["".join(run.text for run in runs) for runs in block.paragraphs]
    found = iter(paragraph_texts(file))
    assert all(text in found for text in wanted)
    tables = sum(isinstance(block, Table | Figure) for block in document.blocks)
    assert len(file.tables) >= tables


def test_a_table_has_a_repeated_heading_row_and_every_cell() -> None:
    table = Table(
        (Column("A"), Column("B")),
        ((Cell((typed("group"),), header=True, span=2),), (Cell((typed("x"),)), Cell())),
        caption="Cap",
    )
    file = opened(table)
    (found,) = file.tables
    assert found.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    texts = [[cell.text for cell in row.cells] for row in found.rows]
    assert texts == [["A", "B"], ["group", "group"], ["x", ""]]
    assert "Cap" in paragraph_texts(file)


def test_equal_documents_give_equal_bytes_without_a_time() -> None:
    document = compose(read_sample(), TODAY)
    data = write_docx(document)
    assert write_docx(document) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_says_title_date_language_and_marking() -> None:
    file = opened(marking="TLP:AMBER", language="fr", author="Desk")
    facts = file.core_properties
    assert (facts.title, facts.author, facts.language) == ("t", "Desk", "fr")
    assert facts.created == NOON
    assert facts.comments == ""
    (section,) = file.sections
    assert "TLP:AMBER" in section.header.paragraphs[0].text
    assert "TLP:AMBER" in section.footer.paragraphs[0].text


def test_links_lead_only_where_links_may() -> None:
    file = opened(
        Paragraph((Run("web", link="https://example.org/"), Run("bad", link="file:///etc/passwd"))),
        Paragraph((Run("there", target="annex-a"),)),
        Heading(2, "Annex", anchor="annex-a"),
    )
    outside = [r.target_ref for r in file.part.rels.values() if r.is_external]
    assert outside == ["https://example.org/"]
    links = list(file.element.iter(qn("w:hyperlink")))
    marks = [m.get(qn("w:name")) for m in file.element.iter(qn("w:bookmarkStart"))]
    assert links[1].get(qn("w:anchor")) in marks


@pytest.mark.parametrize("text", [*TEXTS, "a\x00b\x1fc", "\ud800", "line\nbreak", "</w:t>"])
def test_any_text_stays_text(text: str) -> None:
    file = opened(Paragraph((typed(text),)), Heading(1, text), marking=text)
    assert clean(text) in paragraph_texts(file)


def test_a_right_to_left_document_turns_paragraphs_and_tables() -> None:
    table = Table((Column("A"), Column("B")), ((Cell(), Cell()),))
    file = opened(Paragraph((typed("سلام"),)), table, language="ar", direction="rtl")
    assert list(file.element.iter(qn("w:bidi")))
    assert list(file.element.iter(qn("w:bidiVisual")))
    assert list(file.element.iter(qn("w:rtl")))


def test_numbers_of_a_chart_stand_in_the_language_of_the_brief() -> None:
    french = decision.change_brief(read_sample(), language="fr")
    document = compose(french, TODAY, BriefKind.REPORT)
    file = docx.Document(io.BytesIO(write_docx(document)))
    cells = {cell.text for table in file.tables for row in table.rows for cell in row.cells}
    assert "53,6" in cells
    assert "53.6" not in cells
