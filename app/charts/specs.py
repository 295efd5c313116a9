"""What each picture shows, as frozen values: numbers, labels and nothing about drawing.

Numbers that are printed come with their text, already written in the reader's language; a chart
itself writes only the whole numbers along its axes, in the ten `digits` it is given. All values are
on the 0–100 scale of the additive value model.
"""

from msgspec import Struct

from .firmness_specs import (
    Area,
    Corner,
    Direction,
    RankAcceptability,
    RankShares,
    StableWeights,
    Tornado,
    TornadoBar,
    WeightSpan,
    WeightTriangle,
    WorthBar,
    Worths,
)

__all__ = [
    "Area",
    "Chart",
    "Corner",
    "Crossover",
    "Direction",
    "EffortMark",
    "EffortPlot",
    "GapBar",
    "HeatCell",
    "HeatMap",
    "LeadParts",
    "Profile",
    "ProfileRow",
    "RankAcceptability",
    "RankShares",
    "RankedBar",
    "Ranking",
    "StableWeights",
    "Tornado",
    "TornadoBar",
    "WeightLine",
    "WeightSensitivity",
    "WeightSpan",
    "WeightTriangle",
    "WorthBar",
    "Worths",
]


class RankedBar(Struct, frozen=True):
    """An option's bar: its contributions in the order of `Ranking.parts` and their total.

    `low` and `high` are the ends of an interval around a provisional total; equal to the total when
    nothing is missing. `note` is a short remark beside the total (for instance "provisional").
    """

    label: str
    parts: tuple[float, ...]
    total: float
    total_text: str
    low: float
    high: float
    note: str = ""


class Ranking(Struct, frozen=True, tag=True):
    """Options from best to worst, each as contributions stacked to its total.

    `parts` names the criteria (or objectives) in stacking order; `axis` names the scale.
    """

    bars: tuple[RankedBar, ...]
    parts: tuple[str, ...]
    axis: str
    direction: Direction = "ltr"
    digits: str = "0123456789"


class WeightLine(Struct, frozen=True):
    """An option's value as its straight line from no weight (`start`) to all weight (`end`)."""

    label: str
    start: float
    end: float
    leading: bool = False


class Crossover(Struct, frozen=True):
    """A share of weight (0–1) at which the first place changes hands, with its printed text."""

    share: float
    value: float
    text: str


class WeightSensitivity(Struct, frozen=True, tag=True):
    """Each option's value over the share of weight that one criterion takes.

    `present` is today's share (0–1) with its printed text; `x_axis` and `y_axis` name the scales.
    `share_texts` are the printed ticks for 0, 25, 50, 75 and 100 per cent. `others` are not drawn;
    `note` says how many are.
    """

    lines: tuple[WeightLine, ...]
    crossovers: tuple[Crossover, ...]
    present: float
    present_text: str
    x_axis: str
    y_axis: str
    share_texts: tuple[str, str, str, str, str] = ("0%", "25%", "50%", "75%", "100%")
    others: tuple[WeightLine, ...] = ()
    note: str = ""
    direction: Direction = "ltr"
    digits: str = "0123456789"


class GapBar(Struct, frozen=True):
    """What one criterion adds to an option beyond what it adds to another, in points.

    Above 0 it speaks for the first of the two, below 0 for the second.
    """

    label: str
    points: float
    text: str


class LeadParts(Struct, frozen=True, tag=True):
    """Where the lead of one option over another comes from, what speaks for it first.

    `first` and `second` name the two; `axis` names the scale.
    """

    first: str
    second: str
    bars: tuple[GapBar, ...]
    axis: str
    direction: Direction = "ltr"
    digits: str = "0123456789"


class ProfileRow(Struct, frozen=True):
    """Two options' values (0-100) on a criterion, within the range of all options there."""

    label: str
    first: float
    second: float
    low: float
    high: float


class Profile(Struct, frozen=True, tag=True):
    """How two options do on every criterion, the criteria in the order of the tree.

    `range_text` explains the band that all options span; `axis` names the scale.
    """

    first: str
    second: str
    rows: tuple[ProfileRow, ...]
    range_text: str
    axis: str
    direction: Direction = "ltr"
    digits: str = "0123456789"


class EffortMark(Struct, frozen=True):
    """An option's value and what it takes; efficient: no other is worth more for less."""

    label: str
    effort: float
    value: float
    effort_text: str
    value_text: str
    efficient: bool


class EffortPlot(Struct, frozen=True, tag=True):
    """Value against effort, the options from the least effort to the most."""

    marks: tuple[EffortMark, ...]
    x_axis: str
    y_axis: str
    direction: Direction = "ltr"
    digits: str = "0123456789"


class HeatCell(Struct, frozen=True):
    """A printed number, its shade (0-100, None for none) and its marks, and all of it in words."""

    text: str
    shade: float | None = None
    first: bool = False
    ticked: bool = False
    said: str = ""


class HeatMap(Struct, frozen=True, tag=True):
    """Numbers in shades, row by row under the names of the columns.

    `corner` says what the rows are; `legend` explains shades, frames and ticks.
    """

    corner: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[HeatCell, ...], ...]
    legend: str
    direction: Direction = "ltr"
    digits: str = "0123456789"


Chart = (
    EffortPlot
    | HeatMap
    | Ranking
    | WeightSensitivity
    | RankAcceptability
    | Tornado
    | WeightTriangle
    | StableWeights
    | LeadParts
    | Profile
    | Worths
)
