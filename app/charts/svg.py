"""A drawing as an SVG file: the same shapes, its texts as texts, without scripts and links."""

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from .shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String

_FAMILY = "'Noto Sans', 'DejaVu Sans', Arial, sans-serif"
_TURNED = {"start": "end", "middle": "middle", "end": "start"}
"""SVG counts the ends of a text that is read from the right from there."""


def write_svg(drawing: Drawing, text: str, bold_font: str) -> bytes:
    """The drawing as SVG in points on white; `text` stands for it where it cannot be seen.

    bold_font: the name of the theme's bold font. Equal drawings give equal bytes.
    """
    width, height = _number(drawing.width), _number(drawing.height)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
            f'viewBox="0 0 {width} {height}" role="img" font-family="{_FAMILY}">'
        ),
        f"<title>{escape(text, quote=False)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *_shapes(drawing, bold_font),
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _shapes(drawing: Drawing, bold_font: str) -> Iterator[str]:
    writers: dict[type, Callable[[Any, float], str]] = {
        Rect: _rect,
        Line: _line,
        PolyLine: _path,
        Polygon: _polygon,
        Circle: _circle,
        String: lambda shape, top: _string(shape, top, bold_font),
    }
    for shape in drawing.contents:
        yield writers[type(shape)](shape, drawing.height)


def _rect(shape: Rect, top: float) -> str:
    place = _attributes(x=shape.x, y=top - shape.y - shape.height)
    size = _attributes(width=shape.width, height=shape.height)
    edge = "" if shape.strokeColor is None else _stroke(shape)
    return f"<rect{place}{size}{_fill(shape)}{edge}/>"


def _line(shape: Line, top: float) -> str:
    ends = _attributes(x1=shape.x1, y1=top - shape.y1, x2=shape.x2, y2=top - shape.y2)
    dash = shape.strokeDashArray
    dashed = f' stroke-dasharray="{" ".join(map(_number, dash))}"' if dash else ""
    return f"<line{ends}{_stroke(shape)}{dashed}/>"


def _path(shape: PolyLine, top: float) -> str:
    return f'<polyline points="{_points(shape, top)}" fill="none"{_stroke(shape)}/>'


def _polygon(shape: Polygon, top: float) -> str:
    return f'<polygon points="{_points(shape, top)}"{_fill(shape)}{_stroke(shape)}/>'


def _circle(shape: Circle, top: float) -> str:
    place = _attributes(cx=shape.cx, cy=top - shape.cy, r=shape.r)
    return f"<circle{place}{_fill(shape)}{_stroke(shape)}/>"


def _string(shape: String, top: float, bold_font: str) -> str:
    place = _attributes(x=shape.x, y=top - shape.y)
    weight = ' font-weight="bold"' if shape.fontName == bold_font else ""
    anchor = _TURNED[shape.textAnchor] if shape.leftwards else shape.textAnchor
    direction = ' direction="rtl"' if shape.leftwards else ""
    return (
        f'<text{place} font-size="{_number(shape.fontSize)}"{weight} text-anchor="{anchor}"'
        f"{direction}"
        f"{_fill(shape)}>{escape(shape.text, quote=False)}</text>"
    )


def _points(shape: PolyLine | Polygon, top: float) -> str:
    pairs = zip(shape.points[::2], shape.points[1::2], strict=True)
    return " ".join(f"{_number(x)},{_number(top - y)}" for x, y in pairs)


def _attributes(**numbers: float) -> str:
    return "".join(f' {name}="{_number(number)}"' for name, number in numbers.items())


def _fill(shape: Any) -> str:
    return f' fill="{_colour(shape.fillColor)}"'


def _stroke(shape: Any) -> str:
    return f' stroke="{_colour(shape.strokeColor)}" stroke-width="{_number(shape.strokeWidth)}"'


def _colour(colour: Any) -> str:
    return "none" if colour is None else f"#{colour.hexval()[2:]}"


def _number(number: float) -> str:
    return f"{round(float(number), 2) + 0.0:g}"
