"""Scores as a grid of options by leaves, ready to be drawn."""

from typing import NamedTuple

from app.wording import _
from app.wording.lists import series
from app.wording.numbers import typed
from app.wording.terms import term
from db.model import Assessment, Criterion, Option, Score
from db.model.tree import ancestors, leaves

from .numbers import show_number
from .scales import value_of, value_points

Points = tuple[list[float], list[float]]


class Cell(NamedTuple):
    """One score as it is drawn; values are 0–100, None where there is no number."""

    likely: float | None = None
    """The score as it was given, on the criterion's own scale."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    is_screened_out: bool = False

    @property
    def text(self) -> str:
        """What is written in the cell; put in words only for cells in sight."""
        return "–" if self.likely is None else show_number(self.likely)


class Group(NamedTuple):
    """Neighbouring leaves under the same branch: columns `first` to `last`."""

    title: str
    first: int
    last: int


class ScoreGrid:
    """The scores of one assessor: rows are options, columns the leaves of the value tree."""

    def __init__(self, assessment: Assessment, assessor: str) -> None:
        self.assessor = assessor
        self.options: tuple[Option, ...] = assessment.options
        self.leaves: tuple[Criterion, ...] = leaves(assessment)
        self.groups = _groups(assessment, self.leaves)
        self._points = [value_points(assessment, leaf) for leaf in self.leaves]
        self._scores = assessment.score_by_key
        self.cells = [
            [self._cell(row, column) for column in range(len(self.leaves))]
            for row in range(len(self.options))
        ]

    def score(self, row: int, column: int) -> Score | None:
        """The score at a place, None where nothing was said yet."""
        return self._scores.get((self.assessor, self.options[row].id, self.leaves[column].id))

    def is_screened_out(self, row: int) -> bool:
        """Whether the option of a row is kept out of the ranking."""
        return bool(self.options[row].screened_out)

    def update_scores(self, assessment: Assessment) -> list[tuple[int, int]]:
        """Take over the scores of an assessment that differs in nothing else; what changed."""
        before, self._scores = self._scores, assessment.score_by_key
        changed = []
        for row, option in enumerate(self.options):
            for column, leaf in enumerate(self.leaves):
                key = (self.assessor, option.id, leaf.id)
                if before.get(key) is not self._scores.get(key):
                    self.cells[row][column] = self._cell(row, column)
                    changed.append((row, column))
        return changed

    def describe(self, row: int, column: int) -> str:
        """A cell in a sentence, for those who hear it."""
        option, leaf, cell = self.options[row], self.leaves[column], self.cells[row][column]
        score = self.score(row, column)
        parts = [f"{option.name}, {leaf.name}"]
        if cell.is_screened_out:
            parts.append(_("screened out, not scored"))
        if score is None or score.likely is None:
            parts.append(_("no score yet"))
            return series(parts)
        parts.append(_("score {number}").format(number=show_number(score.likely)))
        if score.low is not None and score.high is not None:
            parts.append(
                _("from {low} to {high}").format(
                    low=show_number(score.low), high=show_number(score.high)
                )
            )
        if score.confidence is not None:
            parts.append(_("confidence: {level}").format(level=term(score.confidence)))
        return series(parts)

    def given(self) -> int:
        """How many scores of options in the ranking have a number."""
        return sum(
            cell.value is not None for row in self.cells for cell in row if not cell.is_screened_out
        )

    def wanted(self) -> int:
        """How many scores the ranking needs."""
        ranked = sum(not option.screened_out for option in self.options)
        return ranked * len(self.leaves)

    def _cell(self, row: int, column: int) -> Cell:
        out = self.is_screened_out(row)
        score = self.score(row, column)
        if score is None or score.likely is None:
            return Cell(is_screened_out=out)
        points = self._points[column]
        return Cell(
            score.likely,
            value_of(points, score.likely),
            None if score.low is None else value_of(points, score.low),
            None if score.high is None else value_of(points, score.high),
            out,
        )


def entry_text(score: Score | None) -> str:
    """A score as it can be typed: "50", or "50 (40–60)" with its range."""
    if score is None or score.likely is None:
        return ""
    likely = typed(score.likely)
    if score.low is None and score.high is None:
        return likely
    low = score.likely if score.low is None else score.low
    high = score.likely if score.high is None else score.high
    return f"{likely} ({typed(low)}–{typed(high)})"


def _groups(assessment: Assessment, found: tuple[Criterion, ...]) -> tuple[Group, ...]:
    groups: list[Group] = []
    parent: str | None = None
    for column, leaf in enumerate(found):
        if groups and leaf.parent == parent:
            groups[-1] = groups[-1]._replace(last=column)
            continue
        parent = leaf.parent
        path = [branch.name for branch in reversed(ancestors(assessment, leaf.id))]
        groups.append(Group(" / ".join(path), column, column))
    return tuple(groups)
