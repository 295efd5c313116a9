"""Changing scores as in a spreadsheet: type, clear, fill, copy and paste."""

from collections.abc import Iterable
from typing import NamedTuple

from app.desktop.workspace import Workspace
from app.edits import scores as edits
from app.wording import _, ngettext
from db.model import ScaleKind

from .numbers import Entry, WrongEntry, read_score, show_number
from .refusals import refusal_of
from .score_blocks import Block, Place, Placed, faults_said, placed, read_block
from .score_grid import ScoreGrid, entry_text
from .score_heads import read_heads


class Pasted(NamedTuple):
    """A copied cell as it was read: where it stood, and its entry or what is wrong with it."""

    where: str
    entry: edits.Entry | None
    fault: str = ""


class ScoreEditing:
    """The edits that a grid of scores offers; each is one step of undo.

    Every method returns the sentence in which it was refused, or None when it was done.
    """

    def __init__(self, workspace: Workspace, grid: ScoreGrid) -> None:
        self._workspace = workspace
        self._grid = grid
        self.remark = ""
        """What the last edit did beyond what was typed; empty when there is nothing to say."""
        self.pasted: tuple[Place, ...] = ()
        """Where the last block was pasted."""

    def enter(self, row: int, column: int, text: str) -> str | None:
        """Set one score from what was typed."""
        self.remark = ""
        try:
            entry = self._read(row, column, text)
        except WrongEntry as wrong:
            return str(wrong)
        option, leaf = self._grid.options[row], self._grid.leaves[column]
        label = _("Score {option} on {criterion}").format(
            option=option.code or option.name, criterion=leaf.code or leaf.name
        )
        return self._commit(label, [entry])

    def enter_all(self, places: Iterable[Place], text: str) -> str | None:
        """Set every selected score from what was typed once."""
        try:
            entries = [self._read(row, column, text) for row, column in self._open(places)]
        except WrongEntry as wrong:
            return str(wrong)
        label = ngettext("Enter {count} score", "Enter {count} scores", len(entries))
        refusal = self._commit(label.format(count=len(entries)), entries)
        self.remark = ""  # which speaks of one score
        return refusal

    def clear(self, places: Iterable[Place]) -> str | None:
        """Take the numbers out; what was said of them stays."""
        entries = [self._entry(place, Entry(None)) for place in self._open(places)]
        return self._commit(
            ngettext("Clear {count} score", "Clear {count} scores", len(entries)).format(
                count=len(entries)
            ),
            entries,
        )

    def fill_down(self, places: Iterable[Place]) -> str | None:
        """Give every selected score the numbers of the topmost selected one in its column.

        A single place takes the numbers of the one above it.
        """
        columns: dict[int, list[int]] = {}
        for row, column in places:
            columns.setdefault(column, []).append(row)
        sources = {
            (row, column): (first, column)
            for column, rows in columns.items()
            for first, rest in (_source(rows),)
            for row in rest
        }
        return self._fill(_("Fill down"), sources)

    def fill_across(self, places: Iterable[Place]) -> str | None:
        """Give every selected score the numbers of the first selected one in its row.

        A single place takes the numbers of the one before it.
        """
        rows: dict[int, list[int]] = {}
        for row, column in places:
            rows.setdefault(row, []).append(column)
        sources = {
            (row, column): (row, first)
            for row, columns in rows.items()
            for first, rest in (_source(columns),)
            for column in rest
        }
        return self._fill(_("Fill across"), sources)

    def _fill(self, label: str, sources: dict[Place, Place]) -> str | None:
        entries = [
            self._entry(place, self._numbers(*sources[place])) for place in self._open(sources)
        ]
        return self._commit(label, entries)

    def copy(self, places: Iterable[Place]) -> str:
        """The rectangle around some places as text that a spreadsheet reads."""
        chosen = list(places)
        if not chosen:
            return ""
        rows = range(min(r for r, _c in chosen), max(r for r, _c in chosen) + 1)
        columns = range(min(c for _r, c in chosen), max(c for _r, c in chosen) + 1)
        return "\n".join(
            "\t".join(entry_text(self._grid.score(row, column)) for column in columns)
            for row in rows
        )

    def paste(self, places: Iterable[Place], text: str) -> str | None:
        """Put a copied block where the selection begins; all of it, or nothing.

        A block that the selection holds several times without a rest fills all of it. Names of
        criteria above it, and of options beside it, say where its cells go instead.
        """
        self.remark, self.pasted = "", ()
        chosen = sorted(places)
        block = read_block(text)
        if not chosen or not block:
            return _("There is nothing to paste. Copy some cells of a spreadsheet first.")
        try:
            cells = self._headed(block, chosen[0]) or placed(block, chosen)
        except WrongEntry as wrong:
            return faults_said([str(wrong)])
        end = max(place[0] for place, *_rest in cells), max(place[1] for place, *_rest in cells)
        if end[0] >= len(self._grid.options) or end[1] >= len(self._grid.leaves):
            return self._too_large(min(cell.place for cell in cells), cells)
        refusal = self._commit_pasted([self._pasted(cell) for cell in cells])
        self.remark = ""  # which speaks of one score
        if refusal is None:
            self.pasted = tuple(place for place, *_rest in cells)
        return refusal

    def _headed(self, block: Block, corner: Place) -> list[Placed]:
        """The cells of a block whose headings say where they go; none if it has no headings.

        Raises `WrongEntry`.
        """
        options = [(row.name, row.code) for row in self._grid.options]
        found = read_heads(block, options, [(row.name, row.code) for row in self._grid.leaves])
        if found.rows is None and found.columns is None:
            return []
        return [
            Placed(
                (
                    corner[0] + r if found.rows is None else found.rows[r],
                    corner[1] + c if found.columns is None else found.columns[c],
                ),
                origin,
                typed,
            )
            for r, line in enumerate(found.cells)
            for c, (origin, typed) in enumerate(line)
        ]

    def _commit(self, label: str, entries: list[edits.Entry]) -> str | None:
        if not entries:
            return None
        refusal = refusal_of(self._workspace.value, edits.set_scores, self._grid.assessor, entries)
        if refusal is None:
            self._workspace.apply(label, edits.set_scores, self._grid.assessor, entries)
        return refusal

    def _open(self, places: Iterable[Place]) -> list[Place]:
        return [(r, c) for r, c in places if not self._grid.is_screened_out(r)]

    def _numbers(self, row: int, column: int) -> Entry:
        score = self._grid.score(row, column)
        return Entry(None) if score is None else Entry(score.likely, score.low, score.high)

    def _entry(self, place: Place, entry: Entry) -> edits.Entry:
        return edits.Entry(
            option=self._grid.options[place[0]].id,
            criterion=self._grid.leaves[place[1]].id,
            likely=entry.likely,
            low=entry.low,
            high=entry.high,
        )

    def _read(self, row: int, column: int, text: str) -> edits.Entry:
        signed = self._grid.leaves[column].scale is ScaleKind.NUMERIC
        typed = read_score(text, signed=signed)
        return self._entry((row, column), self._completed(typed, self._numbers(row, column)))

    def _completed(self, typed: Entry, old: Entry) -> Entry:
        """A typed range without a likely value made whole; anything else is as it was typed.

        A number alone is the score, as in a spreadsheet: a range that was there goes, and the
        officer is told how to keep one.
        """
        if typed.low is not None and typed.high is not None and typed.likely is None:
            keeps = old.likely is not None and typed.low <= old.likely <= typed.high
            return typed._replace(likely=old.likely if keeps else (typed.low + typed.high) / 2)
        alone = typed.likely is not None and typed.low is None
        if alone and old.low is not None and old.high is not None:
            low, high = show_number(old.low), show_number(old.high)
            number = show_number(typed.likely or 0.0)
            self.remark = _(
                "{number} stands alone now, without the range from {low} to {high}. To keep a "
                "range, change Likely beside the matrix or type {number} ({low}–{high})."
            ).format(number=number, low=low, high=high)
        return typed

    def _pasted(self, cell: Placed) -> Pasted:
        (row, column), origin, typed = cell
        where = _("Row {row}, column {column} of what you copied:").format(
            row=origin[0], column=origin[1]
        )
        if self._grid.is_screened_out(row):
            text = _("“{option}” is screened out and takes no scores.")
            said = text.format(option=self._grid.options[row].name)
            return Pasted(where, None, said if typed.strip() else "")
        try:
            return Pasted(where, self._read(row, column, typed))
        except WrongEntry as wrong:
            return Pasted(where, None, str(wrong))

    def _commit_pasted(self, found: list[Pasted]) -> str | None:
        """Commit all cells, or say of each that cannot be taken why."""
        entries = [cell.entry for cell in found if cell.entry is not None]
        label = ngettext("Paste {count} score", "Paste {count} scores", len(entries))
        wrong = any(cell.fault for cell in found)
        if not wrong and self._commit(label.format(count=len(entries)), entries) is None:
            return None
        told = ((cell.where, cell.fault or self._refusal(cell.entry)) for cell in found)
        return faults_said([f"{where} {fault}" for where, fault in told if fault])

    def _refusal(self, entry: edits.Entry | None) -> str | None:
        if entry is None:
            return None
        value = self._workspace.value
        return refusal_of(value, edits.set_scores, self._grid.assessor, [entry])

    def _too_large(self, corner: Place, cells: list[Placed]) -> str:
        size = len({cell.place[0] for cell in cells}), len({cell.place[1] for cell in cells})
        rows, columns = len(self._grid.options) - corner[0], len(self._grid.leaves) - corner[1]
        return _(
            "What you copied is {rows} × {columns} cells; from here there is room for "
            "{free_rows} × {free_columns}. Nothing was pasted."
        ).format(rows=size[0], columns=size[1], free_rows=rows, free_columns=columns)


def _source(line: list[int]) -> tuple[int, list[int]]:
    """Of places in a line, the one that is repeated and those that take it."""
    first, *rest = sorted(line)
    return (first, rest) if rest else (max(first - 1, 0), [first])
