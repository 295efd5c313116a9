"""What the pictures of an examination show: ranks, ranges, weights, and what to find out.

The same rules as for all other pictures: see `specs`.
"""

from typing import Literal

from msgspec import Struct

Direction = Literal["ltr", "rtl"]


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
    shares; `share_texts` are the ticks for 0, 25, 50, 75 and 100 per cent. `others` are not drawn;
    `note` says how many are.
    """

    rows: tuple[RankShares, ...]
    head: str
    axis: str
    others: tuple[RankShares, ...] = ()
    note: str = ""
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


class WorthBar(Struct, frozen=True):
    """Something to find out, what knowing it is worth in points, and that in words."""

    label: str
    sublabel: str
    worth: float
    text: str
    change_text: str


class Worths(Struct, frozen=True, tag=True):
    """What is most worth finding out, the most telling first; `axis` says what the bars are."""

    bars: tuple[WorthBar, ...]
    axis: str
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
    """For every criterion the shares of weight within which the first place stays.

    `others` are not drawn; `note` says how many are.
    """

    spans: tuple[WeightSpan, ...]
    axis: str
    others: tuple[WeightSpan, ...] = ()
    note: str = ""
    share_texts: tuple[str, str, str, str, str] = ("0%", "25%", "50%", "75%", "100%")
    direction: Direction = "ltr"
    digits: str = "0123456789"
