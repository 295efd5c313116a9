"""What was composed is what is read aloud: the same words, in order, as the same things."""

import pytest

from app.brief import blocks
from app.brief.clean import clean
from app.brief.pdf import render
from tests.unit.brief.pdf.documents import (
    SENTENCE,
    document,
    full_document,
    paragraph,
)
from tests.unit.brief.pdf.reading import Reading, read


@pytest.fixture(scope="module")
def full() -> blocks.Document:
    return full_document()


@pytest.fixture(scope="module")
def reading(full) -> Reading:
    return read(render(full))


def words(runs) -> str:
    return " ".join("".join(clean(run.text) for run in runs).split())


def expected(whole: blocks.Document):
    """Yield the tag and the words of each paragraph-like element of a document."""
    number = 0
    for block in whole.blocks:
        if isinstance(block, blocks.Paragraph) and block.numbered:
            number += 1
            yield "P", f"{number}. {words(block.runs)}"
        else:
            yield from EXPECTED[type(block)](block)


def expected_list(block: blocks.ListBlock):
    for place, item in enumerate(block.items, start=1):
        yield "LI", (f"{place}. " if block.ordered else "• ") + words(item)


def expected_facts(block: blocks.KeyValues):
    for label, runs in block.rows:
        yield from (("TH", label), ("TD", words(runs)))


def expected_box(block: blocks.Callout):
    yield "P", block.title
    yield from (("P", words(runs)) for runs in block.paragraphs)


def expected_choices(block: blocks.Choices):
    yield from (("LI", option) for option in block.options)
    yield from (("P", label) for label in block.fields)


def expected_table(table: blocks.Table):
    yield "Caption", table.caption
    yield from (("TH", column.header) for column in table.columns)
    for row in table.rows:
        yield from (("TH" if cell.header else "TD", words(cell.runs)) for cell in row)
    if table.note:
        yield "P", words(table.note)


EXPECTED = {
    blocks.Heading: lambda block: [(f"H{block.level}", clean(block.text))],
    blocks.Paragraph: lambda block: [("P", words(block.runs))],
    blocks.ListBlock: expected_list,
    blocks.KeyValues: expected_facts,
    blocks.Table: expected_table,
    blocks.Callout: expected_box,
    blocks.Choices: expected_choices,
    blocks.Figure: lambda b: [("Caption", b.caption), ("Figure", b.alternative)],
    blocks.Note: lambda block: [("Note", f"{block.label} {words(block.runs)}")],
    blocks.Contents: lambda _block: [],
    blocks.PageBreak: lambda _block: [],
}


def found(node):
    """Yield the tag and the words of each paragraph-like element that was read."""
    if node.tag == "TOC":
        return
    if node.tag == "Figure":
        yield "Figure", node.alternative
    elif node.tag in ("H1", "H2", "H3", "P", "LI", "TH", "TD", "Caption", "Note"):
        yield node.tag, node.words
    else:
        for child in node.children:
            if not isinstance(child, str):
                yield from found(child)


def test_the_tags_give_the_document_in_order_word_for_word(full, reading):
    assert list(found(reading.root)) == list(expected(full))


def test_content_and_structure_belong_together(reading):
    assert reading.faults == []
    assert reading.loose == []


def test_headers_footers_and_repeated_headings_are_not_read_aloud(reading):
    artifacts = " ".join(reading.artifacts)
    pages = len(reading.reader.pages)
    assert artifacts.count("TLP:AMBER") == 2 * pages
    assert f"Page {pages} of {pages}" in artifacts
    assert "Rationale" in artifacts
    assert "Page 1 of" not in reading.root.text


def test_each_page_shows_its_number_and_the_number_of_pages(reading):
    pages = len(reading.reader.pages)
    labels = [text for text in reading.artifacts if text.startswith("Page ")]
    assert labels == [f"Page {number} of {pages}" for number in range(1, pages + 1)]


def test_table_headings_say_what_they_head(reading):
    scopes = {node.attributes.get("/Scope") for node in reading.root.all("TH")}
    assert scopes == {"/Column", "/Row"}
    spanning = [n for n in reading.root.all("TH") if n.attributes.get("/ColSpan") == 3]
    assert [node.words for node in spanning] == ["Part 0", "Part 6", "Part 12", "Part 18"]


def test_parts_in_another_language_say_so(reading):
    spoken = {node.language: node.words for node in reading.root.walk() if node.language}
    assert spoken["ps"]
    assert {"en-GB", "fa-AF", "ps", "ar", "el", "ru"} <= set(spoken)


def test_contents_name_the_headings_with_the_pages_they_are_on(full, reading):
    entries = [node.words for node in reading.root.all("TOCI")]
    headings = [b.text for b in full.blocks if isinstance(b, blocks.Heading) and b.level > 1]
    assert [entry.rsplit(" ", 1)[0] for entry in entries] == headings
    page = int(entries[-1].rsplit(" ", 1)[1])
    assert "Annex" in reading.reader.pages[page - 1].extract_text()


def test_bookmarks_follow_the_headings(full, reading):
    def titles(entries):
        for entry in entries:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield entry.title

    headings = [clean(b.text) for b in full.blocks if isinstance(b, blocks.Heading)]
    assert list(titles(reading.reader.outline)) == headings


def test_a_row_cut_by_a_page_stays_one_row():
    cells = (blocks.Cell((blocks.typed(SENTENCE * 80),)), blocks.Cell((blocks.typed("short"),)))
    table = blocks.Table((blocks.Column("One"), blocks.Column("Two")), (cells,), "High")
    reading = read(render(document(paragraph(SENTENCE), table)))
    assert len(reading.reader.pages) > 1
    assert len(reading.root.all("TR")) == 2
    assert reading.root.all("TD")[0].words == (SENTENCE * 80).strip()
    assert reading.faults == []


def test_a_table_too_wide_for_the_page_is_cut_into_panels_under_the_same_first_column():
    columns = tuple(blocks.Column(f"Criterion {n}") for n in range(40))
    row = tuple(blocks.Cell((blocks.said(f"value{n}"),), header=n == 0) for n in range(40))
    reading = read(render(document(blocks.Table(columns, (row,), "Matrix"))))
    tables = reading.root.all("Table")
    assert len(tables) > 1
    assert {table.all("TD", "TH")[0].words for table in tables} == {"Criterion 0"}
    shown = [cell.words for table in tables for cell in table.all("TD")]
    assert shown == [f"value{n}" for n in range(1, 40)]
    captions = [table.all("Caption")[0].words for table in tables]
    assert captions == ["Matrix", *["Matrix (continued)"] * (len(tables) - 1)]


def test_a_row_that_does_not_cover_the_columns_is_refused():
    table = blocks.Table((blocks.Column("One"), blocks.Column("Two")), ((blocks.Cell(),),))
    with pytest.raises(ValueError, match="1 of 2 columns"):
        render(document(table))


def test_an_empty_document_is_still_a_page():
    assert len(read(render(document())).reader.pages) == 1


def test_paragraph_numbers_and_pages_use_the_digits_of_the_language():
    whole = document(
        *(paragraph("متن", numbered=True) for _ in range(12)),
        language="fa-AF",
        direction="rtl",
        digits="۰۱۲۳۴۵۶۷۸۹",
        page_label="صفحهٔ {page} از {pages}",
    )
    reading = read(render(whole))
    assert reading.root.all("P")[11].words == "۱۲. متن"
    assert "صفحهٔ ۱ از ۱" in "".join(reading.artifacts)
