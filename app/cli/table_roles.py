"""What somebody says on the command line of a table's rows, columns and scales."""

import argparse
import re
from collections.abc import Iterator
from dataclasses import replace

from app.exchange.tables import ColumnRole, Mapping, Mark, RowRole, Scale, alter
from app.exchange.tables.numbers import read_number
from app.wording import _
from db.model import ScaleKind

from .failure import Failure

_PLACE = re.compile(r"(?P<row>[1-9][0-9]{0,3})|(?P<column>[A-Za-z]{1,2})")
_SCALE = re.compile(r"(?P<worst>\S+?)\.\.(?P<best>\S+)(?:\s+(?P<unit>.+))?")


def alter_mapping(mapping: Mapping, arguments: argparse.Namespace) -> Mapping:
    """The mapping with the roles, scales and decimal mark that were said.

    Raises `Failure` for what is no place in the table or no role.
    """
    try:
        for place, text in _pairs(arguments.role):
            mapping = _with_role(mapping, place, text)
        for place, text in _pairs(arguments.scale):
            mapping = alter(mapping, scales={_across(mapping, place): _scale(text)})
    except IndexError as error:
        raise Failure(_("the table has no such row or column."), status=2) from error
    if arguments.decimal is not None:
        mapping = replace(mapping, mark=Mark[arguments.decimal.upper()])
    return mapping


def _pairs(texts: list[str]) -> Iterator[tuple[re.Match[str], str]]:
    for text in texts:
        before, _sign, after = text.partition("=")
        place = _PLACE.fullmatch(before.strip())
        if place is None or not after.strip():
            sentence = _("“{text}” does not say a row or column and what it is, as 3=weight does.")
            raise Failure(sentence.format(text=text), status=2)
        yield place, after.strip()


def _with_role(mapping: Mapping, place: re.Match[str], text: str) -> Mapping:
    number, is_row = _number(place), place["row"] is not None
    # With the options in columns, the columns of the file are the rows of the mapping.
    along = is_row == (mapping.options_in == "rows")
    kinds: type[RowRole | ColumnRole] = RowRole if along else ColumnRole
    if text.lower() not in set(kinds):
        sentence = _("“{text}” cannot be said of {place}. It can be: {known}.")
        known = ", ".join(kinds)
        raise Failure(sentence.format(text=text, place=place[0], known=known), status=2)
    if along:
        return alter(mapping, rows={number: RowRole(text.lower())})
    return alter(mapping, columns={number: ColumnRole(text.lower())})


def _across(mapping: Mapping, place: re.Match[str]) -> int:
    """The column of the mapping that a place in the file stands for."""
    is_criterion = (place["row"] is None) == (mapping.options_in == "rows")
    number = _number(place)
    if not is_criterion or number >= len(mapping.columns):
        raise IndexError(number)
    return number


def _number(place: re.Match[str]) -> int:
    if place["row"] is not None:
        return int(place["row"]) - 1
    number = 0
    for letter in place["column"].upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _scale(text: str) -> Scale:
    match = _SCALE.fullmatch(text)
    ends = [] if match is None else [read_number(match[e], Mark.POINT) for e in ("worst", "best")]
    if match is None or ends[0] is None or ends[1] is None:
        sentence = _("“{text}” is no scale. Say its worst and best, such as 20..0 days.")
        raise Failure(sentence.format(text=text), status=2)
    worst, best, unit = ends[0].value, ends[1].value, match["unit"] or ""
    direct = (worst, best) == (0.0, 100.0) and not unit
    return Scale(ScaleKind.DIRECT if direct else ScaleKind.NUMERIC, worst, best, unit)
