"""What `counterpoise rank --json` answers."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Points = Annotated[float, Meta(ge=0.0, le=100.0)]
Share = Annotated[float, Meta(ge=0.0, le=1.0)]
Place = Annotated[int, Meta(ge=1)]


class RankedOption(Struct, kw_only=True):
    """An option with its value, which its contributions add up to.

    low, high: what missing scores leave open; red_line: how it stands to the red lines that it
    does not clearly keep, and on what ground it stays, in words; empty where it keeps them all.
    """

    id: str
    code: str
    name: str
    rank: Place
    value: Points
    low: float
    high: float
    red_line: str
    contributions: dict[str, float]


class ScreenedOut(Struct, kw_only=True):
    """An option that is not ranked, and why."""

    id: str
    name: str
    reason: str


class WeightFlip(Struct, kw_only=True):
    """The share of weight at which another option takes the first place; `present` is today's."""

    criterion: str
    present: Share
    at: Share
    leader: str


class RankingAnswer(Struct, kw_only=True):
    """The ranking as one perspective weighs it, best first."""

    format: Literal["counterpoise-ranking"]
    version: Literal[1]
    perspective: str
    options: list[RankedOption]
    screened_out: list[ScreenedOut]
    weights: dict[str, Share]
    provisional: str | None
    firmness: Literal["robust", "sensitive", "no clear winner"]
    verdict: str
    flips: list[WeightFlip]
