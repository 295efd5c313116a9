"""Set a line of shaped text on the page: fonts, positions, marked content, links."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from reportlab.lib.colors import toColor

from app.brief.pdf.bidi import level_line, order
from app.brief.pdf.breaking import Line
from app.brief.pdf.canvas import TaggedCanvas
from app.brief.pdf.faces import INVISIBLE, JOINERS
from app.brief.pdf.shaping import Glyph, Link, Segment, ShapedText, Strand
from app.brief.pdf.structure import Element

_NO_TEXT = "\u200b"  # a shape that stands for no text of its own still needs a text entry
_LEAST_KERN = 0.05  # thousandths of the size
_UNDERLINE = 0.11  # of the size, below the baseline


class Piece(NamedTuple):
    """A part of a line in one segment and level, with its place from `left` to `right`."""

    start: int
    end: int
    level: int
    segment: Segment
    left: float
    right: float


def place_pieces(shaped: ShapedText, line: Line, x: float) -> list[Piece]:
    """Return the pieces of `line` in reading order, placed in visual order from `x` on.

    Spaces that hang at the end of the line are placed outside the measure, where the text ends.
    """
    cuts = _cut(shaped, line)
    width_of = [shaped.offsets[end] - shaped.offsets[start] for start, end, _, _ in cuts]
    lefts: dict[int, float] = {}
    pen = x
    for index in order([level for _, _, level, _ in cuts]):
        if cuts[index][0] < line.visible_end:
            lefts[index] = pen
            pen += width_of[index]
    pieces = []
    for index, (start, end, level, segment) in enumerate(cuts):
        left = lefts.get(index, x - width_of[index] if shaped.base else pen)
        pieces.append(Piece(start, end, level, segment, left, left + width_of[index]))
    return pieces


def _cut(shaped: ShapedText, line: Line) -> list[tuple[int, int, int, Segment]]:
    """Cut a line where its segment or level changes and where its visible part ends."""
    window = slice(line.start, line.end)
    raw = shaped.levels[window]
    turned = bool(shaped.base) or any(raw)
    levels = level_line(shaped.text[window], raw, shaped.base) if turned else [0] * len(raw)
    cuts = []
    for segment in shaped.segments:
        start, end = max(segment.start, line.start), min(segment.end, line.end)
        while start < end:
            stop = start + 1
            level = levels[start - line.start]
            while stop < end and levels[stop - line.start] == level and stop != line.visible_end:
                stop += 1
            cuts.append((start, stop, level, segment))
            start = stop
    return cuts


def paint_line(
    canvas: TaggedCanvas, shaped: ShapedText, line: Line, x: float, y: float, owner: Element | None
) -> None:
    """Draw `line` with its left end at `x` on the baseline `y` as content of `owner`.

    With `owner` None it joins the marked stretch or artifact that is open. Links of the line get
    their underline and their active areas.
    """
    if owner is None and not canvas.is_marking:
        raise ValueError("text must belong to an element or to an artifact")
    pieces = [p for p in place_pieces(shaped, line, x) if _glyphs_of(p)]
    code = []
    for element, group in groupby(pieces, key=lambda piece: piece.segment.strand.element or owner):
        texts = [text_operators(canvas, shaped, piece, y) for piece in group]
        if owner is None or element is None:
            code += texts
            continue
        if element is not owner:
            owner.adopt_inline(element)
        code += [canvas.open_content(element), *texts, "EMC"]
    if code:
        canvas.write("\n".join(["q BT", *code, "ET Q"]))
    for strand, left, right in _links(pieces, line.visible_end):
        _paint_link(canvas, strand, left, right, y)


def line_operators(canvas: TaggedCanvas, shaped: ShapedText, x: float, y: float) -> str:
    """Return the operators that draw all of `shaped` on one line at (`x`, `y`)."""
    line = Line(0, len(shaped.text), len(shaped.text))
    pieces = place_pieces(shaped, line, x)
    texts = [text_operators(canvas, shaped, piece, y) for piece in pieces if _glyphs_of(piece)]
    return "\n".join(["q BT", *texts, "ET Q"])


def text_operators(canvas: TaggedCanvas, shaped: ShapedText, piece: Piece, y: float) -> str:
    """Return the text operators that draw one piece on the baseline `y`."""
    strand, face = piece.segment.strand, piece.segment.face
    font = canvas.fonts.use(face)
    code = [f"{_fill_operator(strand.colour)} /{font.name} {_number(strand.size)} Tf"]
    backwards = bool(piece.level % 2)
    size = strand.size
    least_kern = _LEAST_KERN * size / 1000.0
    row: list[str] = []
    row_start = row_pen = 0.0
    for glyph, text, left in _place_glyphs(shaped, piece, backwards=backwards):
        character_code, width = font.code(glyph.number, text)
        at = left + glyph.x
        if backwards or glyph.y:
            # One operator for each shape: some viewers reverse longer right-to-left strings.
            code += _flush(row, row_start, y)
            row = []
            code.append(f"1 0 0 1 {_number(at)} {_number(y + glyph.y)} Tm <{character_code}> Tj")
            continue
        if not row:
            row_start = row_pen = at
        kern = row_pen - at
        if kern > least_kern or kern < -least_kern:
            row.append(f">{_number(kern / size * 1000.0)}<")
        row.append(character_code)
        row_pen = at + width * size
    return "\n".join([*code, *_flush(row, row_start, y)])


@cache
def _fill_operator(colour: str) -> str:
    parts = " ".join(_number(value) for value in toColor(colour).rgb())
    return f"{parts} rg"


def _flush(row: list[str], start: float, y: float) -> list[str]:
    if not row:
        return []
    return [f"1 0 0 1 {_number(start)} {_number(y)} Tm [<{''.join(row)}>] TJ"]


def _glyphs_of(piece: Piece) -> list[Glyph]:
    segment = piece.segment
    if piece.start == segment.start and piece.end == segment.end:
        return segment.glyphs
    first = bisect_left(segment.starts, piece.start)
    return segment.glyphs[first : bisect_left(segment.starts, piece.end)]


def _place_glyphs(
    shaped: ShapedText, piece: Piece, *, backwards: bool
) -> Iterator[tuple[Glyph, str, float]]:
    """Yield each shape of a piece in reading order with its text and its left end."""
    glyphs = _glyphs_of(piece)
    pen = piece.right if backwards else piece.left
    if not backwards and [glyph.start for glyph in glyphs] == list(range(piece.start, piece.end)):
        # The common case: every character is one shape.
        for glyph in glyphs:
            yield glyph, shaped.text[glyph.start], pen
            pen += glyph.advance
        return
    for cluster, texts in _clusters(shaped, piece, glyphs):
        width = sum(glyph.advance for glyph in cluster)
        if backwards:
            pen -= width
        yield from _lay_out(cluster, texts, pen, backwards=backwards)
        if not backwards:
            pen += width


def _clusters(
    shaped: ShapedText, piece: Piece, glyphs: list[Glyph]
) -> Iterator[tuple[list[Glyph], list[str]]]:
    """Yield the clusters of a piece in reading order: their shapes and the text of each shape."""
    groups = [list(group) for _, group in groupby(glyphs, key=lambda glyph: glyph.start)]
    ends = [group[0].start for group in groups[1:]] + [piece.end]
    for group, end in zip(groups, ends, strict=True):
        characters = [
            c for c in shaped.text[group[0].start : end] if c not in INVISIBLE or c in JOINERS
        ]
        if len(group) == len(characters):
            yield group, characters
        else:
            yield group, ["".join(characters) or _NO_TEXT] + [_NO_TEXT] * (len(group) - 1)


def _lay_out(
    cluster: list[Glyph], texts: list[str], pen: float, *, backwards: bool
) -> list[tuple[Glyph, str, float]]:
    """Return a cluster's shapes in reading order with the left end of each from `pen` on."""
    # HarfBuzz advances from left to right inside a right-to-left cluster too.
    visual = range(len(cluster) - 1, -1, -1) if backwards else range(len(cluster))
    lefts = [0.0] * len(cluster)
    for index in visual:
        lefts[index] = pen
        pen += cluster[index].advance
    return list(zip(cluster, texts, lefts, strict=True))


def _links(pieces: list[Piece], visible_end: int) -> list[tuple[Strand, float, float]]:
    """Return the stretches of a line that are links, neighbours joined, from left to right."""
    found: list[tuple[Strand, float, float]] = []
    visible = [p for p in pieces if p.segment.strand.link and p.start < visible_end]
    for piece in sorted(visible, key=lambda piece: piece.left):
        strand = piece.segment.strand
        if found and found[-1][0] is strand and abs(found[-1][2] - piece.left) < 0.5:
            found[-1] = (strand, found[-1][1], piece.right)
        else:
            found.append((strand, piece.left, piece.right))
    return found


def _paint_link(canvas: TaggedCanvas, strand: Strand, left: float, right: float, y: float) -> None:
    link: Link | None = strand.link
    if link is None:
        return
    canvas.saveState()
    canvas.setStrokeColor(toColor(strand.colour))
    canvas.setLineWidth(strand.size / 20)
    under = y - _UNDERLINE * strand.size
    canvas.line(left, under, right, under)
    canvas.restoreState()
    canvas.add_link(link, left, y - 0.25 * strand.size, right, y + 0.95 * strand.size)


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") if value else "0"
