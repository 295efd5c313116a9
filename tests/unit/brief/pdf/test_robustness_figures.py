"""The pictures of robustness are painted in the brief as they are on screen."""

import io

import pypdf
import pytest

from app.brief.blocks import Figure
from app.brief.pdf import render
from tests.unit.brief.pdf.documents import document
from tests.unit.charts.test_robustness_drawings import RANKS, SPANS, TORNADO, TRIANGLE


def page_of(spec) -> pypdf.PageObject:
    """The first page of a document with one figure."""
    data = render(document(Figure(spec, "What it says.", "Caption")))
    return pypdf.PdfReader(io.BytesIO(data)).pages[0]


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        (RANKS, ("First", "60.0%", "first in")),
        (TORNADO, ("Rights", "-6.0", "changes hands")),
        (SPANS, ("Safety", "0.0% to 50.0%")),
        (TRIANGLE, ("Rights", "Safety", "Cost", "first in 75%")),
    ],
)
def test_every_label_of_a_picture_is_text_on_the_page(spec, words):
    text = page_of(spec).extract_text()
    assert all(word in text for word in words)


def test_areas_of_the_triangle_are_filled_and_closed():
    painted = page_of(TRIANGLE).get_contents().get_data()
    # In PDF, "h" closes an outline and "B*" fills and strokes it.
    assert painted.count(b"h\nB*") == len(TRIANGLE.areas)
