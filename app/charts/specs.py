"""What each picture shows, as frozen values: numbers, labels and nothing about drawing.

Numbers that are printed come with their text, already written in the reader's language; a chart
itself writes only the whole numbers along its axes, in the ten `digits` it is given. All values are
on the 0–100 scale of the additive value model.
"""

from typing import Literal

from msgspec import Struct

Direction = Literal["ltr", "rtl"]


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
    `share_texts` are the printed ticks for 0, 25, 50, 75 and 100 per cent.
    """

    lines: tuple[WeightLine, ...]
    crossovers: tuple[Crossover, ...]
    present: float
    present_text: str
    x_axis: str
    y_axis: str
    share_texts: tuple[str, str, str, str, str] = ("0%", "25%", "50%", "75%", "100%")
    direction: Direction = "ltr"
    digits: str = "0123456789"


class RankShares(Struct, frozen=True):
    """An option's shares (0–1) of weightings at each rank, the first rank first.

    `first_text` is the printed share of the first rank.
    """

    label: str
    shares: tuple[float, ...]
    first_text: str


class RankAcceptability(Struct, frozen=True, tag=True):
    """How often each option takes each rank, the options in the order of the ranking.

    `axis` names the scale and says what the numbers in the bars are; `head` stands over the printed
    shares; `share_texts` are the ticks for 0, 25, 50, 75 and 100 per cent.
    """

    rows: tuple[RankShares, ...]
    head: str
    axis: str
    share_texts: tuple[str, str, str, str, str] = ("0%", "25%", "50%", "75%", "100%")
    direction: Direction = "ltr"
    digits: str = "0123456789"


class TornadoBar(Struct, frozen=True):
    """What a score's range does to its option's value: `fall` <= 0 <= `rise`, in points.

    `turn` is the change at which the first place would change hands, None where none does.
    """

    label: str
    sublabel: str
    fall: float
    rise: float
    fall_text: str
    rise_text: str
    turn: float | None = None
    unseats: bool = False


class Tornado(Struct, frozen=True, tag=True):
    """The widest effects of single score ranges, the widest first.

    `axis` names the scale; `turn_text` explains the mark at which the first place would change.
    """

    bars: tuple[TornadoBar, ...]
    axis: str
    turn_text: str
    direction: Direction = "ltr"
    digits: str = "0123456789"


class Corner(Struct, frozen=True):
    """A corner of a weight triangle: a branch and its printed share of the joint weight."""

    label: str
    text: str


class Area(Struct, frozen=True):
    """Where an option leads: its corners, each as shares (adding to 1) of the three branches."""

    label: str
    text: str
    outline: tuple[tuple[float, float, float], ...]


class WeightTriangle(Struct, frozen=True, tag=True):
    """Who leads as three branches share their weight; each corner gives all of it to one.

    `present` is how they share it now, with its printed word.
    """

    corners: tuple[Corner, Corner, Corner]
    areas: tuple[Area, ...]
    present: tuple[float, float, float]
    present_text: str
    direction: Direction = "ltr"
    digits: str = "0123456789"


class WeightSpan(Struct, frozen=True):
    """The shares (0–1) of a criterion's weight within which the first place stays."""

    label: str
    low: float
    high: float
    present: float
    text: str


class StableWeights(Struct, frozen=True, tag=True):
    """For every criterion the shares of weight within which the first place stays."""

    spans: tuple[WeightSpan, ...]
    axis: str
    share_texts: tuple[str, str, str, str, str] = ("0%", "25%", "50%", "75%", "100%")
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
)
