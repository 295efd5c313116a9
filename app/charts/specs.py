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
    share_texts: tuple[str, str, str, str, str] = ("0 %", "25 %", "50 %", "75 %", "100 %")
    direction: Direction = "ltr"
    digits: str = "0123456789"


Chart = Ranking | WeightSensitivity
