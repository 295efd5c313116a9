"""A chart as a table of its numbers: to be heard, and for documents that hold no drawings."""

from collections.abc import Callable
from typing import Any, NamedTuple

from app.wording import _
from app.wording.numbers import percent, points, signed

from .specs import (
    Chart,
    EffortPlot,
    HeatCell,
    HeatMap,
    LeadParts,
    Profile,
    RankAcceptability,
    Ranking,
    StableWeights,
    Tornado,
    WeightLine,
    WeightSensitivity,
    WeightTriangle,
    Worths,
)


class ChartTable(NamedTuple):
    """Heads of the columns, and rows of texts whose first one says what the row is about."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_table(chart: Chart) -> ChartTable:
    """The numbers that a chart shows, in the order in which it shows them."""
    return _TABLES[type(chart)](chart)


def _ranking(chart: Ranking) -> ChartTable:
    rows = tuple(
        (bar.label, *map(points, bar.parts), f"{bar.total_text} {bar.note}".strip())
        for bar in chart.bars
    )
    return ChartTable((_("Option"), *chart.parts, _("Value")), rows)


def _sensitivity(chart: WeightSensitivity) -> ChartTable:
    rows = tuple(
        (line.label, *map(points, (line.start, _at(line, chart.present), line.end)))
        for line in (*chart.lines, *chart.others)
    )
    none, *_between, every = chart.share_texts
    return ChartTable((_("Option"), none, chart.present_text, every), rows)


def _at(line: WeightLine, share: float) -> float:
    return line.start + (line.end - line.start) * share


def _acceptability(chart: RankAcceptability) -> ChartTable:
    shown = (*chart.rows, *chart.others)
    ranks = max((len(row.shares) for row in shown), default=0)
    heads = (_("Rank {number}").format(number=rank) for rank in range(1, ranks + 1))
    rows = tuple((row.label, *map(percent, row.shares)) for row in shown)
    return ChartTable((_("Option"), *heads), rows)


def _tornado(chart: Tornado) -> ChartTable:
    rows = tuple(
        (
            *(bar.label, bar.sublabel, bar.fall_text, bar.rise_text),
            "–" if bar.turn is None else signed(bar.turn),
        )
        for bar in chart.bars
    )
    heads = (_("Option"), _("Criterion"), _("Falls by"), _("Rises by"), chart.turn_text)
    return ChartTable(heads, rows)


def _worths(chart: Worths) -> ChartTable:
    rows = tuple((bar.label, bar.sublabel, bar.change_text, bar.text) for bar in chart.bars)
    heads = (_("Score of"), _("On"), _("Changes the choice over"), _("Worth on average"))
    return ChartTable(heads, rows)


def _triangle(chart: WeightTriangle) -> ChartTable:
    now = " / ".join(percent(share) for share in chart.present)
    rows = (*((area.label, area.text) for area in chart.areas), (chart.present_text, now))
    return ChartTable((_("Option"), " / ".join(corner.label for corner in chart.corners)), rows)


def _stable_weights(chart: StableWeights) -> ChartTable:
    shown = (*chart.spans, *chart.others)
    rows = tuple((span.label, percent(span.present), span.text) for span in shown)
    return ChartTable((_("Criterion"), _("Now"), _("The first place stays within")), rows)


def _lead_parts(chart: LeadParts) -> ChartTable:
    rows = tuple((bar.label, bar.text) for bar in chart.bars)
    return ChartTable((_("Criterion"), chart.first), rows)


def _profile(chart: Profile) -> ChartTable:
    rows = tuple(
        (row.label, *map(points, (row.first, row.second, row.low, row.high))) for row in chart.rows
    )
    heads = (_("Criterion"), chart.first, chart.second, _("Worst option"), _("Best option"))
    return ChartTable(heads, rows)


def _effort(chart: EffortPlot) -> ChartTable:
    rows = tuple((mark.label, mark.effort_text, mark.value_text) for mark in chart.marks)
    return ChartTable((_("Option"), _("Effort"), _("Value")), rows)


def _heat_map(chart: HeatMap) -> ChartTable:
    rows = tuple(
        (name, *map(_heat_cell, cells)) for name, cells in zip(chart.rows, chart.cells, strict=True)
    )
    return ChartTable((chart.corner, *chart.columns), rows)


def _heat_cell(cell: HeatCell) -> str:
    """Say a number with its marks, which a table cannot draw."""
    marks = [word for word, wanted in ((_("first"), cell.first), ("✓", cell.ticked)) if wanted]
    return f"{cell.text} ({', '.join(marks)})" if marks else cell.text


_TABLES: dict[type, Callable[[Any], ChartTable]] = {
    EffortPlot: _effort,
    HeatMap: _heat_map,
    LeadParts: _lead_parts,
    Profile: _profile,
    RankAcceptability: _acceptability,
    Ranking: _ranking,
    StableWeights: _stable_weights,
    Tornado: _tornado,
    WeightSensitivity: _sensitivity,
    WeightTriangle: _triangle,
    Worths: _worths,
}
