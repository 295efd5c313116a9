"""Text made ready to set: directions resolved, fonts chosen, shapes and widths from HarfBuzz.

Everything here is in logical (reading) order; only painting a line puts it in visual order.
"""

import re
from itertools import accumulate
from typing import NamedTuple

import uharfbuzz as hb

from app.brief.pdf.bidi import level_line, resolve
from app.brief.pdf.faces import INVISIBLE, JOINERS, Cut, Face, Family, cut_of
from app.brief.pdf.structure import Element

# Whatever may need the bidirectional algorithm; text without any of it runs left to right.
_TURNS = re.compile(
    "[\u0590-\u08ff\u200f\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Link(NamedTuple):
    """Where a link leads (a safe address, or an anchor of the document) and how it is announced."""

    address: str
    anchor: str
    description: str
    element: Element


class Strand(NamedTuple):
    """A stretch of clean text in one style, and the structure element that it belongs to.

    `element` None leaves it to the paragraph's own element.
    """

    text: str
    size: float
    colour: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    element: Element | None = None
    link: Link | None = None
    rise: float = 0.0

    @property
    def cut(self) -> Cut:
        """The cut of the family it is set in."""
        return cut_of(bold=self.bold, italic=self.italic)


class Glyph(NamedTuple):
    """A shape: the index of its first character, its number, advance and offset in points."""

    start: int
    number: int
    advance: float
    x: float
    y: float


class Segment(NamedTuple):
    """Characters of one strand, one direction and one face, with their shapes in logical order.

    `starts` repeats each shape's first character, for searching.
    """

    start: int
    end: int
    level: int
    face: Face
    strand: Strand
    glyphs: list[Glyph]
    starts: list[int]


class ShapedText:
    """A paragraph's text with its shapes, ready to be broken at any width."""

    def __init__(self, strands: list[Strand], family: Family, base: int, language: str) -> None:
        """Shape `strands` as one paragraph of direction `base` (0 or 1)."""
        self.text = "".join(strand.text for strand in strands)
        self.base = base
        self.missing: list[str] = []
        self.levels = self._resolve()
        turned = bool(base) or any(self.levels)
        self._filled = level_line(self.text, self.levels, base) if turned else [0] * len(self.text)
        self.segments: list[Segment] = []
        self._family, self._language = family, language
        start = 0
        for strand in strands:
            self._segment(strand, start)
            start += len(strand.text)
        self.widths = [0.0] * len(self.text)
        self.cluster_starts = [False] * len(self.text)
        for segment in self.segments:
            for glyph in segment.glyphs:
                self.widths[glyph.start] += glyph.advance
                self.cluster_starts[glyph.start] = True
        self.offsets = [0.0, *accumulate(self.widths)]

    @property
    def width(self) -> float:
        """The width of all of it on one line, in points."""
        return self.offsets[-1]

    def _resolve(self) -> list[int | None]:
        if self.base == 0 and not _TURNS.search(self.text):
            return [None if character in INVISIBLE else 0 for character in self.text]
        return resolve(self.text, self.base)[1]

    def _segment(self, strand: Strand, offset: int) -> None:
        """Cut a strand where direction or face changes, and shape each piece."""
        text = strand.text
        assigned = self._family.assign(text, strand.cut)
        self.missing += [c for c, face in zip(text, assigned, strict=True) if face is None]
        main = self._family.main(strand.cut)
        faces = [face or main for face in assigned]
        levels = self._filled[offset : offset + len(text)]
        start = 0
        for index in range(1, len(text) + 1):
            if (
                index == len(text)
                or levels[index] != levels[start]
                or faces[index] is not faces[start]
            ):
                self._shape(strand, offset, start, index, levels[start], faces[start])
                start = index

    def _shape(
        self, strand: Strand, offset: int, start: int, end: int, level: int, face: Face
    ) -> None:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        # What a face lacks is drawn as a replacement mark; the text layer keeps the character.
        text = strand.text[start:end]
        table = {ord(c): _drawn(c, face) for c in set(text)}
        buffer.add_str(text.translate(table))
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if level % 2 else "ltr"
        buffer.language = strand.language or self._language
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(face.font, buffer, {"kern": True, "liga": True})
        scale = strand.size * face.per_mille / 1000.0
        first = offset + start
        glyphs = [
            Glyph(
                info.cluster + first,
                info.codepoint or face.replacement,
                across * scale,
                x * scale,
                y * scale + strand.rise,
            )
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
            for x, y, across, _down in (place.position,)
        ]
        if level % 2:
            glyphs.reverse()
        starts = [glyph.start for glyph in glyphs]
        self.segments.append(Segment(first, offset + end, level, face, strand, glyphs, starts))


def _drawn(character: str, face: Face) -> str:
    """Return what stands on the page for `character`."""
    if character in JOINERS or ord(character) in face.covered:
        return character
    return "\u200b" if character in INVISIBLE else "\ufffd"
