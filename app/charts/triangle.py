"""The weight triangle: who leads as three branches of the tree share their weight in all ways."""

from collections.abc import Iterator
from math import sqrt

from app.charts.pen import Anchor, Pen, shorten, wrap_label
from app.charts.saying import named
from app.charts.shapes import Drawing
from app.charts.specs import Area, WeightTriangle
from app.charts.style import SMALL_SIZE, TEXT_SIZE, Theme, ink_on
from app.wording.numbers import percent

_WIDEST_SIDE = 290.0
_TOP, _BOTTOM = 30.0, 30.0
_KEY_SHARE = 0.36  # of the width
_KEY_ROW, _KEY_LINE = 24.0, 10.0
_SWATCH = 13.0
_STRIP = 4.0
"""Points: the height of the strips in which an area answers."""
_REACH, _NEAR = 10.0, 5.5
"""Half the side of a mark in an area, and of that around the present weights."""
_LEAST_AREA = 90.0  # square points that a number needs around it

Point = tuple[float, float]


def draw_triangle(spec: WeightTriangle, theme: Theme, width: float) -> Drawing:
    """Return the regions of the leading options as a drawing `width` points wide."""
    side = min(_WIDEST_SIDE, width * (1 - _KEY_SHARE) - 40)
    rise = side * sqrt(3) / 2
    start = 20.0
    key = _Key(Pen(spec, theme, width, 1), spec, start + side + 34)
    height = max(_TOP + rise + _BOTTOM, len(spec.areas) * key.row + 44)
    pen = Pen(spec, theme, width, height)
    base = height - _TOP - rise
    corners = ((start, base), (start + side, base), (start + side / 2, base + rise))
    for number, area in enumerate(spec.areas):
        _draw_area(pen, area, number, corners)
    # The edge of the whole, so that a pale area has one too.
    pen.path([*corners, corners[0]], theme.faint, 0.8)
    _draw_corners(pen, spec, corners)
    _draw_present(pen, spec, corners)
    _draw_key(pen, spec, key, height)
    _say(pen, spec, corners)
    return pen.drawing


def _place(shares: tuple[float, float, float], corners: tuple[Point, Point, Point]) -> Point:
    x, y = (
        sum(share * corner[axis] for share, corner in zip(shares, corners, strict=True))
        for axis in (0, 1)
    )
    return x, y


def _fill(pen: Pen, number: int) -> str:
    return pen.theme.fills[number % len(pen.theme.fills)]


def _draw_area(pen: Pen, area: Area, number: int, corners: tuple[Point, Point, Point]) -> None:
    points = [_place(shares, corners) for shares in area.outline]
    fill = _fill(pen, number)
    pen.polygon(points, fill, pen.theme.paper)
    surface, centre = _centre(points)
    if surface >= _LEAST_AREA:
        pen.text(
            centre[0],
            centre[1] - 3,
            pen.number(number + 1),
            TEXT_SIZE,
            colour=ink_on(fill),
            bold=True,
            anchor="middle",
        )


def _centre(points: list[Point]) -> tuple[float, Point]:
    """Return the surface of a polygon and its centre of mass."""
    pairs = list(zip(points, [*points[1:], points[0]], strict=True))
    crosses = [a[0] * b[1] - b[0] * a[1] for a, b in pairs]
    double = sum(crosses)
    if abs(double) < 1e-9:
        return 0.0, points[0]
    x, y = (
        sum((a[axis] + b[axis]) * cross for (a, b), cross in zip(pairs, crosses, strict=True))
        / (3 * double)
        for axis in (0, 1)
    )
    return abs(double) / 2, (x, y)


def _draw_corners(pen: Pen, spec: WeightTriangle, corners: tuple[Point, Point, Point]) -> None:
    (left, base), (right, _), (middle, top) = corners
    room = (right - left) * 0.5 + 12
    places: tuple[tuple[float, float, Anchor], ...] = (
        (0.0, base - 13, "start"),
        (right + 20, base - 13, "end"),
        (middle, top + 15, "middle"),
    )
    for corner, (x, y, anchor) in zip(spec.corners, places, strict=True):
        name = shorten(pen, corner.label, SMALL_SIZE, room, bold=True)
        pen.text(x, y, name, SMALL_SIZE, bold=True, anchor=anchor)
        pen.text(x, y - 10, corner.text, SMALL_SIZE, colour=pen.theme.faint, anchor=anchor)


def _draw_present(pen: Pen, spec: WeightTriangle, corners: tuple[Point, Point, Point]) -> None:
    x, y = _place(spec.present, corners)
    pen.dot(x, y, 4.2, pen.theme.paper, pen.theme.marker)
    pen.dot(x, y, 1.6, pen.theme.marker, pen.theme.marker)


class _Key:
    """Where the names of the areas stand: in two lines where one of them needs these."""

    def __init__(self, pen: Pen, spec: WeightTriangle, x: float) -> None:
        self.x, self.words = x, x + _SWATCH + 6
        self.room = pen.width - self.words
        widest = max((pen.measure(area.label, TEXT_SIZE) for area in spec.areas), default=0.0)
        self.lines = 1 if widest <= self.room else 2
        self.row = _KEY_ROW + (self.lines - 1) * _KEY_LINE


def _draw_key(pen: Pen, spec: WeightTriangle, key: _Key, height: float) -> None:
    y = height - 22
    for number, area in enumerate(spec.areas):
        fill = _fill(pen, number)
        pen.bar(key.x, y, _SWATCH, _SWATCH, fill)
        pen.text(
            key.x + _SWATCH / 2,
            y + 3.6,
            pen.number(number + 1),
            SMALL_SIZE,
            colour=ink_on(fill),
            anchor="middle",
        )
        level = y + 6.5
        for line in wrap_label(pen, area.label, TEXT_SIZE, key.room, key.lines):
            pen.text(key.words, level, line, TEXT_SIZE)
            level -= _KEY_LINE
        pen.text(key.words, level + 0.5, area.text, SMALL_SIZE, colour=pen.theme.faint)
        y -= key.row
    if y > 2:
        centre = key.x + _SWATCH / 2
        pen.dot(centre, y + 6.5, 4.2, pen.theme.paper, pen.theme.marker)
        pen.dot(centre, y + 6.5, 1.6, pen.theme.marker, pen.theme.marker)
        pen.text(key.words, y + 4, spec.present_text, SMALL_SIZE, colour=pen.theme.faint)


def _say(pen: Pen, spec: WeightTriangle, corners: tuple[Point, Point, Point]) -> None:
    """Let every area answer wherever it is pointed at, and have one mark in its middle."""
    if not pen.theme.with_tips:
        return
    for area in spec.areas:
        points = [_place(shares, corners) for shares in area.outline]
        for bottom, left, right in _strips(points):
            pen.touch(left, bottom, right - left, _STRIP, f"{area.label}\n{area.text}")
        x, y = _centre(points)[1]
        pen.mark(x - _REACH, y - _REACH, 2 * _REACH, 2 * _REACH, area.label, area.text)
    x, y = _place(spec.present, corners)
    shares = zip(spec.corners, spec.present, strict=True)
    said = (named(corner.label, percent(share)) for corner, share in shares)
    pen.mark(x - _NEAR, y - _NEAR, 2 * _NEAR, 2 * _NEAR, spec.present_text, *said)


def _strips(points: list[Point]) -> Iterator[tuple[float, float, float]]:
    """Cut a convex polygon into flat rectangles: bottom, left and right of each."""
    edges = list(zip(points, [*points[1:], points[0]], strict=True))
    bottom, top = min(y for _x, y in points), max(y for _x, y in points)
    for number in range(int((top - bottom) / _STRIP) + 1):
        low = bottom + number * _STRIP
        middle = min(low + _STRIP / 2, top)
        crossed = [
            one[0] + (other[0] - one[0]) * (middle - one[1]) / (other[1] - one[1])
            for one, other in edges
            if min(one[1], other[1]) <= middle <= max(one[1], other[1]) and one[1] != other[1]
        ]
        if crossed:
            yield low, min(crossed), max(crossed)
