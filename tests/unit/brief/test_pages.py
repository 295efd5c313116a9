"""Pages become pictures of the width asked for, and no more of them than there are."""

from io import BytesIO

from PIL import Image

from app.brief.pages import page_pictures
from tests.unit.brief.pdf.documents import document, full_document


def test_the_first_pages_become_pictures_of_that_width():
    pictures = page_pictures(full_document(), count=2, width=300)
    assert [Image.open(BytesIO(data)).width for data in pictures] == [300, 300]


def test_a_document_of_one_page_gives_one_picture():
    assert len(page_pictures(document(), count=2)) == 1
