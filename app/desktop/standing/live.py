"""The live ranking: what the window shows of an outcome, kept up with every change and drag."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from app.analysis.outcome import Outcome
    from app.desktop.workspace import Change, Workspace
    from db.model import Assessment

VERDICT_AFTER_MS = 60


class Place(NamedTuple):
    """One option's line in the ranking.

    parts: what each top-level criterion contributes, in order; low, high: the interval of a
    provisional total; moved: places gained since before the last change; delta: points gained.
    """

    option: str
    rank: int
    name: str
    code: str
    total: float
    low: float
    high: float
    provisional: bool
    parts: tuple[float, ...]
    delta: float = 0.0
    moved: int = 0
    base: float | None = None
    """What it was worth before a trial, while one goes on."""


class Standing(NamedTuple):
    """The whole ranking, best first, and the names of options that are screened out."""

    places: tuple[Place, ...] = ()
    screened_out: tuple[str, ...] = ()
    provisional: str = ""
    wanted: str = ""
    """What has to be there before anything can be ranked."""


class LiveRanking(QObject):
    """Follows the workspace; compares with the ranking before the last change or drag."""

    ranked = Signal(object)
    """A `Standing`, at once."""
    judged = Signal(str)
    """The verdict in words, a moment after a movement."""
    flagged = Signal(object)
    """The options that do not clearly keep every red line, with words for it, likewise."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._committed: Outcome | None = None
        self._base: Outcome | None = None
        self._held: Outcome | None = None
        self.outcome: Outcome | None = None
        self._judge_timer = QTimer(self, singleShot=True, interval=VERDICT_AFTER_MS)
        self._judge_timer.timeout.connect(self._judge)
        workspace.closed.connect(self._end)
        workspace.changed.connect(self._follow)
        workspace.previewed.connect(self._follow_preview)

    def begin(self) -> None:
        """Rank an assessment that has just been opened."""
        self._base = self._committed = None
        self._show(self._workspace.value)
        self._base = self._committed = self.outcome

    def show_anew(self) -> None:
        """Say the same again, in other words or figures."""
        self._show(self._workspace.value)

    def follow_trial(self) -> None:
        """Compare with how things stood before a trial, for as long as one goes on."""
        self._held = self.outcome if self._workspace.trial.active else None
        self._base = self._committed
        if self._workspace.is_open:
            self._show(self._workspace.value)

    def _end(self) -> None:
        self._judge_timer.stop()
        self._base = self._committed = self._held = self.outcome = None

    def _follow(self, change: Change) -> None:
        self._base = self._committed
        self._show(change.after)
        self._committed = self.outcome

    def _follow_preview(self, assessment: Assessment | None) -> None:
        if assessment is not None:
            self._base = self._committed
        self._show(assessment or self._workspace.value)

    def _show(self, assessment: Assessment) -> None:
        from app.analysis.outcome import find_outcome

        self.outcome = find_outcome(assessment, before=self.outcome)
        self.ranked.emit(self._standing(assessment))
        if not self._judge_timer.isActive():
            self._judge_timer.start()  # a drag is judged while it goes on, but not at every frame

    def _standing(self, assessment: Assessment) -> Standing:
        found = standing_of(assessment, self.outcome, self._held or self._base)
        if self._held is None:
            return found
        marked = (place._replace(base=place.total - place.delta) for place in found.places)
        return found._replace(places=tuple(marked))

    def _judge(self) -> None:
        """Word the verdict; it needs every crossover and is not part of a drag's frame."""
        self._judge_timer.stop()
        if self.outcome is None:
            self.judged.emit("")
            self.flagged.emit({})
            return
        from app.desktop.standing.breaches import flags_of

        self.flagged.emit(flags_of(self.outcome.assessment))
        from app.analysis.verdict import find_verdict
        from app.wording.verdicts import verdict_sentence

        self.judged.emit(verdict_sentence(self.outcome, find_verdict(self.outcome)))


def standing_of(assessment: Assessment, outcome: Outcome | None, base: Outcome | None) -> Standing:
    """What the ranking shows of an outcome, compared with an earlier one."""
    out = tuple(row.name for row in assessment.options if row.screened_out)
    if outcome is None:
        return Standing(screened_out=out, wanted=_wanted(assessment, len(out)))
    from app.wording.verdicts import provisional_sentence

    problem, found = outcome.problem, outcome.evaluation
    tops = [assessment.criterion_by_id[node].parent is None for node in problem.nodes]
    parts = (found.contributions @ problem.below[tops].T).tolist()
    then = {} if base is None else dict(zip(base.problem.options, _lines(base), strict=True))
    places = []
    for i in found.order.tolist():
        option = assessment.option_by_id[problem.options[i]]
        total, rank = float(found.totals[i]), int(found.ranks[i])
        old_total, old_rank = then.get(option.id, (total, rank))
        places.append(
            Place(
                option=option.id,
                rank=rank,
                name=option.name,
                code=option.code,
                total=total,
                low=float(found.low[i]),
                high=float(found.high[i]),
                provisional=bool(found.provisional[i]) or not problem.weighted,
                parts=tuple(parts[i]),
                delta=total - old_total,
                moved=old_rank - rank,
            )
        )
    return Standing(tuple(places), out, provisional_sentence(outcome))


def _wanted(assessment: Assessment, screened_out: int) -> str:
    from app.wording import _

    if len(assessment.options) == screened_out:
        return (
            _("Add a criterion and options to see a ranking here.")
            if not assessment.criteria
            else _("Add options to see a ranking here.")
        )
    return _("Add a criterion to see a ranking here.")


def _lines(outcome: Outcome) -> list[tuple[float, int]]:
    found = outcome.evaluation
    return list(zip(found.totals.tolist(), found.ranks.tolist(), strict=True))
