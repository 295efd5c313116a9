"""Files made to mislead, to hang or to harm; `MAKERS` has all of them by name."""

from tests.reliability.hostile import (
    beside,
    content,
    damage,
    foreign,
    headers,
    histories,
    pages,
    places,
    rows,
    schemas,
)
from tests.reliability.hostile.making import MAKERS

CORE = (foreign, headers, beside, schemas, damage, rows, histories)
"""The makers of the first kinds of harm; the others vary and extend them."""
FAMILIES = (*CORE, content, pages, places)

__all__ = ["CORE", "FAMILIES", "MAKERS"]
