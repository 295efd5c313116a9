"""CSV, whatever wrote it: its encoding, what separates its cells, its rows."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from app.wording import _

from .cells import LINE_LIMIT, TEXT_LIMIT, Cell, Grid, Kind, address, make_grid
from .refused import TableRefused, outside

SIZE_LIMIT = 8_000_000
"""Bytes."""
SEPARATORS = ("\t", ";", "|", ",")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, ""),
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HINT = re.compile(r"\"?sep=([,;|:\t])\"?\r?\n?", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_GUARDED = re.compile(r"^'(?=[=+\-@\t\r])")
_SAMPLE = 60_000


def read_csv(data: bytes, separator: str | None = None) -> Grid:
    """The cells of a CSV file; every one of them is text.

    separator: what stands between cells, None to find it. Raises `TableRefused` with a sentence
    for what is too large, not text, or not made of cells.
    """
    if len(data) > SIZE_LIMIT:
        raise TableRefused(
            _("This file is too large for a table: at most {limit} megabytes are read.").format(
                limit=SIZE_LIMIT // 1_000_000
            )
        )
    text = _decode(data)
    if _CONTROL.search(text):
        raise TableRefused(_("This is not a table: it holds control characters."))
    hint = _HINT.match(text)
    if hint is not None:
        text, separator = text[hint.end() :], separator or hint[1]
    return _grid(text, separator or _find_separator(text))


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark) and encoding:
            return _decoded(data[len(mark) :], encoding)
    head = data[:2000]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(head) > 3 and head[first::2].count(0) * 3 > len(head):
            return _decoded(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise TableRefused(
            _("This is not text that can be read. Save the table as CSV in UTF-8.")
        ) from error


def _find_separator(text: str) -> str:
    """What separates the cells: that with which most rows have the same number of them."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample

    def regularity(separator: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
        try:
            rows = [row for row in reader if row]
        except csv.Error:
            return (0.0, 0)
        lengths = [len(row) for row in rows if any(map(str.strip, row))] or list(map(len, rows))
        split = Counter(length for length in lengths if length > 1)
        if not split:
            return (0.0, 0)
        length, count = split.most_common(1)[0]
        return (count / len(lengths), length)

    return max(SEPARATORS, key=regularity)


def _grid(text: str, separator: str) -> Grid:
    cells: dict[tuple[int, int], Cell] = {}
    size = 0
    for row, values in enumerate(_rows(text, separator)):
        for column, value in enumerate(values):
            shown = _GUARDED.sub("", value, count=1).strip()
            if not shown:
                continue
            if row >= LINE_LIMIT or column >= LINE_LIMIT:
                raise outside(address(row, column))
            size += len(shown)
            cells[row, column] = Cell(Kind.TEXT, shown)
    if size > TEXT_LIMIT:
        raise TableRefused(_("This is too much text for a table."))
    return make_grid(cells)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        sentence = _("Line {line} cannot be split into cells: check its quotation marks.")
        raise TableRefused(sentence.format(line=reader.line_num)) from error
