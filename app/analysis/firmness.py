"""How firmly an option leads, by a rule that does not care how values were computed."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Protocol

import msgspec

from db.model import Assessment

CLOSE = 1.0
"""A lead below this many points of value is no clear lead."""

NEAR = 0.10
"""A flip is near when a share of weight has to move by less than this (0 to 1)."""


class Standing(Protocol):
    """How the options stand: what a verdict is given on, and what sentences are made of."""

    @property
    def assessment(self) -> Assessment:
        """What was ranked."""

    @property
    def perspective(self) -> str:
        """Whose weights were applied."""

    @property
    def ranked(self) -> tuple[str, ...]:
        """Option ids, best first."""

    @property
    def leaders(self) -> tuple[str, ...]:
        """The options that are first: more than one where they tie."""

    @property
    def provisional(self) -> bool:
        """Whether a missing score could change a total."""

    @property
    def weighted(self) -> bool:
        """False while the perspective has no weight, so that all criteria count equally."""

    @property
    def unweighted(self) -> tuple[str, ...]:
        """Leaves without a weight of their own beside weighted ones."""

    @property
    def weights(self) -> Mapping[str, float]:
        """The share of each leaf, 0 to 1."""

    @property
    def gaps(self) -> int:
        """How many scores are missing."""

    def total(self, option: str) -> float:
        """An option's value, 0 to 100."""

    def interval(self, option: str) -> tuple[float, float]:
        """The lowest and highest value that the missing scores allow an option."""

    def rank(self, option: str) -> int:
        """An option's place; tied options share the better one."""

    def contribution(self, option: str, node: str) -> float:
        """What a leaf or a branch adds to an option's value."""


class Firmness(enum.Enum):
    """How firmly the leader leads."""

    ROBUST = "robust"
    """No single weight that moves by less than `NEAR`, and no score in its range, unseats it."""
    SENSITIVE = "sensitive"
    """A single weight that moves by less than `NEAR`, or one score in its range, unseats it."""
    NO_CLEAR_WINNER = "no clear winner"
    """The lead is below `CLOSE`, or missing scores alone could change the leader."""


class Flip(msgspec.Struct, frozen=True):
    """The nearest share of weight, on one side of the present one, at which another option leads.

    node: id of the leaf or branch whose share moves while the others keep their proportions;
    present, at: shares of 0 to 1; leader: who leads beyond it.
    """

    node: str
    present: float
    at: float
    leader: str

    @property
    def distance(self) -> float:
        """How far the share has to move, in shares of 1."""
        return abs(self.at - self.present)


class Doubt(msgspec.Struct, frozen=True):
    """A score (ids) whose stated range alone lets another option draw level with the leader."""

    option: str
    criterion: str


class Verdict(msgspec.Struct, frozen=True):
    """The firmness of the lead and what it rests on.

    lead: points of value between the first and the second; None with a single option. flips and
    doubts: the weights and the scores that could change the leader, the most telling first.
    """

    firmness: Firmness
    leader: str
    runner_up: str | None
    lead: float | None
    undecided_by_gaps: bool
    flips: tuple[Flip, ...]
    doubts: tuple[Doubt, ...] = ()


def judge(standing: Standing, flips: tuple[Flip, ...], doubts: tuple[Doubt, ...]) -> Verdict:
    """Say how firmly the leading option leads; the rule stands at `Firmness`."""
    ranked = standing.ranked
    leader, runner_up = ranked[0], ranked[1] if len(ranked) > 1 else None
    lead = None if runner_up is None else standing.total(leader) - standing.total(runner_up)
    floor = standing.interval(leader)[0]
    gaps = standing.provisional and any(standing.interval(other)[1] > floor for other in ranked[1:])
    firmness = Firmness.ROBUST
    if gaps or (lead is not None and lead < CLOSE):
        firmness = Firmness.NO_CLEAR_WINNER
    elif doubts or (flips and flips[0].distance < NEAR):
        firmness = Firmness.SENSITIVE
    return Verdict(firmness, leader, runner_up, lead, gaps, flips, doubts)
