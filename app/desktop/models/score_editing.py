"""Changing scores as in a spreadsheet: type, clear, fill, copy and paste."""

from collections.abc import Iterable

from app.desktop.workspace import Workspace
from app.edits import scores as edits
from app.wording import _, ngettext
from db.model import ScaleKind

from .numbers import Entry, WrongEntry, read_score, show_number
from .refusals import refusal_of
from .score_blocks import Block, Place, placed, read_block
from .score_grid import ScoreGrid, entry_text


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

        A block that the selection holds several times without a rest fills all of it.
        """
        self.remark, self.pasted = "", ()
        chosen = sorted(places)
        block = read_block(text)
        if not chosen or not block:
            return _("There is nothing to paste. Copy some cells of a spreadsheet first.")
        cells = placed(block, chosen)
        end = max(place[0] for place, *_rest in cells), max(place[1] for place, *_rest in cells)
        if end[0] >= len(self._grid.options) or end[1] >= len(self._grid.leaves):
            return self._too_large(cells[0].place, block)
        entries: list[tuple[str, edits.Entry]] = []
        for place, origin, typed in cells:
            where = _("Row {row}, column {column} of what you copied:").format(
                row=origin[0], column=origin[1]
            )
            try:
                entries += self._pasted(place, where, typed)
            except WrongEntry as wrong:
                return f"{where} {wrong} {_('Nothing was pasted.')}"
        refusal = self._commit_pasted(entries)
        if refusal is None:
            self.pasted = tuple(place for place, *_rest in cells)
        return refusal

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
        """A typed range without a likely value, or a number without its range, made whole.

        The range that is there stays and is widened where the new number lies outside it: a new
        guess does not make the judgement more certain than it was.
        """
        if typed.low is not None and typed.high is not None:
            if typed.likely is not None:
                return typed
            keeps = old.likely is not None and typed.low <= old.likely <= typed.high
            return typed._replace(likely=old.likely if keeps else (typed.low + typed.high) / 2)
        if typed.likely is None or old.low is None or old.high is None:
            return typed
        low, high = min(old.low, typed.likely), max(old.high, typed.likely)
        if (low, high) != (old.low, old.high):
            self.remark = _("The range now runs from {low} to {high}, to hold {number}.").format(
                low=show_number(low), high=show_number(high), number=show_number(typed.likely)
            )
        return Entry(typed.likely, low, high)

    def _pasted(self, place: Place, where: str, typed: str) -> list[tuple[str, edits.Entry]]:
        row, column = place
        if not self._grid.is_screened_out(row):
            return [(where, self._read(row, column, typed))]
        if not typed.strip():
            return []
        raise WrongEntry(
            _("“{option}” is screened out and takes no scores.").format(
                option=self._grid.options[row].name
            )
        )

    def _commit_pasted(self, found: list[tuple[str, edits.Entry]]) -> str | None:
        entries = [entry for _where, entry in found]
        label = ngettext("Paste {count} score", "Paste {count} scores", len(entries))
        if self._commit(label.format(count=len(entries)), entries) is None:
            return None
        value, assessor = self._workspace.value, self._grid.assessor
        refusals = (
            (where, refusal_of(value, edits.set_scores, assessor, [entry]))
            for where, entry in found
        )
        where, refusal = next(pair for pair in refusals if pair[1] is not None)
        return f"{where} {refusal} {_('Nothing was pasted.')}"

    def _too_large(self, corner: Place, block: Block) -> str:
        rows, columns = len(self._grid.options) - corner[0], len(self._grid.leaves) - corner[1]
        return _(
            "What you copied is {rows} × {columns} cells; from here there is room for "
            "{free_rows} × {free_columns}. Nothing was pasted."
        ).format(rows=len(block), columns=len(block[0]), free_rows=rows, free_columns=columns)


def _source(line: list[int]) -> tuple[int, list[int]]:
    """Of places in a line, the one that is repeated and those that take it."""
    first, *rest = sorted(line)
    return (first, rest) if rest else (max(first - 1, 0), [first])
