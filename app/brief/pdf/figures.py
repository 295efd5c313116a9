"""Charts on the page: painted shape by shape as the one content of a figure element."""

from collections.abc import Callable

from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from app.brief.clean import clean
from app.brief.pdf.breaking import Line as TextLine
from app.brief.pdf.canvas import TaggedCanvas
from app.brief.pdf.painting import paint_line
from app.brief.pdf.shaping import ShapedText
from app.brief.pdf.structure import Element
from app.brief.pdf.styles import INK, TextStyle
from app.brief.pdf.typesetting import Typesetter
from app.charts import Chart, draw, make_theme
from app.charts.captions import Caption, draw_captioned
from app.charts.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String

_FONT, BOLD_FONT = "text", "bold text"


def draw_chart(
    chart: Chart, setter: Typesetter, width: float, caption: Caption | None = None
) -> Drawing:
    """Return `chart` drawn `width` points wide for paper, measured in the fonts of the brief.

    In a brief it stands over words that are set apart; a picture alone has its own caption.
    """

    def measure(text: str, font: str, size: float) -> float:
        return label(setter, text, font, size).width

    theme = make_theme(measure, _FONT, BOLD_FONT)
    if caption is None:
        return draw(chart, theme, width)
    return draw_captioned(chart, theme, width, caption)


def label(
    setter: Typesetter,
    text: str,
    font: str,
    size: float,
    colour: str = INK,
    *,
    leftwards: bool = False,
) -> ShapedText:
    """Return a chart's label shaped; its width is the same in either direction."""
    style = TextStyle(size=size, colour=colour, bold=font == BOLD_FONT)
    return setter.label(clean(text), style, leftwards=leftwards)


class ChartFlow(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """A chart as wide as the text."""

    canv: TaggedCanvas

    def __init__(self, drawing: Drawing, element: Element, setter: Typesetter, anchor: str) -> None:
        """Show `drawing` as content of the figure `element`; `anchor` is a link target or empty."""
        super().__init__()
        self.drawing, self.element, self.setter, self.anchor = drawing, element, setter, anchor
        # A chart that is higher than a page is shown smaller rather than not at all.
        self.scale = min(1.0, setter.highest_figure / drawing.height)
        for shape in drawing.contents:
            if isinstance(shape, String):
                label(setter, shape.text, shape.fontName, shape.fontSize)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size of the drawing."""
        self.width = self.drawing.width * self.scale
        self.height = self.drawing.height * self.scale
        return self.width, self.height

    def least_height(self, width: float) -> float:
        """Return the height of the drawing, which is never cut."""
        return self.wrap(width, 0)[1]

    def draw(self) -> None:
        """Paint the chart and tell its element where it stands."""
        if self.anchor:
            self.canv.add_anchor(self.anchor, self.height)
        box = self.canv.absolute_box(self.width, self.height)
        self.element.attributes = {"O": "/Layout", "Placement": "/Block", "BBox": box}
        with self.canv.marked(self.element):
            self.canv.saveState()
            self.canv.scale(self.scale, self.scale)
            self._paint(self.drawing)
            self.canv.restoreState()

    def _paint(self, drawing: Drawing) -> None:
        painters: dict[type, Callable[..., None]] = {
            Rect: self._paint_rect,
            Line: self._paint_line,
            PolyLine: self._paint_path,
            Polygon: self._paint_polygon,
            Circle: self._paint_circle,
            String: self._paint_text,
        }
        for shape in drawing.contents:
            painters[type(shape)](shape)

    def _paint_rect(self, rect: Rect) -> None:
        edged = rect.strokeColor is not None
        if edged:
            self._stroke(rect)
        self.canv.setFillColor(rect.fillColor)
        self.canv.rect(rect.x, rect.y, rect.width, rect.height, stroke=int(edged), fill=1)

    def _stroke(self, shape: Rect | Line | PolyLine | Polygon) -> None:
        self.canv.setStrokeColor(shape.strokeColor)
        self.canv.setLineWidth(shape.strokeWidth)

    def _paint_line(self, line: Line) -> None:
        self._stroke(line)
        self.canv.setDash(line.strokeDashArray or [])
        self.canv.line(line.x1, line.y1, line.x2, line.y2)
        self.canv.setDash([])

    def _paint_path(self, path: PolyLine) -> None:
        self._stroke(path)
        self.canv.drawPath(self._outline(path))

    def _paint_polygon(self, polygon: Polygon) -> None:
        self._stroke(polygon)
        self.canv.setFillColor(polygon.fillColor)
        outline = self._outline(polygon)
        outline.close()
        self.canv.drawPath(outline, stroke=1, fill=1)

    def _outline(self, shape: PolyLine | Polygon) -> PDFPathObject:
        points = list(zip(shape.points[::2], shape.points[1::2], strict=True))
        outline = self.canv.beginPath()
        outline.moveTo(*points[0])
        for point in points[1:]:
            outline.lineTo(*point)
        return outline

    def _paint_circle(self, circle: Circle) -> None:
        self.canv.setFillColor(circle.fillColor)
        self.canv.setStrokeColor(circle.strokeColor)
        self.canv.setLineWidth(circle.strokeWidth)
        self.canv.circle(circle.cx, circle.cy, circle.r, stroke=1, fill=1)

    def _paint_text(self, string: String) -> None:
        colour = "#" + string.fillColor.hexval()[2:]
        font, size, leftwards = string.fontName, string.fontSize, string.leftwards
        shaped = label(self.setter, string.text, font, size, colour, leftwards=leftwards)
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[string.textAnchor]
        x = string.x - shift * shaped.width
        whole = TextLine(0, len(shaped.text), len(shaped.text))
        paint_line(self.canv, shaped, whole, x, string.y, None)
