"""Where pages end: headings stay with what they announce, short things stay whole."""

import io

import pypdf
import pytest

from app.brief.blocks import Cell, Choices, Column, Figure, Heading, PageBreak, Table, said
from app.brief.pdf import render
from app.brief.pdf.grid import share_width
from tests.unit.brief.pdf.documents import RANKING, SENTENCE, document, paragraph

FILLERS = range(0, 48, 3)


def pages(*blocks, filler: int) -> list[str]:
    """The text of each page when `filler` lines stand before `blocks`."""
    lines = [paragraph("Filler.") for _ in range(filler)]
    data = render(document(*lines, *blocks))
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def page_with(texts: list[str], part: str) -> int:
    return next(number for number, text in enumerate(texts) if part in text)


def table(rows: int, words: str = "cell") -> Table:
    cells = tuple((Cell((said(f"row{n}."),)), Cell((said(words),))) for n in range(rows))
    return Table((Column("One"), Column("Two")), cells, "Caption")


@pytest.mark.parametrize("filler", FILLERS)
def test_a_heading_stays_with_the_beginning_of_its_text(filler):
    texts = pages(Heading(2, "Heading"), paragraph("Begin " + SENTENCE * 9), filler=filler)
    assert page_with(texts, "Heading") == page_with(texts, "Begin")


@pytest.mark.parametrize("filler", FILLERS)
def test_a_heading_and_a_caption_stay_with_a_figure(filler):
    texts = pages(Heading(2, "Heading"), Figure(RANKING, "alt", "Caption"), filler=filler)
    assert page_with(texts, "Heading") == page_with(texts, "Caption") == page_with(texts, "53.6")


@pytest.mark.parametrize("filler", FILLERS)
def test_a_short_table_is_not_cut(filler):
    texts = pages(table(6), filler=filler)
    assert page_with(texts, "Caption") == page_with(texts, "row0.") == page_with(texts, "row5.")


@pytest.mark.parametrize("filler", FILLERS)
def test_a_long_table_starts_where_it_stands_and_leaves_no_row_alone(filler):
    texts = pages(table(40, SENTENCE), filler=filler)
    first = page_with(texts, "row0.")
    assert first == page_with(texts, "row1.") == page_with(texts, "Caption")
    assert page_with(texts, "row38.") == page_with(texts, "row39.")
    if filler < 30:
        assert first == 0


@pytest.mark.parametrize("filler", FILLERS)
def test_boxes_to_tick_stay_with_what_is_to_be_agreed(filler):
    texts = pages(paragraph("To agree."), Choices(("Agree",), ("Signature",)), filler=filler)
    assert page_with(texts, "To agree.") == page_with(texts, "Agree") == page_with(texts, "Signat")


def test_a_heading_of_a_group_of_rows_does_not_end_a_page():
    group = (Cell((said("Group"),), header=True, span=2),)
    for before in range(20, 34):
        rows = table(before).rows
        whole = Table((Column("One"), Column("Two")), (*rows, group, *table(9).rows), "Caption")
        texts = pages(whole, filler=0)
        last = page_with(texts, "Group")
        assert not texts[last].split("Group")[1].strip().startswith("Page")


def test_widths_follow_the_weights_and_respect_the_least():
    assert share_width([1, 3], [0, 0], 400) == [100, 300]
    assert share_width([1, 3], [150, 0], 400) == [150, 250]
    assert share_width([1, 1], [300, 300], 400) == [200, 200]
    assert sum(share_width([1, 2, 3, 4], [50, 10, 200, 0], 459)) == pytest.approx(459)


@pytest.mark.parametrize("filler", FILLERS)
def test_no_single_line_of_a_paragraph_stands_on_a_page(filler):
    words = [f"word{n}" for n in range(44)]  # four lines
    texts = pages(paragraph(" ".join(words)), paragraph("After " + SENTENCE), filler=filler)
    shares = [sum(word in text.split() for word in words) for text in texts]
    assert all(share == 0 or share > 14 for share in shares)


def test_a_draft_is_called_one_under_a_letterhead_too():
    plain = document(paragraph("Body"), header="Draft", letterhead=("Ministry",))
    (page,) = pypdf.PdfReader(io.BytesIO(render(plain))).pages
    assert "Draft" in page.extract_text()


def test_annexes_go_on_where_little_stands_on_a_page():
    short, long = (pages(PageBreak(), paragraph("Annex"), filler=n) for n in (3, 24))
    assert page_with(short, "Annex") == 0
    assert page_with(long, "Annex") == 1
