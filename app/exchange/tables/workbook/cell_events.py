"""One sheet of a workbook as it is read: its cells, what is joined, what is hidden."""

import datetime
import re
from collections.abc import Mapping

from app.exchange.tables.cells import LINE_LIMIT, TEXT_LIMIT, Cell, Kind, Merge, address
from app.exchange.tables.refused import TableRefused, outside
from app.wording import _

from .parts import Formats, Silent

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_LONGEST_NUMBER = 400
_FIRST_DAY = datetime.date(1899, 12, 30)
_LAST_DAY = 2_900_000


class Cells(Silent):
    """A listener that keeps every cell which holds something, by row and column from 0."""

    def __init__(self, texts: list[str], formats: Formats) -> None:
        """Begin a sheet whose cells refer to these shared texts and formats."""
        self.found: dict[tuple[int, int], Cell] = {}
        self.merges: list[Merge] = []
        self._texts, self._formats = texts, formats
        self._place = (-1, -1)
        self._cell: Mapping[str, str] = {}
        self._value: list[str] = []
        self._formula = False
        self._taking = False
        self._size = self._joined = 0
        self._hidden = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note where a cell begins and what it says of itself."""
        if name == "c":
            self._begin(attributes)
        elif name in ("v", "t"):
            self._taking = True
        elif name == "f":
            self._formula = True
        elif name == "row":
            row = _whole(attributes.get("r", ""))
            self._place = (self._place[0] + 1 if row is None else row - 1, -1)
            self._hidden |= _is_set(attributes.get("hidden"))
        elif name == "col":
            self._hidden |= _is_set(attributes.get("hidden"))
        elif name == "mergeCell":
            self._join(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """Keep a cell once it is whole."""
        if name == "c":
            self._keep()
        elif name in ("v", "t"):
            self._taking = False

    def text(self, content: str) -> None:
        """Take up a piece of a cell's value."""
        if self._taking:
            self._size += len(content)
            if self._size > TEXT_LIMIT:
                raise TableRefused(_("This is too much text for a table."))
            self._value.append(content)

    def remarks(self) -> tuple[str, ...]:
        """What is worth telling about the sheet."""
        if not self._hidden:
            return ()
        return (_("The sheet has hidden rows or columns; they are read like the others."),)

    def _begin(self, attributes: Mapping[str, str]) -> None:
        self._cell, self._value, self._formula = attributes, [], False
        match = _REFERENCE.fullmatch(attributes.get("r", ""))
        if match is not None:
            self._place = (int(match[2]) - 1, _column(match[1]))
        else:
            self._place = (self._place[0], self._place[1] + 1)

    def _keep(self) -> None:
        cell = self._made("".join(self._value).strip())
        if cell is None:
            return
        row, column = self._place
        if not (0 <= row < LINE_LIMIT and column < LINE_LIMIT):
            raise outside(address(max(row, 0), column))
        self._size += len(cell.text)
        self.found[self._place] = cell

    def _made(self, value: str) -> Cell | None:
        kind = self._cell.get("t", "n")
        if kind == "s" and value:
            index = _whole(value)
            if index is None or index >= len(self._texts):
                return Cell(Kind.ERROR, value[:40])
            value = self._texts[index].strip()
        if not value:
            return Cell(Kind.FORMULA) if self._formula else None
        if kind == "b":
            return Cell(Kind.BOOLEAN, "TRUE" if value == "1" else "FALSE")
        if kind == "e":
            return Cell(Kind.ERROR, value)
        if kind == "d":
            return Cell(Kind.DATE, value)
        return self._number(value) if kind == "n" else Cell(Kind.TEXT, value)

    def _number(self, value: str) -> Cell:
        if len(value) > _LONGEST_NUMBER or not _NUMBER.fullmatch(value):
            return Cell(Kind.ERROR, value[:40])
        number, index = float(value), _whole(self._cell.get("s", "0")) or 0
        if index in self._formats.dates:
            return Cell(Kind.DATE, _day(number) or value)
        if index in self._formats.percents:
            shown = float(f"{number * 100:.12g}")
            return Cell(Kind.NUMBER, f"{shown:.12g}%", shown, percent=True)
        return Cell(Kind.NUMBER, f"{number:.15g}", number)

    def _join(self, reference: str) -> None:
        first, _colon, last = reference.partition(":")
        ends = [_REFERENCE.fullmatch(part) for part in (first, last or first)]
        if ends[0] is None or ends[1] is None:
            return
        top, bottom = (min(int(end[2]), LINE_LIMIT) - 1 for end in ends if end is not None)
        left, right = (min(_column(end[1]), LINE_LIMIT - 1) for end in ends if end is not None)
        # Ranges that do not overlap never cover more than the whole sheet.
        self._joined += (bottom - top + 1) * (right - left + 1)
        if self._joined <= LINE_LIMIT**2:
            self.merges.append(Merge(top, left, bottom, right))


def _day(number: float) -> str:
    """The day that a workbook counts as this number."""
    if not 0 <= number < _LAST_DAY:
        return ""
    return (_FIRST_DAY + datetime.timedelta(days=int(number))).isoformat()


def _whole(text: str) -> int | None:
    """A whole number of at most seven digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _is_set(text: str | None) -> bool:
    return text in ("1", "true")
