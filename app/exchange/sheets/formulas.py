"""The formulas of the workbook: values out of scores, shares out of weights, and the sum.

They use nothing but IF, MAX, MIN, SUM, SUMPRODUCT and RANK, which every spreadsheet has.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from app.exchange.tables.cells import address

MIDDLE = 50
"""What a missing score counts until it is known: the middle of its scale."""


class Point(NamedTuple):
    """Where a point of a value function stands on its sheet: the cells of score and value."""

    at: str
    value: str


def value_formula(score: str, points: Sequence[Point]) -> str:
    """The value of the score in a cell, on straight lines between points in rising order."""
    pieces = [points[0].value]
    for start, end in pairwise(points):
        slope = f"({end.value}-{start.value})/({end.at}-{start.at})"
        pieces.append(f"{slope}*MAX(0,MIN({score},{end.at})-{start.at})")
    return f'=IF({score}="",{MIDDLE},{"+".join(pieces)})'


def share_formula(weight: str, weights: str, count: int) -> str:
    """A weight's share of all of them; equal shares where none is given."""
    return f"=IF(SUM({weights})=0,1/{count},{weight}/SUM({weights}))"


def total_formula(values: str, shares: str) -> str:
    """The sum of values times shares."""
    return f"=SUMPRODUCT({values},{shares})"


def unknown_formula(scores: str, shares: str) -> str:
    """How much of the weight rests on scores that are missing."""
    return f'=SUMPRODUCT(({scores}="")*{shares})'


def rank_formula(total: str, totals: str) -> str:
    """The place of a total among all of them."""
    return f"=RANK({total},{totals})"


def cell(sheet: str, row: int, column: int) -> str:
    """A cell of another sheet, fixed in both directions; counted from 0."""
    return f"{sheet}!{fixed(row, column)}"


def span(sheet: str, top: int, left: int, bottom: int, right: int) -> str:
    """Cells of another sheet from one corner to the other, fixed."""
    return f"{sheet}!{fixed(top, left)}:{fixed(bottom, right)}"


def fixed(row: int, column: int) -> str:
    """A cell's name that stays when its formula is copied."""
    name = address(row, column)
    letters = name.rstrip("0123456789")
    return f"${letters}${name[len(letters) :]}"
