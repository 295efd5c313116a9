"""Where letters and links stand on the page."""

import io
import re

import pypdf
import pytest

from app.brief.blocks import Paragraph, Run, said
from app.brief.pdf import render
from app.brief.pdf.styles import SIDE_MARGIN
from tests.unit.brief.pdf.documents import DARI, document

PAGE_WIDTH = 595.28
RIGHT = PAGE_WIDTH - SIDE_MARGIN


def page_of(*runs, **fields):
    data = render(document(Paragraph(runs, **fields), page_label=""))
    return pypdf.PdfReader(io.BytesIO(data)).pages[0]


def placed(page) -> list[tuple[float, float]]:
    """The place in the column of each show operator of the paragraph, in reading order."""
    code = page.get_contents().get_data().decode("latin-1")
    start = code.index("/P <</MCID 0>> BDC")
    code = code[start : code.index("EMC", start)]
    return [(float(x), float(y)) for x, y in re.findall(r"1 0 0 1 (\S+) (\S+) Tm", code)]


def test_letters_of_right_to_left_text_go_from_right_to_left():
    places = placed(page_of(said("کتابخانه"), direction="rtl", language="fa-AF"))
    xs = [x for x, _ in places]
    assert len(xs) == 8
    assert xs == sorted(xs, reverse=True)
    assert RIGHT - SIDE_MARGIN - 15 < xs[0] < RIGHT - SIDE_MARGIN


def test_every_letter_stands_between_the_margins():
    for x, _ in placed(page_of(said(DARI * 4), direction="rtl", language="fa-AF")):
        assert -6 <= x <= PAGE_WIDTH - 2 * SIDE_MARGIN + 0.1  # a last space may hang


def test_a_name_in_a_sentence_stands_in_its_place_and_reads_backwards():
    places = placed(page_of(said("before سلم after")))
    xs = [x for x, _ in places]
    before, name, after = xs[0], xs[1:4], xs[-1]
    assert name == sorted(name, reverse=True)
    assert before < min(name)
    assert max(name) < after


def test_latin_in_a_right_to_left_sentence_reads_forwards_between_its_words():
    places = placed(page_of(said("سلام Option C دنیا"), direction="rtl", language="fa-AF"))
    xs = [x for x, _ in places]
    assert xs[0] > xs[5] > xs[-1]


@pytest.mark.parametrize("text", ["the guidance", "the guidance, long enough to be broken " * 4])
def test_a_link_is_active_over_its_text_on_every_line(text):
    page = page_of(said("See "), Run(text.strip(), link="https://example.org"))
    areas = [annotation.get_object() for annotation in page["/Annots"]]
    assert len(areas) == (1 if len(text) < 40 else 2)
    for area in areas:
        assert area["/Subtype"] == "/Link"
        assert area["/F"] == 4
        assert area["/Contents"].endswith("(example.org)")
        left, bottom, right, top = (float(edge) for edge in area["/Rect"])
        assert SIDE_MARGIN - 0.1 <= left < right <= RIGHT + 0.1
        assert 10 < top - bottom < 16
    assert page["/Tabs"] == "/S"


def test_a_link_within_the_document_leads_to_its_place():
    reader = pypdf.PdfReader(
        io.BytesIO(
            render(
                document(
                    Paragraph((Run("there", target="there"),)),
                    Paragraph((said("Here."),), anchor="there"),
                )
            )
        )
    )
    link = reader.pages[0]["/Annots"][0].get_object()
    assert "/A" not in link
    assert link["/Dest"][0].get_object() == reader.pages[0].get_object()
