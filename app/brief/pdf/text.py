"""A paragraph as ReportLab lays it out: wrapped, split over pages, drawn as tagged content."""

from copy import copy

from reportlab.platypus import Flowable

from app.brief.pdf.breaking import Line, break_lines
from app.brief.pdf.canvas import TaggedCanvas
from app.brief.pdf.painting import paint_line
from app.brief.pdf.shaping import ShapedText
from app.brief.pdf.structure import Element
from app.brief.pdf.styles import TextStyle

_HALF_HEIGHT = 0.36  # of the size: letters stand centred on half the leading
_NEVER_CUT = 3  # lines: of so few none may stand alone on either side


class Mark:
    """What stands before a paragraph's first line: a bullet, a number or a label."""

    def __init__(self, shaped: ShapedText, element: Element | None, place: float) -> None:
        """Set `shaped` at `place` points from the starting side, as content of `element`."""
        self.shaped, self.element, self.place = shaped, element, place


class Text(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """A shaped paragraph that is content of one structure element."""

    canv: TaggedCanvas

    def __init__(
        self,
        shaped: ShapedText,
        style: TextStyle,
        element: Element,
        *,
        mark: Mark | None = None,
        anchor: str = "",
        outline: tuple[int, str] | None = None,
    ) -> None:
        """Set `shaped` in `style`; `outline` is the level and title of a bookmark to make."""
        super().__init__()
        self.shaped, self.style, self.element = shaped, style, element
        self.mark, self.anchor, self.outline = mark, anchor, outline
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self.announces = style.announces
        self._lines: list[Line] | None = None
        self._broken_at = -1.0
        self._is_part = False

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Break the lines for `width`; return the space taken."""
        if not self._is_part and width != self._broken_at:
            measure = width - self.style.indent - self.style.end_indent
            self._lines = break_lines(self.shaped, max(measure, 1.0))
            self._broken_at = width
        self.width = width
        self.height = len(self._lines or ()) * self.style.leading
        return width, self.height

    def least_height(self, width: float) -> float:
        """Return the height of all of what is never cut, else of the first two lines."""
        height = self.wrap(width, 0)[1]
        whole = self.announces or len(self._lines or ()) <= _NEVER_CUT
        return height if whole else 2 * self.style.leading

    def split(self, width: float, height: float) -> list["Text"]:
        """Cut so that the first part fits into `height`, leaving no single line on either side."""
        self.wrap(width, height)
        lines = self._lines or []
        fitting = int((height + 1e-6) // self.style.leading)
        if fitting >= len(lines):
            return [self]
        if len(lines) - fitting < 2:
            fitting = len(lines) - 2
        if fitting < 2:
            return []
        first, second = self._part(lines[:fitting]), self._part(lines[fitting:])
        first.spaceAfter = second.spaceBefore = 0
        second.mark = second.outline = None
        second.anchor = ""
        return [first, second]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to draw."""
        return not self._lines

    def without_lines(self) -> "Text":
        """Return a part with nothing left to draw."""
        return self._part([])

    def _part(self, lines: list[Line]) -> "Text":
        part = copy(self)
        # ReportLab marks a flowable that it puts off; a part starts without that mark.
        part.__dict__.pop("_postponed", None)
        part._lines, part._is_part = lines, True  # noqa: SLF001  # a part of this very object
        return part

    def draw(self) -> None:
        """Draw the lines that belong to this part."""
        if self.anchor:
            self.canv.add_anchor(self.anchor, self.height)
        if self.outline:
            level, title = self.outline
            self.canv.addOutlineEntry(title, self.anchor, level)
        baseline = self.height - self.style.leading / 2 - _HALF_HEIGHT * self.style.size
        if self.mark:
            self._draw_mark(self.mark, baseline)
        whole = not self.canv.is_marking and all(
            segment.strand.element is None for segment in self.shaped.segments
        )
        if whole:
            with self.canv.marked(self.element):
                self._draw_lines(baseline, None)
        else:
            self._draw_lines(baseline, None if self.canv.is_marking else self.element)

    def _draw_mark(self, mark: Mark, baseline: float) -> None:
        line = Line(0, len(mark.shaped.text), len(mark.shaped.text))
        x = self.width - mark.place - mark.shaped.width if self.shaped.base else mark.place
        owner = None if self.canv.is_marking else (mark.element or self.element)
        paint_line(self.canv, mark.shaped, line, x, baseline, owner)

    def _draw_lines(self, baseline: float, owner: Element | None) -> None:
        for line in self._lines or ():
            paint_line(self.canv, self.shaped, line, self._left(line), baseline, owner)
            baseline -= self.style.leading

    def _left(self, line: Line) -> float:
        """Return where the visible part of `line` begins on the left."""
        offsets = self.shaped.offsets
        used = offsets[line.visible_end] - offsets[line.start]
        free = self.width - self.style.indent - self.style.end_indent - used
        rightwards = bool(self.shaped.base)
        left = self.style.end_indent if rightwards else self.style.indent
        if self.style.align == "centre":
            return left + free / 2
        return left + (free if rightwards != (self.style.align == "end") else 0.0)
