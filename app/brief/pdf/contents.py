"""A line of the table of contents: a link to its heading, dots, and the page that it is on."""

from reportlab.lib.colors import toColor
from reportlab.platypus import Flowable

from app.brief.blocks import Heading
from app.brief.clean import visible_text
from app.brief.pdf.breaking import break_lines
from app.brief.pdf.canvas import TaggedCanvas
from app.brief.pdf.painting import line_operators, paint_line
from app.brief.pdf.shaping import Link, ShapedText, Strand
from app.brief.pdf.structure import Element
from app.brief.pdf.styles import RULE, contents_style
from app.brief.pdf.typesetting import Typesetter

_NUMBER_ROOM = 34.0
_LONGEST_TITLE = 300  # characters; a heading may be longer, its line of contents may not


class ContentsLine(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """A heading's title, linked, with the number of its page at the other side."""

    canv: TaggedCanvas

    def __init__(self, heading: Heading, anchor: str, item: Element, setter: Typesetter) -> None:
        """Make a line for `heading` as content of `item`."""
        super().__init__()
        self.style = contents_style(heading.level)
        self.voice = setter.voice()
        own = setter.voice(heading.language, heading.direction)
        self.anchor, self.setter = anchor, setter
        title = visible_text(heading.text)
        if len(title) > _LONGEST_TITLE:
            title = f"{title[:_LONGEST_TITLE].rstrip()}…"
        self.element = item.add("Link", language=own.own_language)
        self.link = Link("", anchor, title, self.element)
        strand = Strand(
            title, self.style.size, self.style.colour, self.style.bold, element=self.element
        )
        self.shaped = ShapedText([strand], setter.family, own.base, own.language)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the space taken at `width`."""
        self.width = width
        self.lines = break_lines(self.shaped, width - self.style.indent - _NUMBER_ROOM)
        self.height = len(self.lines) * self.style.leading
        return width, self.height

    def draw(self) -> None:
        """Draw the title; the page number follows when the pages are known."""
        rightwards = bool(self.voice.base)
        baseline = self.height - self.style.leading + 4
        end = 0.0
        for number, line in enumerate(self.lines):
            y = baseline - number * self.style.leading
            offsets = self.shaped.offsets
            used = offsets[line.visible_end] - offsets[line.start]
            x = self.width - self.style.indent - used if rightwards else self.style.indent
            paint_line(self.canv, self.shaped, line, x, y, self.element)
            end = self.style.indent + used
        last = baseline - (len(self.lines) - 1) * self.style.leading
        self._draw_dots(end + 5, self.width - _NUMBER_ROOM + 8, last, rightwards=rightwards)
        self._draw_page(last, rightwards=rightwards)
        self.canv.add_link(self.link, 0, 0, self.width, self.height)

    def _draw_dots(self, start: float, end: float, y: float, *, rightwards: bool) -> None:
        if end - start < 10:
            return
        left, right = (self.width - end, self.width - start) if rightwards else (start, end)
        with self.canv.artifact():
            self.canv.saveState()
            self.canv.setStrokeColor(toColor(RULE))
            self.canv.setLineWidth(0.7)
            self.canv.setDash([0.7, 3.0])
            self.canv.line(left, y, right, y)
            self.canv.restoreState()

    def _draw_page(self, y: float, *, rightwards: bool) -> None:
        """Leave a place for the page number, which is content of the link too."""
        canvas = self.canv

        def draw_number() -> str:
            number = self.setter.digits(canvas.page_of[self.anchor])
            shaped = self.setter.say(f" {number}", self.style, self.voice)
            return line_operators(canvas, shaped, 0 if rightwards else self.width - shaped.width, y)

        opening = canvas.open_content(self.element)
        canvas.write(f"{opening}\n{canvas.defer(draw_number)}\nEMC")
