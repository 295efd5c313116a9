"""Weights from pairwise comparisons, with what is wrong about them and how to mend it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.desktop.elicitation.case import Case
from app.desktop.elicitation.counts import pairs_asked
from app.desktop.elicitation.dialog import ElicitationDialog
from app.desktop.elicitation.pair_row import STRONGEST, PairRow, judgement_words
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from app.wording.lists import series
from app.wording.numbers import points
from db.model import Elicitation

if TYPE_CHECKING:
    from app.analysis.arrays import FloatArray
    from app.analysis.elicitation.pairwise import Comparison

_CUSTOM = 0.1
_FAR = 2.0
"""A judgement that is out by more than this factor is named, however consistent the rest."""


class PairwiseDialog(ElicitationDialog):
    """Compares changes two by two; as few as connect all of them are enough."""

    kind: ClassVar[Elicitation] = Elicitation.PAIRWISE

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self.rows = [PairRow(case.leaves[i], case.leaves[j]) for i, j in _pairs(len(case.leaves))]
        self._numbers = {leaf.key: number for number, leaf in enumerate(case.leaves)}
        self._found: Comparison | None = None
        self.body.addWidget(self._make_doubt())
        for row in self.rows:
            row.judged.connect(self.follow)
            self.body.addWidget(row)
        self.follow()

    def title(self) -> str:
        return _("Weigh by pairs")

    def hint(self) -> str:
        return _(
            "Which of the two changes matters more, and how many times as much? Move the mark "
            "towards it; Space leaves it in the middle. The first {count} comparisons are enough; "
            "more of them show whether they agree."
        ).format(count=len(self.case.leaves) - 1)

    def follow(self) -> None:
        self._found = self._compare()
        super().follow()
        self._show_doubt()

    def shares(self) -> FloatArray | None:
        return None if self._found is None else self._found.shares

    def status(self) -> str:
        if self._found is None:
            return _("Go on comparing until all criteria are connected with each other.")
        ratio = self._found.consistency_ratio
        if ratio is None:
            return _("Enough to weigh by. Judge all pairs to learn how consistent you are.")
        said = points(ratio, 2)
        if ratio > _CUSTOM:
            return _("Consistency ratio {ratio}: above 0.10 it is worth looking again.").format(
                ratio=said
            )
        return _("Consistency ratio {ratio}: consistent enough.").format(ratio=said)

    def summary(self) -> str:
        judged = [row.words() for row in self.rows if row.ratio is not None]
        said = _("Pairwise comparisons: {list}.").format(list=series(judged))
        ratio = None if self._found is None else self._found.consistency_ratio
        if ratio is not None:
            said += " " + _("Consistency ratio {ratio}.").format(ratio=points(ratio, 2))
        return said

    def stops(self) -> list[QWidget]:
        return [row.slider for row in self.rows]

    def mend(self) -> None:
        """Set the judgement most at odds with the others to what they imply."""
        worst = None if self._found is None else self._found.worst
        if worst is None:
            return
        row, ratio = self._row_of(worst.first, worst.second, worst.ratio)
        row.set_ratio(max(1.0 / STRONGEST, min(float(STRONGEST), ratio)))
        row.slider.setFocus()

    def show_worst(self) -> None:
        """Go to the judgement most at odds with the others."""
        worst = None if self._found is None else self._found.worst
        if worst is not None:
            self._row_of(worst.first, worst.second, 1.0)[0].slider.setFocus()

    def _compare(self) -> Comparison | None:
        from app.analysis.elicitation.pairwise import Judgement, build_matrix, compare

        judged = [
            Judgement(self._numbers[row.first.key], self._numbers[row.second.key], row.ratio)
            for row in self.rows
            if row.ratio is not None
        ]
        count = len(self.case.leaves)
        if not _connects(count, [(given.first, given.second) for given in judged]):
            return None
        return compare(build_matrix(count, judged))

    def _make_doubt(self) -> QFrame:
        self._doubt = QFrame()
        self._doubt.setProperty("role", "notice")
        self._doubt_words = PlainLabel(wrap=True)
        self.show_button = button(_("Show it"), self.show_worst)
        self.mend_button = button(_("Set it so"), self.mend)
        row = QHBoxLayout(self._doubt)
        row.addWidget(self._doubt_words, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.mend_button)
        return self._doubt

    def _show_doubt(self) -> None:
        worst = None if self._found is None else self._found.worst
        ratio = None if self._found is None else self._found.consistency_ratio
        self._doubt.hide()
        if worst is None:
            return
        row, mended = self._row_of(worst.first, worst.second, worst.ratio)
        assert row.ratio is not None
        far = max(row.ratio / mended, mended / row.ratio) > _FAR
        self._doubt.setVisible(far or (ratio or 0.0) > _CUSTOM)
        implied = judgement_words(row.first.name, row.second.name, mended)
        text = _("Most at odds with the others: “{stated}”. They imply: “{implied}”.")
        self._doubt_words.setText(text.format(stated=row.words(), implied=implied))

    def _row_of(self, first: int, second: int, ratio: float) -> tuple[PairRow, float]:
        """The row of a pair, and a ratio turned the way the row states it."""
        for row in self.rows:
            place = self._numbers[row.first.key], self._numbers[row.second.key]
            if place == (first, second):
                return row, ratio
            if place == (second, first):
                return row, 1.0 / ratio
        raise LookupError("Only judged pairs can be at odds.")


def _pairs(count: int) -> list[tuple[int, int]]:
    """Pairs in the order of asking: first neighbours, which connect all, then others."""
    ordered = sorted(combinations(range(count), 2), key=lambda pair: (pair[1] - pair[0], pair))
    return ordered[: pairs_asked(count)]


def _connects(count: int, pairs: list[tuple[int, int]]) -> bool:
    """Whether comparisons lead from the first thing to every other."""
    reached = {0}
    for _round in range(count):
        reached |= {b for a, b in pairs if a in reached} | {a for a, b in pairs if b in reached}
    return len(reached) == count
