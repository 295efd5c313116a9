"""The second reference for the brief: its words, tables and charts as HTML set by WeasyPrint."""

from collections.abc import Callable
from html import escape
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from app.brief import blocks
from app.charts import draw, make_theme
from app.charts.svg import write_svg

_THEME = make_theme(stringWidth, "Helvetica", "Helvetica-Bold")
_WIDTH = 450.0


def why_not() -> str:
    """Return why WeasyPrint cannot be measured here; empty where it can."""
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        return "WeasyPrint is not installed"
    except OSError:
        return "the Pango libraries that WeasyPrint needs are not installed"
    return ""


def render_by_weasyprint(document: blocks.Document) -> bytes:
    """Return the document as a tagged PDF made of HTML."""
    from weasyprint import HTML

    html = as_html(document)
    written: bytes = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    return written


def as_html(document: blocks.Document) -> str:
    """Return the document's words, tables and charts as HTML."""
    body = "\n".join(_block(block) for block in document.blocks)
    title = escape(document.title)
    return f"<html lang='{document.language}'><title>{title}</title><body>{body}</body></html>"


def _block(block: blocks.Block) -> str:
    maker: Callable[[Any], str] = _MAKERS.get(type(block), lambda _block: "")
    return maker(block)


def _text(runs: blocks.Runs, tag: str = "p") -> str:
    words = "".join(f"<b>{escape(run.text)}</b>" if run.bold else escape(run.text) for run in runs)
    return f"<{tag}>{words}</{tag}>"


def _table(block: blocks.Table) -> str:
    head = "".join(f"<th scope='col'>{escape(column.header)}</th>" for column in block.columns)
    rows = "".join(
        "<tr>"
        + "".join(f"<td colspan='{cell.span}'>{_text(cell.runs, 'span')}</td>" for cell in cells)
        + "</tr>"
        for cells in block.rows
    )
    caption = f"<caption>{escape(block.caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _facts(block: blocks.KeyValues) -> str:
    rows = "".join(
        f"<tr><th scope='row'>{escape(label)}</th>{_text(runs, 'td')}</tr>"
        for label, runs in block.rows
    )
    return f"<table>{rows}</table>"


def _figure(block: blocks.Figure) -> str:
    picture = write_svg(draw(block.chart, _THEME, _WIDTH), block.alternative, "Helvetica-Bold")
    return f"<figure>{picture.decode()}<figcaption>{escape(block.caption)}</figcaption></figure>"


_MAKERS: dict[type, Callable[[Any], str]] = {
    blocks.Heading: lambda b: f"<h{b.level}>{escape(b.text)}</h{b.level}>",
    blocks.Paragraph: lambda b: _text(b.runs),
    blocks.ListBlock: lambda b: "<ul>" + "".join(_text(i, "li") for i in b.items) + "</ul>",
    blocks.Callout: lambda b: f"<div>{''.join(_text(runs) for runs in b.paragraphs)}</div>",
    blocks.Choices: lambda b: f"<p>{escape(' '.join(b.options + b.fields))}</p>",
    blocks.Note: lambda b: _text(b.runs),
    blocks.Table: _table,
    blocks.KeyValues: _facts,
    blocks.Figure: _figure,
}
