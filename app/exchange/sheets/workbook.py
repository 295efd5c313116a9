"""An assessment as a workbook that computes the ranking itself, so that anybody can check it."""

import io
import re
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.exchange.packing import pack
from db.model import Assessment, Criterion

from .formulas import (
    Point,
    cell,
    rank_formula,
    share_formula,
    span,
    total_formula,
    unknown_formula,
    value_formula,
)
from .layout import Content, Layout, lay_out

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SCORES, SCALES, VALUES, RESULT = "Scores", "Scales", "Values", "Result"
_WIDE, _NARROW = 36, 14
_SAVED_AT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_NO_TIME = rb"\g<1>1980-01-01T00:00:00Z"


def write_workbook(assessment: Assessment) -> bytes:
    """The decision table as XLSX: scores as they were stated, everything else as live formulas.

    The sheet “Scores” is the one that the import reads. Texts are kept as texts, whatever they
    begins with. The handling marking stands above every sheet and on every printed page. Equal
    assessments give equal bytes.
    """
    from openpyxl import Workbook

    layout = lay_out(assessment, marked=True)
    book = Workbook()
    book.calculation.fullCalcOnLoad = True
    scores = book.active
    scores.title = SCORES
    for row, contents in enumerate(layout.cells()):
        _write(scores, row, 0, contents)
    _shape(scores, layout, len(layout.heads))
    points = _write_scales(book.create_sheet(SCALES), assessment, layout)
    _write_values(book.create_sheet(VALUES), layout, points)
    _write_result(book.create_sheet(RESULT), layout)
    _mark(book, assessment.decision.marking)
    saved = io.BytesIO()
    book.save(saved)
    return _without_time(saved.getvalue())


def _write_scales(sheet: "Worksheet", assessment: Assessment, layout: Layout) -> list[list[Point]]:
    """The points of every value function, two columns for each criterion."""
    places: list[list[Point]] = []
    first = layout.top + 2
    for index, leaf in enumerate(layout.criteria):
        left = 2 * index
        _write(sheet, layout.top, left, (leaf.name,))
        _write(sheet, layout.top + 1, left, ("Score", "Value"))
        points = _points(assessment, leaf)
        for row, (at, value) in enumerate(points, first):
            _write(sheet, row, left, (at, value))
        places.append(
            [
                Point(cell(SCALES, row, left), cell(SCALES, row, left + 1))
                for row in range(first, first + len(points))
            ]
        )
    return places


def _points(assessment: Assessment, leaf: Criterion) -> list[tuple[float, float]]:
    points = {leaf.worst: 0.0, leaf.best: 100.0}
    for level in assessment.levels_by_criterion.get(leaf.id, ()):
        if level.value is not None:
            points[level.at] = level.value
    return sorted(points.items())


def _write_values(sheet: "Worksheet", layout: Layout, points: list[list[Point]]) -> None:
    _write(sheet, layout.top, 0, ("Option", *(leaf.name for leaf in layout.criteria)))
    for index, option in enumerate(layout.options):
        row = layout.top + 1 + index
        _write(sheet, row, 0, (option.name,))
        for column, path in enumerate(points):
            score = cell(SCORES, len(layout.heads) + index, layout.first + column)
            _compute(sheet, row, column + 1, value_formula(score, path))
    _shape(sheet, layout, layout.top + 1)


def _write_result(sheet: "Worksheet", layout: Layout) -> None:
    """Shares of weight above, then every option's total, its room for what is missing, its rank."""
    count, options, top = len(layout.criteria), len(layout.options), layout.top
    _write(sheet, top, 0, ("Criterion", *(leaf.name for leaf in layout.criteria)))
    _write(sheet, top + 1, 0, ("Share of weight",))
    weight = layout.head_row("Weight")
    last = layout.first + count - 1
    weights = span(SCORES, weight, layout.first, weight, last)
    for column in range(count):
        own = cell(SCORES, weight, layout.first + column)
        _compute(sheet, top + 1, column + 1, share_formula(own, weights, count))
    _write(sheet, top + 3, 0, ("Option", "Value", "Lowest", "Highest", "Rank"))
    shares = span(RESULT, top + 1, 1, top + 1, count)
    totals = span(RESULT, top + 4, 1, top + 3 + options, 1)
    for index, option in enumerate(layout.options):
        row, source = top + 4 + index, len(layout.heads) + index
        _write(sheet, row, 0, (option.name,))
        values = span(VALUES, top + 1 + index, 1, top + 1 + index, count)
        stated = span(SCORES, source, layout.first, source, last)
        unknown = unknown_formula(stated, shares).removeprefix("=")
        total = cell(RESULT, row, 1)
        _compute(sheet, row, 1, total_formula(values, shares))
        _compute(sheet, row, 2, f"={total}-50*{unknown}")
        _compute(sheet, row, 3, f"={total}+50*{unknown}")
        _compute(sheet, row, 4, rank_formula(total, totals))
    _shape(sheet, layout, top + 4)


def _write(sheet: "Worksheet", row: int, column: int, contents: Sequence[Content]) -> None:
    """Texts and numbers into a row; a text stays a text even if it begins like a formula."""
    for place, content in enumerate(contents, column + 1):
        if content is None or content == "":
            continue
        target: Any = sheet.cell(row + 1, place)
        target.value = content
        if isinstance(content, str):
            target.data_type = "s"
            target.quotePrefix = True


def _mark(book: "Workbook", marking: str) -> None:
    """Say the marking in the first row of every sheet, and above and below every printed page."""
    if not marking:
        return
    for sheet in book.worksheets:
        _write(sheet, 0, 0, (marking,))
        for part in (sheet.oddHeader, sheet.oddFooter):
            part.center.text = marking.replace("&", "&&")


def _compute(sheet: "Worksheet", row: int, column: int, formula: str) -> None:
    target: Any = sheet.cell(row + 1, column + 1)
    target.value = formula
    target.number_format = "0.0###"


def _shape(sheet: "Worksheet", layout: Layout, heads: int) -> None:
    """Widths that show the names, and heads that stay in sight."""
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = sheet.cell(heads + 1, 2)
    sheet.column_dimensions["A"].width = _WIDE
    for column in range(2, layout.first + len(layout.criteria) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _NARROW


def _without_time(data: bytes) -> bytes:
    """The same workbook without the time at which it was made."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    parts[core] = _SAVED_AT.sub(_NO_TIME, parts[core])
    return pack(parts)
