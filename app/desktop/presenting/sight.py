"""How much of a picture is read from the far end of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.charts import (
    HeatMap,
    LeadParts,
    RankAcceptability,
    Ranking,
    StableWeights,
    Tornado,
    WeightSensitivity,
)
from app.wording import _

if TYPE_CHECKING:
    from app.charts import Chart
    from app.charts.specs import WeightLine

MOST_ROWS = 9
MOST_SCORES = 5
"""The scores that matter most are only ever the first few, and each takes two lines."""


def seen_from_afar(chart: Chart) -> tuple[Chart, str]:
    """A picture of its first rows alone, if there are many, and a sentence that says so."""
    if isinstance(chart, Tornado):
        return replace(chart, bars=chart.bars[:MOST_SCORES]), ""
    total = _count_rows(chart)
    if total <= MOST_ROWS:
        return chart, ""
    note = _("{count} of {total} are shown.").format(count=MOST_ROWS, total=total)
    return _cut(chart), note


def _count_rows(chart: Chart) -> int:
    if isinstance(chart, Ranking | LeadParts):
        return len(chart.bars)
    if isinstance(chart, RankAcceptability):
        return len(chart.rows) + len(chart.others)
    if isinstance(chart, StableWeights):
        return len(chart.spans) + len(chart.others)
    if isinstance(chart, WeightSensitivity):
        return len(chart.lines)
    return len(chart.rows) if isinstance(chart, HeatMap) else 0


def _cut(chart: Chart) -> Chart:
    if isinstance(chart, LeadParts):  # what speaks for a lead comes first, against it last
        told = sorted(chart.bars, key=lambda bar: -abs(bar.points))[:MOST_ROWS]
        return replace(chart, bars=tuple(bar for bar in chart.bars if bar in told))
    if isinstance(chart, WeightSensitivity):
        return replace(chart, lines=_highest(chart))
    if isinstance(chart, Ranking):
        return replace(chart, bars=chart.bars[:MOST_ROWS])
    if isinstance(chart, RankAcceptability):
        return replace(chart, rows=chart.rows[:MOST_ROWS], note="")
    if isinstance(chart, HeatMap):
        return replace(chart, rows=chart.rows[:MOST_ROWS], cells=chart.cells[:MOST_ROWS])
    assert isinstance(chart, StableWeights)
    return replace(chart, spans=chart.spans[:MOST_ROWS], note="")


def _highest(chart: WeightSensitivity) -> tuple[WeightLine, ...]:
    """The lines that come nearest to the first, now or where the first place changes hands."""
    shares = (chart.present, *(crossing.share for crossing in chart.crossovers))

    def behind(line: WeightLine) -> float:
        return min(best - _at(line, share) for best, share in zip(firsts, shares, strict=True))

    firsts = [max(_at(line, share) for line in chart.lines) for share in shares]
    nearest = sorted(chart.lines, key=behind)[:MOST_ROWS]
    return tuple(line for line in chart.lines if line in nearest)


def _at(line: WeightLine, share: float) -> float:
    return line.start + (line.end - line.start) * share
