"""A house style is bounded and readable, and changes how a brief looks, never what it says."""

import datetime

import pytest
from msgspec import structs
from PIL import Image

from app.brief.blocks import Callout, Document, Figure, Paragraph, Table
from app.brief.compose import compose
from app.brief.house import StyleRefused, read_style
from app.brief.pdf import render
from app.brief.styling import styled
from app.exchange.samples import read_sample
from tests.unit.brief.pdf.documents import full_document
from tests.unit.brief.pdf.reading import read

FULL = """
letterhead = ["Ministry of Foreign Affairs", "Policy Planning"]
accent = "#6b1f2a"
paper = "Letter"
logo = "arms.png"
logo_text = "Arms of the Republic"
portion_marks = true
[portions]
"TLP:AMBER" = "A"
"""


@pytest.fixture
def written(tmp_path):
    """Write a style and return its path."""
    Image.new("RGBA", (40, 60), (120, 20, 40, 128)).save(tmp_path / "arms.png")

    def write(text: str):
        path = tmp_path / "style.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_letterhead_accent_and_paper_are_the_houses(written):
    document = styled(full_document(), read_style(written(FULL)))
    assert document.letterhead == ("Ministry of Foreign Affairs", "Policy Planning")
    assert (document.accent, document.page_size) == ("#6b1f2a", "Letter")


def test_the_logo_is_a_figure_that_is_read_first(written):
    reading = read(render(styled(full_document(), read_style(written(FULL)))))
    first = reading.root.children[0]
    assert (first.tag, first.alternative) == ("Figure", "Arms of the Republic")
    assert reading.faults == []
    assert next(iter(reading.reader.pages[0].images)).image.size == (40, 60)


def test_every_paragraph_carries_its_portion_mark(written):
    sample = compose(read_sample(), datetime.date(2026, 3, 1))
    marked = structs.replace(sample, marking="TLP:AMBER")
    for block in styled(marked, read_style(written(FULL))).blocks:
        if isinstance(block, Paragraph):
            assert block.runs[0].text.startswith("(A)")
        if isinstance(block, Table | Figure) and block.caption:
            assert block.caption.startswith("(A)")
        if isinstance(block, Callout):
            assert all(runs[0].text.startswith("(A)") for runs in block.paragraphs)


def test_a_marking_without_a_short_form_is_its_own_portion_mark(written):
    document = structs.replace(full_document(), marking="RESTRICTED")
    runs = next(
        b for b in styled(document, read_style(written(FULL))).blocks if isinstance(b, Paragraph)
    ).runs
    assert runs[0].text == "(RESTRICTED)\u00a0"


def test_without_a_style_nothing_changes():
    document = full_document()
    assert styled(document, None) is document


def test_an_empty_style_changes_the_keywords_alone(written):
    document = structs.replace(full_document(), letterhead=())
    changed = styled(document, read_style(written("")))
    assert changed.keywords.startswith(f"{document.keywords}; style:")
    assert structs.replace(changed, keywords=document.keywords) == document


def test_the_fingerprint_follows_style_and_picture(written, tmp_path):
    first = read_style(written(FULL)).fingerprint
    Image.new("RGB", (40, 60), "white").save(tmp_path / "arms.png")
    second = read_style(written(FULL)).fingerprint
    third = read_style(written(FULL + "\n")).fingerprint
    assert len({first, second, third}) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('accent = "#aaaaaa"', "too pale to read on white: its contrast is 2.3"),
        ('accent = "red"', "no house style"),
        ('fonts = "Comic"', "unknown field"),
        ('paper = "A5"', "no house style"),
        ('letterhead = ["1", "2", "3", "4"]', "no house style"),
        ("not toml", "no house style"),
        ('logo = "../arms.png"\nlogo_text = "x"', "no name of a PNG or JPEG file"),
        ('logo = "/etc/passwd"\nlogo_text = "x"', "no name of a PNG or JPEG file"),
        ('logo = "arms.png"', "without words for it"),
        ("letterhead = [" + "[" * 20_000, "no house style"),
        ("# " + "x" * 70_000, "larger than 64 KB"),
    ],
)
def test_what_a_brief_cannot_be_is_refused_in_a_sentence(written, text, told):
    with pytest.raises(StyleRefused, match=told):
        read_style(written(text))


@pytest.mark.parametrize("data", [b"no picture", b"\x89PNG\r\n\x1a\n" + b"\x00" * 90])
def test_a_picture_that_is_none_is_refused(written, tmp_path, data):
    (tmp_path / "arms.png").write_bytes(data)
    with pytest.raises(StyleRefused, match="cannot be read as a PNG or JPEG"):
        read_style(written(FULL))


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(written, tmp_path):
    Image.new("1", (9000, 9000)).save(tmp_path / "arms.png")
    with pytest.raises(StyleRefused, match="more than 2000 pixels"):
        read_style(written(FULL))


def test_the_work_is_watched_block_by_block_and_can_be_ended():
    document: Document = full_document()
    seen: list[tuple[int, int]] = []
    render(document, watch=lambda done, total: seen.append((done, total)))
    total = len(document.blocks)
    assert seen == [(done, total) for done in range(total + 1)]

    def end(done: int, _total: int) -> None:
        if done == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        render(document, watch=end)
