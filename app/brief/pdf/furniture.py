"""What stands around the text of every page: marking, headers, footers, page numbers."""

import re
from typing import NamedTuple

from reportlab.lib.colors import toColor
from reportlab.lib.units import mm

from app.brief.clean import clean
from app.brief.pdf import styles
from app.brief.pdf.breaking import Line
from app.brief.pdf.canvas import TaggedCanvas
from app.brief.pdf.logo import LogoPlace
from app.brief.pdf.painting import line_operators, paint_line
from app.brief.pdf.shaping import ShapedText
from app.brief.pdf.styles import FURNITURE_SIZE, MARKING_SIZE, TextStyle
from app.brief.pdf.typesetting import Typesetter

# Traffic Light Protocol 2.0 (FIRST, 2022): the label's colour, always on black.
_TLP = {
    "RED": "#ff2b2b",
    "AMBER": "#ffc000",
    "AMBER+STRICT": "#ffc000",
    "GREEN": "#33ff00",
    "CLEAR": "#ffffff",
}
_TLP_LABEL = re.compile(r"TLP:(RED|AMBER\+STRICT|AMBER|GREEN|CLEAR)\b(?!\+)")
_LETTERHEAD_LINES = 3
_SMALL = TextStyle(size=FURNITURE_SIZE, colour=styles.FAINT)


class MarkingLook(NamedTuple):
    """The colours of a marking; an empty ground is paper."""

    colour: str
    ground: str


def look_of(marking: str) -> MarkingLook:
    """Return the colours that the Traffic Light Protocol prescribes, else plain ink on paper."""
    label = _TLP_LABEL.match(marking.upper())
    return MarkingLook(_TLP[label[1]], "#000000") if label else MarkingLook(styles.INK, "")


class Furniture:
    """Draws header and footer of a page: artifact, never read aloud, but for the house's logo."""

    def __init__(self, setter: Typesetter, page: tuple[float, float]) -> None:
        """Prepare the texts that are the same on every page."""
        document = setter.document
        self.setter, self.voice = setter, setter.voice()
        self.page_width, self.page_height = page
        self.rightwards = bool(self.voice.base)
        look = look_of(clean(document.marking))
        self.ground = look.ground
        measure = self.page_width - 2 * styles.SIDE_MARGIN
        marking = TextStyle(size=MARKING_SIZE, colour=look.colour, bold=True)
        self.marking = setter.say_within(document.marking, marking, self.voice, measure * 0.38)
        rest = measure - self.marking.width - 24
        self.header = setter.say_within(document.header, _SMALL, self.voice, rest)
        # The page number stands in the middle, so a footer ends before it.
        footer = document.footer or document.identifier
        self.footer = setter.say_within(footer, _SMALL, self.voice, measure * 0.38)
        letterhead = styles.coloured(styles.LETTERHEAD, styles.readable_accent(document.accent))
        self.logo = None if document.logo is None else LogoPlace(document.logo, setter.tree)
        rest -= self.logo.room if self.logo else 0.0
        self.letterhead = [
            setter.say_within(line, letterhead, self.voice, rest)
            for line in document.letterhead[:_LETTERHEAD_LINES]
        ]

    def draw(self, canvas: TaggedCanvas, _template: object) -> None:
        """Draw the furniture of the current page."""
        top = self.page_height - 15 * mm
        bottom = 12 * mm
        with canvas.artifact("Header"):
            self._draw_marking(canvas, top)
            self._draw_head(canvas, top)
        if self.logo and canvas.getPageNumber() == 1:
            side = self.page_width - styles.SIDE_MARGIN - self.logo.width
            x = side if self.rightwards else styles.SIDE_MARGIN
            self.logo.draw(canvas, x, self.page_height - 8 * mm)
        with canvas.artifact("Footer"):
            canvas.setStrokeColor(toColor(styles.RULE))
            canvas.setLineWidth(0.5)
            level = bottom + 15
            canvas.line(styles.SIDE_MARGIN, level, self.page_width - styles.SIDE_MARGIN, level)
            self._draw_marking(canvas, bottom)
            self._draw_text(canvas, self.footer, bottom)
            number = canvas.getPageNumber()
            canvas.write(canvas.defer(lambda: self._page_label(canvas, number, bottom)))

    def _draw_head(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw the letterhead on the first page beside the logo, and the header on every one."""
        if canvas.getPageNumber() > 1 or not (self.letterhead or self.logo):
            self._draw_text(canvas, self.header, top)
            return
        # Under the marking, so that the letterhead stands alone and a draft is not taken for final.
        beyond = self.page_width - 2 * styles.SIDE_MARGIN - self.header.width
        self._draw_text(canvas, self.header, top - MARKING_SIZE - 5, beyond)
        room = self.logo.room if self.logo else 0.0
        for number, line in enumerate(self.letterhead):
            level = top - number * styles.LETTERHEAD.leading
            self._draw_text(canvas, line, level, room)

    def _draw_text(
        self, canvas: TaggedCanvas, shaped: ShapedText, y: float, inset: float = 0.0
    ) -> None:
        """Draw at the side where reading starts, `inset` points from the margin."""
        end = self.page_width - styles.SIDE_MARGIN - shaped.width - inset
        x = end if self.rightwards else styles.SIDE_MARGIN + inset
        paint_line(canvas, shaped, Line(0, len(shaped.text), len(shaped.text)), x, y, None)

    def _draw_marking(self, canvas: TaggedCanvas, y: float) -> None:
        """Draw at the side where reading ends, as the Traffic Light Protocol asks."""
        shaped = self.marking
        if not shaped.text:
            return
        end = self.page_width - styles.SIDE_MARGIN - shaped.width
        x = styles.SIDE_MARGIN if self.rightwards else end
        if self.ground:
            inset = 5.0 if self.rightwards else -5.0
            x += inset
            canvas.setFillColor(toColor(self.ground))
            canvas.rect(x - 5, y - 4.5, shaped.width + 10, MARKING_SIZE + 4.5, stroke=0, fill=1)
        paint_line(canvas, shaped, Line(0, len(shaped.text), len(shaped.text)), x, y, None)

    def _page_label(self, canvas: TaggedCanvas, number: int, y: float) -> str:
        pages = len(canvas.sheets)
        text = self.setter.document.page_label.replace("{page}", self.setter.digits(number))
        text = text.replace("{pages}", self.setter.digits(pages))
        room = (self.page_width - 2 * styles.SIDE_MARGIN) * 0.22
        shaped = self.setter.say_within(text, _SMALL, self.voice, room)
        return line_operators(canvas, shaped, (self.page_width - shaped.width) / 2, y)
