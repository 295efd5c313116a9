"""The typography of a brief: sizes, spaces and colours, in points."""

import colorsys

from msgspec import Struct, structs
from reportlab.lib.colors import toColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm

from app.brief.blocks import Align, PageSize, Tone
from app.brief.contrast import LEAST, contrast_on_white

INK = "#1a1a1a"
FAINT = "#595959"
RULE = "#b5b9bf"
LINK = "#0b4f9c"
PAPER = "#ffffff"

PAGE_SIZES: dict[PageSize, tuple[float, float]] = {"A4": A4, "Letter": LETTER}
SIDE_MARGIN = 24 * mm
TOP_MARGIN = 27 * mm
BOTTOM_MARGIN = 25 * mm
NUMBER_INDENT = 9 * mm
LIST_INDENT = 5 * mm
CELL_PADDING = 3.2
CELL_SIDE = 5.0
BOX_PADDING = 9.0
FURNITURE_SIZE = 8.0
MARKING_SIZE = 12.0

# Tints behind cells at full strength; ink keeps a contrast of more than 7 : 1 on all of them.
_TINTS: dict[Tone, str] = {
    "neutral": "#c3c9d2",
    "good": "#a9d3bb",
    "bad": "#f0bfa4",
    "accent": "#a9cbe8",
}


class TextStyle(Struct, frozen=True):
    """How a paragraph is set. Indents count from the side where reading starts."""

    size: float = 10.0
    leading: float = 14.5
    before: float = 0.0
    after: float = 6.0
    colour: str = INK
    bold: bool = False
    italic: bool = False
    indent: float = 0.0
    end_indent: float = 0.0
    align: Align = "start"
    announces: bool = False


BODY = TextStyle()
PARAGRAPHS: dict[str, TextStyle] = {
    "body": BODY,
    "lead": TextStyle(size=11.5, leading=16.5, after=8),
    "small": TextStyle(size=8.5, leading=12, after=4, colour=FAINT),
    "quote": TextStyle(indent=8 * mm, end_indent=8 * mm, colour="#333333"),
}
LIST_ITEM = TextStyle(after=3, indent=LIST_INDENT)
CAPTION = TextStyle(size=9, leading=12.5, before=4, after=4, bold=True, announces=True)
FIGURE_CAPTION = TextStyle(size=9, leading=12.5, before=2, after=10, colour=FAINT)
NOTE = TextStyle(size=8.5, leading=12, after=3, colour=FAINT, indent=LIST_INDENT)
CELL = TextStyle(size=9, leading=12.5, after=0)
SMALL_CELL = TextStyle(size=8, leading=11, after=0)
CELL_HEADING = TextStyle(size=9, leading=12.5, after=0, bold=True)
SMALL_CELL_HEADING = TextStyle(size=8, leading=11, after=0, bold=True)
BOX_TITLE = TextStyle(size=9, leading=12.5, after=3, bold=True, announces=True)
BOX_TEXT = TextStyle(size=11, leading=16, after=4)
CHOICE = TextStyle(size=10, leading=14.5, after=0)
LETTERHEAD = TextStyle(size=9, leading=12.5, after=0, bold=True)


def text_area(page: tuple[float, float]) -> tuple[float, float]:
    """Return the width and height of the text on a page of the given size."""
    return page[0] - 2 * SIDE_MARGIN, page[1] - TOP_MARGIN - BOTTOM_MARGIN


def heading_style(level: int, accent: str) -> TextStyle:
    """Return the style of a heading; the first two levels carry the house's accent colour."""
    if level == 1:
        return TextStyle(size=18, leading=23, after=11, colour=accent, bold=True, announces=True)
    if level == 2:
        return TextStyle(
            size=13, leading=17, before=13, after=5, colour=accent, bold=True, announces=True
        )
    return TextStyle(size=10.5, leading=14.5, before=8, after=3, bold=True, announces=True)


def contents_style(level: int) -> TextStyle:
    """Return the style of a line of the table of contents for a heading of `level`."""
    indent = (level - 2) * 6 * mm
    return TextStyle(leading=17 if level == 2 else 15, after=0, indent=indent, bold=level == 2)


def tint(tone: Tone, strength: float, accent: str = "") -> str:
    """Return the colour `strength` (0–1) of the way from paper to the tint of `tone`."""
    strength = min(1.0, max(0.0, strength))
    full = toColor(accent if accent and tone == "accent" else _TINTS[tone])
    return "#" + "".join(f"{round(255 * (1 - strength * (1 - part))):02x}" for part in full.rgb())


def readable_accent(colour: str) -> str:
    """Return `colour` darkened until white paper gives it a contrast of at least 4.5 : 1."""
    hue, light, saturation = colorsys.rgb_to_hls(*toColor(colour).rgb())
    while contrast_on_white(colorsys.hls_to_rgb(hue, light, saturation)) < LEAST:
        light *= 0.9
    red, green, blue = colorsys.hls_to_rgb(hue, light, saturation)
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


def numbered(style: TextStyle) -> TextStyle:
    """Return `style` with room for a paragraph number."""
    return structs.replace(style, indent=style.indent + NUMBER_INDENT)


def indented(style: TextStyle, least: float) -> TextStyle:
    """Return `style` with an indent of at least `least` points."""
    return structs.replace(style, indent=max(style.indent, least))


def coloured(style: TextStyle, colour: str) -> TextStyle:
    """Return `style` in `colour`."""
    return structs.replace(style, colour=colour)


def aligned(style: TextStyle, align: Align) -> TextStyle:
    """Return `style` leaning to `align`."""
    return structs.replace(style, align=align)
