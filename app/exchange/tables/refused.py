"""Why a table was not read."""

from app.wording import _

from .cells import LINE_LIMIT


class TableRefused(ValueError):
    """The file cannot be taken as a decision table; the message is a sentence for the officer."""


def outside(cell: str) -> TableRefused:
    """The refusal of a table that reaches too far."""
    sentence = _(
        "Cell {cell} lies beyond the first {limit} rows and columns. Keep to the decision table "
        "in this file."
    )
    return TableRefused(sentence.format(cell=cell, limit=LINE_LIMIT))
