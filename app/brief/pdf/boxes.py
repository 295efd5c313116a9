"""Framed boxes, boxes to tick, and figures, as ReportLab lays them out."""

from copy import copy

from reportlab.lib.colors import toColor
from reportlab.platypus import Flowable

from app.brief.pdf.breaking import Line
from app.brief.pdf.canvas import TaggedCanvas
from app.brief.pdf.painting import paint_line
from app.brief.pdf.shaping import ShapedText
from app.brief.pdf.structure import Element
from app.brief.pdf.styles import BOX_PADDING, CHOICE, INK, RULE
from app.brief.pdf.text import Text

_BAR = 3.0
_TICK_BOX = 10.0
_LEAST_BOX = 75.0
_WHOLE_BELOW = 160.0  # a box lower than this is not cut where it can be helped


class Box(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """Paragraphs on a tinted ground with a bar on the side where reading starts."""

    canv: TaggedCanvas

    def __init__(self, texts: list[Text], fill: str, bar: str, *, rightwards: bool) -> None:
        """Frame `texts` on `fill`."""
        super().__init__()
        self.texts, self.fill, self.bar, self.rightwards = texts, fill, bar, rightwards
        self.spaceBefore, self.spaceAfter = 4.0, 12.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the space taken at `width`."""
        self.width = width
        inner = width - 2 * BOX_PADDING - _BAR
        heights = [text.wrap(inner, height)[1] + text.getSpaceAfter() for text in self.texts]
        self.height = sum(heights) - self._last_space() + 2 * BOX_PADDING
        return width, self.height

    def least_height(self, width: float) -> float:
        """Return the height of the title and the first two lines, or of a low box as a whole."""
        height = self.wrap(width, 0)[1]
        return height if height <= _WHOLE_BELOW else _LEAST_BOX

    def _last_space(self) -> float:
        return float(self.texts[-1].getSpaceAfter()) if self.texts else 0.0

    def split(self, width: float, height: float) -> list["Box"]:
        """Cut between or inside paragraphs so that the first box fits."""
        self.wrap(width, height)
        if self.height <= height:
            return [self]
        room = height - 2 * BOX_PADDING
        for index, text in enumerate(self.texts):
            if text.height > room:
                halves = text.split(width - 2 * BOX_PADDING - _BAR, room)
                first = self.texts[:index] + halves[:1]
                rest = halves[1:] if halves else [text]
                # A title longer than a page has to be cut like any text.
                if not halves and all(text.announces for text in first):
                    return []
                return [self._part(first), self._part(rest + self.texts[index + 1 :])]
            room -= text.height + text.getSpaceAfter()
        return [self]

    def _part(self, texts: list[Text]) -> "Box":
        part = copy(self)
        part.__dict__.pop("_postponed", None)
        part.texts = texts
        return part

    def draw(self) -> None:
        """Draw the ground, then the paragraphs."""
        with self.canv.artifact():
            self.canv.setFillColor(toColor(self.fill))
            self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
            self.canv.setFillColor(toColor(self.bar))
            bar = self.width - _BAR if self.rightwards else 0.0
            self.canv.rect(bar, 0, _BAR, self.height, stroke=0, fill=1)
        left = BOX_PADDING + (0.0 if self.rightwards else _BAR)
        top = self.height - BOX_PADDING
        for text in self.texts:
            text.drawOn(self.canv, left, top - text.height)
            top -= text.height + text.getSpaceAfter()


class TickBoxes(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """A row of boxes to tick, wrapped where the line is full."""

    canv: TaggedCanvas

    def __init__(self, choices: list[tuple[ShapedText, Element]], *, rightwards: bool) -> None:
        """Offer `choices`, each with the element its label belongs to."""
        super().__init__()
        self.choices, self.rightwards = choices, rightwards
        self.spaceBefore, self.spaceAfter = 4.0, 4.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Place the boxes and return the space taken."""
        self.width = width
        self._places: list[tuple[float, int]] = []
        pen, row = 0.0, 0
        for shaped, _ in self.choices:
            needed = _TICK_BOX + 6 + shaped.width
            if pen and pen + needed > width:
                pen, row = 0.0, row + 1
            self._places.append((pen, row))
            pen += needed + 26
        self.height = (row + 1) * (CHOICE.leading + 6)
        return width, self.height

    def least_height(self, width: float) -> float:
        """Return the height of the boxes and of the lines to fill that follow them."""
        return self.wrap(width, 0)[1] + 30.0

    def draw(self) -> None:
        """Draw each box with its label."""
        for (shaped, element), (start, row) in zip(self.choices, self._places, strict=True):
            baseline = self.height - (row + 1) * (CHOICE.leading + 6) + 7
            box = self.width - start - _TICK_BOX if self.rightwards else start
            with self.canv.artifact():
                self.canv.setStrokeColor(toColor(INK))
                self.canv.setLineWidth(0.9)
                self.canv.rect(box, baseline - 1.5, _TICK_BOX, _TICK_BOX, stroke=1, fill=0)
            x = box - 6 - shaped.width if self.rightwards else box + _TICK_BOX + 6
            line = Line(0, len(shaped.text), len(shaped.text))
            paint_line(self.canv, shaped, line, x, baseline, element)


class BlankLines(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """Labelled lines to fill by hand, side by side."""

    canv: TaggedCanvas

    def __init__(self, fields: list[tuple[ShapedText, Element]], *, rightwards: bool) -> None:
        """Leave a line for each of `fields`."""
        super().__init__()
        self.fields, self.rightwards = fields, rightwards
        self.spaceAfter = 12.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the space taken at `width`."""
        self.width, self.height = width, 30.0
        return width, self.height

    def least_height(self, width: float) -> float:
        """Return the whole height."""
        return self.wrap(width, 0)[1]

    def draw(self) -> None:
        """Draw each label with the line after it."""
        share = self.width / len(self.fields)
        for index, (shaped, element) in enumerate(self.fields):
            start = index * share
            x = self.width - start - shaped.width if self.rightwards else start
            line = Line(0, len(shaped.text), len(shaped.text))
            paint_line(self.canv, shaped, line, x, 6.0, element)
            ruled = (start + shaped.width + 5, start + share - 14)
            left, right = (self.width - end for end in ruled[::-1]) if self.rightwards else ruled
            with self.canv.artifact():
                self.canv.setStrokeColor(toColor(RULE))
                self.canv.setLineWidth(0.7)
                self.canv.line(left, 4.0, right, 4.0)
