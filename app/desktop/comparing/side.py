"""One of two versions: which one it is, and its ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.standing.live import Standing, standing_of
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.ranking_panel import RankingPanel
from app.wording import _

if TYPE_CHECKING:
    from app.analysis.outcome import Outcome
    from db.model import Assessment


class Side:
    """A list of versions, and the ranking of the chosen one."""

    def __init__(self, name: str) -> None:
        self.choice = Choice(name)
        self.choice.setMinimumContentsLength(18)
        words = _("In the other version {base}, a difference of {delta}.")
        self.ranking = RankingPanel(base_words=words)

    def show_version(self, assessment: Assessment, beside: Outcome | None) -> Outcome | None:
        """Show a version's ranking, compared with another's; its outcome."""
        from app.analysis.outcome import find_outcome
        from app.desktop.standing.breaches import flags_of

        outcome = find_outcome(assessment, before=beside)
        standing = standing_of(assessment, outcome, beside)
        self.ranking.show_standing(standing if beside is None else _marked(standing, beside))
        self.ranking.show_flags({} if outcome is None else flags_of(assessment))
        self.ranking.show_verdict(_verdict(outcome))
        return outcome


def _marked(standing: Standing, beside: Outcome) -> Standing:
    """The places with the totals of the other version beside them, where it has the option."""
    shared = frozenset(beside.problem.options)
    places = (
        row._replace(base=row.total - row.delta) if row.option in shared else row
        for row in standing.places
    )
    return standing._replace(places=tuple(places))


def _verdict(outcome: Outcome | None) -> str:
    if outcome is None:
        return ""
    from app.analysis.verdict import find_verdict
    from app.wording.verdicts import verdict_sentence

    return verdict_sentence(outcome, find_verdict(outcome))
