"""Pictures of the pages of a PDF, as plain bytes."""

from collections.abc import Iterator

from app.desktop.briefing.orders import Bitmap


def draw_pages(pdf: bytes, width: int) -> Iterator[tuple[Bitmap, int]]:
    """The pages of a PDF document, `width` pixels wide, each with the number of all."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            drawn = page.render(scale=width / page.get_width(), rev_byteorder=True)
            data = bytes(drawn.buffer)
            yield (
                Bitmap(drawn.width, drawn.height, drawn.stride, drawn.n_channels, data),
                len(document),
            )
            drawn.close()
            page.close()
    finally:
        document.close()
