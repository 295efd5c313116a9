"""Paragraphs are shaped and broken without losing, repeating or squeezing anything."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.brief.clean import clean
from app.brief.pdf.breaking import break_lines, widest_word
from app.brief.pdf.faces import load_family
from app.brief.pdf.painting import place_pieces
from app.brief.pdf.shaping import ShapedText, Strand
from tests.unit.brief.pdf.documents import ARABIC, CYRILLIC, DARI, GREEK, PASHTO

ALPHABET = "ab cdé, -–/()12.٪۱۲سلامښ\u200c\u0301\u0651\u2068\u2069Ωж→€ "
TEXTS = st.text(st.sampled_from(ALPHABET), max_size=120).map(clean)


def shape(text: str, base: int = 0, size: float = 10.0) -> ShapedText:
    return ShapedText([Strand(text, size, "#000000")], load_family(), base, "en")


@given(TEXTS, st.integers(0, 1), st.floats(20, 400))
def test_lines_hold_all_the_text_in_order(text, base, width):
    lines = break_lines(shape(text, base), width)
    assert [line.start for line in lines[1:]] == [line.end for line in lines[:-1]]
    assert (lines[0].start, lines[-1].end) == (0, len(text))


@given(TEXTS, st.integers(0, 1), st.floats(40, 400))
def test_no_line_is_wider_than_its_measure(text, base, width):
    shaped = shape(text, base)
    for line in break_lines(shaped, width):
        assert shaped.offsets[line.visible_end] - shaped.offsets[line.start] <= width + 0.001


@given(TEXTS, st.integers(0, 1))
def test_lines_as_wide_as_the_widest_word_break_no_word(text, base):
    shaped = shape(text, base)
    for line in break_lines(shaped, widest_word(shaped) + 0.001):
        assert line.end == len(text) or text[line.end - 1] in " -–/"


@given(TEXTS, st.integers(0, 1))
def test_pieces_of_a_line_lie_side_by_side(text, base):
    shaped = shape(text, base)
    for line in break_lines(shaped, 200):
        pieces = [p for p in place_pieces(shaped, line, 0) if p.start < line.visible_end]
        pieces.sort(key=lambda piece: (piece.left, piece.right))
        for left, right in pairwise(pieces):
            assert abs(left.right - right.left) < 0.001


@pytest.mark.parametrize("text", ["2021-2", "-5 %", "a\u00a0b", "12/2026"])
def test_numbers_and_fixed_spaces_hold_together(text):
    shaped = shape(text)
    assert widest_word(shaped) >= shaped.width - shape(" %").width - 0.001


@pytest.mark.parametrize("text", [DARI, PASHTO, ARABIC, GREEK, CYRILLIC, "→ ≥ ✓ ■ €"])
def test_every_script_of_the_brief_has_its_letters(text):
    shaped = shape(text)
    assert shaped.missing == []
    assert all(glyph.number for segment in shaped.segments for glyph in segment.glyphs)


def test_arabic_letters_join():
    joined = shape("ښښښ", 1)
    single = shape("ښ", 1)
    numbers = [glyph.number for glyph in joined.segments[0].glyphs]
    assert len(set(numbers)) == 3
    assert single.segments[0].glyphs[0].number not in numbers[:2]


def test_a_sign_that_no_font_has_is_reported_and_drawn_as_a_replacement():
    shaped = shape("a😀b")
    assert shaped.missing == ["😀"]
    assert shaped.text == "a😀b"
