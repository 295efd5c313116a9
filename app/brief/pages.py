"""Pages of a brief as pictures, for documents that show what comes out."""

from io import BytesIO

from app.brief.blocks import Document
from app.brief.pdf import render

_COLOURS = 64


def page_pictures(document: Document, count: int = 2, width: int = 700) -> tuple[bytes, ...]:
    """The first pages of a document as small PNG files, `width` pixels wide."""
    import pypdfium2

    pictures = []
    with pypdfium2.PdfDocument(render(document)) as pdf:
        for number in range(min(count, len(pdf))):
            page = pdf[number]
            image = page.render(scale=width / page.get_width()).to_pil()
            kept = BytesIO()
            image.convert("RGB").quantize(_COLOURS).save(kept, "PNG", optimize=True)
            pictures.append(kept.getvalue())
    return tuple(pictures)
