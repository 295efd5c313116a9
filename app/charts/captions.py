"""A picture that travels alone: over it stand its marking, its title and what it is about."""

from msgspec import Struct

from . import draw
from .pen import Pen, wrap_label
from .shapes import Drawing
from .specs import Chart
from .style import SMALL_SIZE, TEXT_SIZE, Theme

_TITLE_SIZE = 11.0
_MOST_LINES = 3
_LEADING = 1.3
_GAP = 8.0


class Caption(Struct, frozen=True):
    """What a picture is called, the decision that it belongs to, and how it is marked, if it is."""

    title: str
    subject: str = ""
    marking: str = ""


def draw_captioned(spec: Chart, theme: Theme, width: float, caption: Caption) -> Drawing:
    """Return `spec` as a drawing `width` points wide, under its caption."""
    picture = draw(spec, theme, width)
    probe = Pen(spec, theme, width, 1)
    lines = _lines(probe, caption, width)
    room = sum(size * _LEADING for _text, size, _bold in lines) + _GAP
    pen = Pen(spec, theme, width, picture.height + room)
    for shape in picture.contents:
        pen.drawing.add(shape)
    y = picture.height + room
    for text, size, bold in lines:
        y -= size * _LEADING
        colour = "" if bold else theme.faint
        pen.text(0, y + size * 0.3, text, size, colour=colour, bold=bold)
    return pen.drawing


def _lines(pen: Pen, caption: Caption, width: float) -> list[tuple[str, float, bool]]:
    """The lines of a caption with the size of each and whether it is bold."""
    wanted = (
        (caption.marking, TEXT_SIZE, True),
        (caption.title, _TITLE_SIZE, True),
        (caption.subject, SMALL_SIZE, False),
    )
    return [
        (line, size, bold)
        for text, size, bold in wanted
        if text
        for line in wrap_label(pen, text, size, width, _MOST_LINES, bold=bold)
    ]
