"""A table as it is laid out: rows of cells that break over pages under a repeated heading."""

from collections.abc import Sequence
from copy import copy

from msgspec import Struct
from reportlab.lib.colors import toColor
from reportlab.platypus import Flowable

from app.brief.pdf.canvas import TaggedCanvas
from app.brief.pdf.styles import CELL_PADDING, CELL_SIDE, RULE
from app.brief.pdf.text import Text

_WHOLE_BELOW = 180.0  # a table lower than this is not cut where it can be helped
_COMPANY_ABOVE = 50.0  # a row higher than this may stand alone under the heading
_SPLIT_ABOVE = 180.0  # a row higher than this may be split over two pages


class GridCell(Struct):
    """A cell's text, its first column counted in reading order, its span and its fill."""

    text: Text
    column: int
    span: int = 1
    fill: str = ""


class GridRow(Struct):
    """A row of cells; `height` is known once the row has been measured.

    A row that `announces` is the heading of those after it and stays with them.
    """

    cells: list[GridCell]
    height: float = 0.0
    announces: bool = False


class Grid(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """Rows under `header` rows, which are drawn again (as decoration) where the table goes on."""

    canv: TaggedCanvas

    def __init__(
        self,
        header: list[GridRow],
        body: list[GridRow],
        widths: Sequence[float],
        *,
        rightwards: bool,
        accent: str,
        anchor: str = "",
        after: float = 10.0,
    ) -> None:
        """Lay out columns of `widths` points, from the right when `rightwards`."""
        super().__init__()
        self.header, self.body, self.widths = header, body, list(widths)
        self.rightwards, self.accent, self.anchor = rightwards, accent, anchor
        self.spaceAfter = after
        self._continues = False
        self._measured = False

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the space that all rows take."""
        if not self._measured:
            for row in [*self.header, *self.body]:
                self._measure(row)
            if sum(row.height for row in self.header) > _SPLIT_ABOVE:
                # A heading that leaves no room for rows under it cannot be repeated.
                self.header, self.body = [], [*self.header, *self.body]
            self._measured = True
        self.width = sum(self.widths)
        self.height = sum(row.height for row in [*self.header, *self.body])
        return self.width, self.height

    def least_height(self, width: float) -> float:
        """Return the height of the heading and of what must stand under it."""
        self.wrap(width, 0)
        if self.height <= _WHOLE_BELOW:
            return float(self.height)
        first = self.body[:1] if self.body[0].height > _COMPANY_ABOVE else self.body[:2]
        rows = [*self.header, *first]
        return min(sum(row.height for row in rows), _SPLIT_ABOVE)

    def _measure(self, row: GridRow) -> None:
        heights = [
            cell.text.wrap(self._inner_width(cell), 0)[1] + 2 * CELL_PADDING for cell in row.cells
        ]
        row.height = max(heights, default=0.0)

    def _inner_width(self, cell: GridCell) -> float:
        return sum(self.widths[cell.column : cell.column + cell.span]) - 2 * CELL_SIDE

    def split(self, width: float, height: float) -> list["Grid"]:
        """Cut after the last row that fits; a very high row may itself be cut."""
        self.wrap(width, height)
        room = height - sum(row.height for row in self.header)
        fitting = 0
        for row in self.body:
            if row.height > room:
                break
            room -= row.height
            fitting += 1
        before, after = self.body[:fitting], self.body[fitting:]
        halves = None
        if after and after[0].height > _SPLIT_ABOVE:
            halves = self._split_row(after[0], room)
        if halves:
            before, after = [*before, halves[0]], [halves[1], *after[1:]]
        elif after:
            before, after = _hold_together(before, after)
        if not before:
            return []
        return [self._part(before, continues=self._continues)] + (
            [self._part(after, continues=True)] if after else []
        )

    def _split_row(self, row: GridRow, room: float) -> tuple[GridRow, GridRow] | None:
        """Cut a row at `room` points; None if nothing of it would stand before the cut."""
        first, second = GridRow([]), GridRow([])
        for cell in row.cells:
            parts = cell.text.split(self._inner_width(cell), room - 2 * CELL_PADDING)
            done = parts[0] if parts else cell.text.without_lines()
            first.cells.append(GridCell(done, cell.column, cell.span, cell.fill))
            rest = parts[1:] or ([done.without_lines()] if parts else [cell.text])
            second.cells.append(GridCell(rest[0], cell.column, cell.span, cell.fill))
        if all(cell.text.is_empty for cell in first.cells):
            return None
        self._measure(first)
        self._measure(second)
        return first, second

    def _part(self, body: list[GridRow], *, continues: bool) -> "Grid":
        part = copy(self)
        part.__dict__.pop("_postponed", None)
        part.body, part._continues = body, continues  # noqa: SLF001  # a part of this very object
        return part

    def draw(self) -> None:
        """Draw fills, then texts in reading order, then rules."""
        if self.anchor and not self._continues:
            self.canv.add_anchor(self.anchor, self.height)
        with self.canv.artifact():
            self._draw_fills()
        top = self.height
        for row in self.header:
            if self._continues:
                with self.canv.artifact("Pagination"):
                    self._draw_texts(row, top)
            else:
                self._draw_texts(row, top)
            top -= row.height
        for row in self.body:
            self._draw_texts(row, top)
            top -= row.height
        with self.canv.artifact():
            self._draw_rules()

    def _left(self, cell: GridCell) -> float:
        start, end = cell.column, cell.column + cell.span
        return sum(self.widths[end:]) if self.rightwards else sum(self.widths[:start])

    def _draw_texts(self, row: GridRow, top: float) -> None:
        for cell in row.cells:
            bottom = top - CELL_PADDING - cell.text.height
            cell.text.drawOn(self.canv, self._left(cell) + CELL_SIDE, bottom)

    def _draw_fills(self) -> None:
        top = self.height
        for row in [*self.header, *self.body]:
            for cell in row.cells:
                if cell.fill:
                    width = self._inner_width(cell) + 2 * CELL_SIDE
                    self.canv.setFillColor(toColor(cell.fill))
                    self.canv.rect(
                        self._left(cell), top - row.height, width, row.height, stroke=0, fill=1
                    )
            top -= row.height

    def _draw_rules(self) -> None:
        width, level = sum(self.widths), self.height
        self.canv.setLineCap(0)
        if self.header:
            self._rule(level, width, self.accent, 0.9)
        for number, row in enumerate([*self.header, *self.body], start=1):
            level -= row.height
            strong = number == len(self.header)
            self._rule(level, width, self.accent if strong else RULE, 0.9 if strong else 0.4)

    def _rule(self, level: float, width: float, colour: str, weight: float) -> None:
        self.canv.setStrokeColor(toColor(colour))
        self.canv.setLineWidth(weight)
        self.canv.line(0, level, width, level)


def _hold_together(
    before: list[GridRow], after: list[GridRow]
) -> tuple[list[GridRow], list[GridRow]]:
    """Move rows to what follows that should not end `before`, if anything else stays there.

    These are headings of rows, and a row to keep the last one company.
    """
    end = len(before)
    if len(after) == 1 and end > 2:
        end -= 1
    while end and before[end - 1].announces:
        end -= 1
    return (before[:end], before[end:] + after) if end else (before, after)


def share_width(weights: Sequence[float], least: Sequence[float], available: float) -> list[float]:
    """Return column widths in proportion to `weights`, none under its `least`, in all `available`.

    Where even the least widths do not fit, they are shrunk alike (long words then break).
    """
    total_least = sum(least)
    if total_least >= available:
        return [width * available / total_least for width in least]
    widths = list(least)
    free = set(range(len(weights)))
    room = available
    while free:
        unit = room / sum(weights[column] for column in free)
        tight = {column for column in free if weights[column] * unit < least[column]}
        if not tight:
            for column in free:
                widths[column] = weights[column] * unit
            break
        room -= sum(least[column] for column in tight)
        free -= tight
    return widths
