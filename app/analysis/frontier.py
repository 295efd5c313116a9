"""Value against effort: which options no other beats on both, and what a further point costs.

Source: Goodwin & Wright (2014), ch. 3, efficient frontier of benefits and costs.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from app.analysis.arrays import TIE, Vector, as_vector
from app.analysis.outcome import Outcome


@dataclass(frozen=True, slots=True)
class FrontierStep:
    """From one efficient option to the next dearer one (indices).

    value, effort: what is gained and what it takes; price: effort for each point of value.
    """

    start: int
    end: int
    value: float
    effort: float

    @property
    def price(self) -> float:
        """Effort for each further point of value."""
        return self.effort / self.value


@dataclass(frozen=True, slots=True)
class Frontier:
    """Efficient options from the least effort to the most, and who beats each of the others.

    beaten_by: option to the efficient option that is worth as much or more for as little or less.
    """

    efficient: tuple[int, ...]
    beaten_by: dict[int, int]
    steps: tuple[FrontierStep, ...]


def find_frontier(values: Vector, efforts: Vector) -> Frontier:
    """Compare options by value (more is better) and effort (less is better); both (options,).

    Options equal on both are all efficient. Raises ValueError for lengths that differ and for
    numbers that are not finite.
    """
    value, effort = as_vector(values, "Values"), as_vector(efforts, "Efforts")
    if value.shape != effort.shape:
        raise ValueError("Each value needs one effort.")
    beaten: dict[int, int] = {}
    order = sorted(range(len(value)), key=lambda i: (effort[i], -value[i], i))
    efficient: list[int] = []
    for option in order:
        best = efficient[-1] if efficient else None
        if best is None or value[option] > value[best] + TIE:
            efficient.append(option)
        elif effort[option] > effort[best] or value[option] < value[best] - TIE:
            beaten[option] = best
        else:
            efficient.append(option)  # a twin
    steps = tuple(
        FrontierStep(
            one, other, float(value[other] - value[one]), float(effort[other] - effort[one])
        )
        for one, other in pairwise(efficient)
        if value[other] > value[one] + TIE
    )
    return Frontier(tuple(efficient), beaten, steps)


def effort_frontier(outcome: Outcome) -> tuple[tuple[str, ...], Frontier] | None:
    """The ranked options with a stated effort, and their frontier; None where fewer than two."""
    rows = outcome.assessment.option_by_id
    stated = tuple(key for key in outcome.ranked if rows[key].effort is not None)
    if len(stated) < 2:
        return None
    values = np.array([outcome.total(key) for key in stated])
    efforts = np.array([rows[key].effort for key in stated], dtype=float)
    return stated, find_frontier(values, efforts)
