"""Counterpoise from Python, for notebooks and scripts: `open`, `rank`, `analyse` and `brief`.

>>> from app.api import open, rank
>>> assessment = open("afghanistan.poise")
>>> for row in rank(assessment)[:2]:
...     print(row.rank, row.name, round(row.value, 1))
1 Conditional membership 53.6
2 Regional engagement without recognition 47.5

What is opened is an immutable value; the file is never written. Results show themselves as charts
in a notebook.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, overload

from app.analysis.examination import SAMPLES, Examination, examine
from app.analysis.outcome import Outcome, find_outcome
from app.analysis.verdict import find_verdict
from app.exchange.charts import list_pictures
from app.wording import _
from app.wording.robustness.account import give_account
from app.wording.verdicts import verdict_sentence
from db.model import Assessment, BriefKind

if TYPE_CHECKING:
    from app.charts import Chart

__all__ = [
    "Analysis",
    "NothingToRank",
    "Plot",
    "Ranked",
    "Ranking",
    "analyse",
    "brief",
    "open",
    "rank",
]


class NothingToRank(ValueError):
    """There is no option that is not screened out, no criterion, or nobody who judges."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One option of a ranking; values are points of 0 to 100.

    low, high: what missing scores leave open; the same as the value where none is missing.
    """

    rank: int
    name: str
    value: float
    low: float
    high: float
    id: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart that a notebook shows; `text` says the same in words."""

    name: str
    text: str
    chart: "Chart"

    def svg(self) -> str:
        """The chart as SVG."""
        from app.brief.pictures import as_svg

        return as_svg(self.chart, self.text).decode()

    def png(self) -> bytes:
        """The chart as PNG."""
        from app.brief.pictures import as_png

        return as_png(self.chart)

    def _repr_svg_(self) -> str:
        return self.svg()


@dataclass(frozen=True)
class Ranking(Sequence[Ranked]):
    """The options, best first, and in a sentence how firmly the first one leads."""

    rows: tuple[Ranked, ...]
    verdict: str
    outcome: Outcome

    @property
    def plot(self) -> Plot:
        """The ranking as a chart."""
        from app.charts.pictures import ranking_picture, ranking_text

        return Plot("ranking", ranking_text(self.outcome), ranking_picture(self.outcome))

    @overload
    def __getitem__(self, index: int) -> Ranked: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Ranked, ...]: ...

    def __getitem__(self, index: int | slice) -> Ranked | tuple[Ranked, ...]:
        return self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def __str__(self) -> str:
        lines = [f"{row.rank:>3} {row.value:6.1f}  {row.name}" for row in self.rows]
        return "\n".join((*lines, self.verdict))

    def _repr_svg_(self) -> str:
        return self.plot.svg()


@dataclass(frozen=True)
class Analysis:
    """What is known about a ranking: sentences by question, charts, and all numbers."""

    sentences: dict[str, tuple[str, ...]]
    plots: dict[str, Plot]
    examination: Examination

    def __str__(self) -> str:
        return "\n".join(f"- {said}" for section in self.sentences.values() for said in section)

    def _repr_svg_(self) -> str:
        return self.plots["ranks"].svg()


def open(path: str | PathLike[str]) -> Assessment:  # noqa: A001 - it is what one does with a file
    """The assessment in a `.poise` file or a JSON document, examined like any foreign file.

    Raises `db.errors.Trouble` or `db.model.InvalidAssessment` with a sentence.
    """
    place = Path(path)
    if place.suffix.lower() == ".json":
        from app.exchange.json_document import read_json

        return read_json(place.read_bytes())
    from db import gate

    return gate.read(place).assessment


def rank(assessment: Assessment, perspective: str | None = None) -> Ranking:
    """Rank the options as somebody weighs them.

    perspective: a name or an id; None for the assessor of record. Raises `NothingToRank`, and
    KeyError for a perspective that is not there.

    >>> assessment = open("afghanistan.poise")
    >>> print(rank(assessment, "Russia")[0].name)
    Regional engagement without recognition
    """
    outcome = _outcome(assessment, perspective)
    names = assessment.option_by_id
    rows = tuple(
        Ranked(outcome.rank(key), names[key].name, outcome.total(key), *outcome.interval(key), key)
        for key in outcome.ranked
    )
    return Ranking(rows, verdict_sentence(outcome, find_verdict(outcome)), outcome)


def analyse(
    assessment: Assessment,
    perspective: str | None = None,
    *,
    samples: int = SAMPLES,
    seed: int = 0,
) -> Analysis:
    """Find out how firm the first place is and what would change it.

    samples, seed: of each simulation. Raises as `rank`.

    >>> found = analyse(open("afghanistan.poise"), samples=2000)
    >>> sorted(found.plots)
    ['ranges', 'ranking', 'ranks', 'stable-weights', 'weight']
    """
    examination = examine(_outcome(assessment, perspective), samples=samples, seed=seed)
    plots = (Plot(p.name, p.text, p.chart) for p in list_pictures(examination))
    return Analysis(
        {section.id: tuple(section.sentences) for section in give_account(examination)},
        {plot.name: plot for plot in plots},
        examination,
    )


def brief(assessment: Assessment, kind: str | None = None) -> bytes:
    """The brief as PDF; kind: "memo", "note" or "report", None for the assessment's own.

    Raises ValueError for another kind.

    >>> brief(open("afghanistan.poise"), "note")[:5]
    b'%PDF-'
    """
    from app.brief.compose import compose
    from app.brief.pdf import render

    today = datetime.date.today()  # noqa: DTZ011 - the desk's own day
    chosen = None if kind is None else BriefKind(kind)
    return render(compose(assessment, today, chosen))


def _outcome(assessment: Assessment, perspective: str | None) -> Outcome:
    whose = None if perspective is None else _perspective(assessment, perspective)
    outcome = find_outcome(assessment, whose)
    if outcome is None:
        raise NothingToRank(
            _(
                "There is nothing to rank yet. A ranking needs at least one option that is not "
                "screened out and one criterion."
            )
        )
    return outcome


def _perspective(assessment: Assessment, wanted: str) -> str:
    for row in assessment.perspectives:
        if wanted in (row.name, row.id):
            return row.id
    known: Iterator[str] = (row.name for row in assessment.perspectives)
    raise KeyError(f"“{wanted}” is not a perspective. There are: {'; '.join(known)}.")
