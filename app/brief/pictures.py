"""Charts as files of their own, PNG and SVG: set in the fonts of the brief, without a screen."""

import datetime
from io import BytesIO

from app.brief.blocks import Document
from app.brief.pdf.canvas import TaggedCanvas
from app.brief.pdf.faces import load_family
from app.brief.pdf.figures import BOLD_FONT, ChartFlow, draw_chart
from app.brief.pdf.structure import Element
from app.brief.pdf.typesetting import Typesetter
from app.charts import Chart
from app.charts.captions import Caption
from app.charts.svg import write_svg
from app.wording.language import language

WIDTH = 480.0
"""Points: as wide as the text of a brief."""
PIXELS_PER_POINT = 3
"""Sharp enough for print."""
_NO_TIME = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)


def as_svg(chart: Chart, text: str, caption: Caption | None = None, width: float = WIDTH) -> bytes:
    """The chart as an SVG file under its caption; `text` stands for it where it is not seen."""
    return write_svg(draw_chart(chart, _typesetter(), width, caption), text, BOLD_FONT)


def as_png(chart: Chart, caption: Caption | None = None, width: float = WIDTH) -> bytes:
    """The chart as a PNG file on white, under its caption."""
    import pypdfium2

    with pypdfium2.PdfDocument(_as_page(chart, caption, width)) as document:
        image = document[0].render(scale=PIXELS_PER_POINT).to_pil()
    kept = BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()


def _as_page(chart: Chart, caption: Caption | None, width: float) -> bytes:
    """The chart as the only thing on a page of its size."""
    setter = _typesetter()
    flow = ChartFlow(draw_chart(chart, setter, width, caption), Element("Figure"), setter, "")
    size = flow.wrap(width, 0.0)
    file = BytesIO()
    canvas = TaggedCanvas(file, setter.tree, pagesize=size, invariant=1)
    flow.drawOn(canvas, 0, 0)
    canvas.showPage()
    canvas.fill_placeholders()
    canvas.save()
    return file.getvalue()


def _typesetter() -> Typesetter:
    document = Document(title="", blocks=(), date=_NO_TIME, language=language())
    return Typesetter(document, load_family(), set())
