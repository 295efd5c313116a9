"""Numbers out of cells, or the sentence why there is none."""

from typing import NamedTuple

from app.wording import _
from db.model.fields import MAGNITUDE_LIMIT

from .cells import Cell, Kind
from .numbers import Mark, read_number
from .words import is_missing

_SHOWN = 40


class Value(NamedTuple):
    """What a cell says: a number, nothing (both None), or why it says none."""

    number: float | None = None
    percent: bool = False
    problem: str = ""


def read_value(cell: Cell, mark: Mark | None) -> Value:
    """The number in a cell, with the decimal mark of the table (None while it is in doubt)."""
    if cell.kind is Kind.NUMBER and cell.number is not None:
        return _within(Value(cell.number, cell.percent), cell)
    if cell.kind is Kind.TEXT:
        return Value() if is_missing(cell.text) else _written(cell, mark)
    text = cell.text[:_SHOWN]
    sentences = {
        Kind.DATE: _("{text} is a date, not a number.").format(text=text),
        Kind.BOOLEAN: _("{text} is not a number.").format(text=text),
        Kind.ERROR: _("“{text}” is an error of the spreadsheet, not a number.").format(text=text),
        Kind.FORMULA: _(
            "The formula has no result in the file. Open it in the program that made it, and save."
        ),
    }
    return Value(problem=sentences.get(cell.kind, ""))


def _written(cell: Cell, mark: Mark | None) -> Value:
    point, comma = read_number(cell.text, Mark.POINT), read_number(cell.text, Mark.COMMA)
    if mark is None and point is not None and comma is not None and point != comma:
        sentence = _(
            "“{text}” can be {one:.10g} or {other:.10g}. Say which mark separates the decimals."
        )
        return Value(problem=sentence.format(text=cell.text, one=point.value, other=comma.value))
    found = read_number(cell.text, mark or Mark.POINT)
    if found is None:
        return Value(problem=_("“{text}” is not a number.").format(text=cell.text[:_SHOWN]))
    return _within(Value(found.value, found.percent), cell)


def _within(value: Value, cell: Cell) -> Value:
    if value.number is not None and abs(value.number) > MAGNITUDE_LIMIT:
        text = cell.text[:_SHOWN]
        return Value(problem=_("“{text}” is too large a number.").format(text=text))
    return value
