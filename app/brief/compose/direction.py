"""The language of a document, and the side on which its reading starts."""

from msgspec import structs

from app.brief.blocks import Document, Figure
from app.wording.language import is_right_to_left, language

_REGIONS = {"en": "en-GB"}
"""The spelling that the program's own words follow where a language has several."""


def set_direction(document: Document) -> Document:
    """Give a document the language that is spoken now, and turn it and its charts to its side."""
    code = language()
    document = structs.replace(document, language=_REGIONS.get(code, code))
    if not is_right_to_left(code):
        return document
    blocks = tuple(
        structs.replace(block, chart=structs.replace(block.chart, direction="rtl"))
        if isinstance(block, Figure)
        else block
        for block in document.blocks
    )
    return structs.replace(document, direction="rtl", blocks=blocks)
