"""The ranking of an ordinary assessment without NumPy, which takes longer to load than all of it.

The additive model (Keeney & Raiffa 1976, ch. 3) step by step as `additive`, `weights` and `problem`
do it, to the last bit: each number comes from the same operations in the same order, and sums are
exact in either. What is large, or asks for ranges that grades widen, is left to them.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence

import msgspec

from app.analysis.scale import HIGHEST, LOWEST, MIDDLE, TIE
from db.model import Assessment, Criterion, PerspectiveKind, Widening
from db.model.tree import leaves, walk

LARGEST = 20_000
"""Options × leaves × criteria up to which waiting for NumPy would take longer."""

Row = list[float]
Table = list[Row]
"""A row of numbers for each option, one for each leaf; NaN where a score is missing."""


class PlainOutcome(msgspec.Struct, frozen=True, eq=False):
    """A ranking; as `outcome.Outcome`, in plain numbers.

    low, likely, high: values, NaN where a score is missing; filled: `likely` with the middle of
    the scale for what is missing; below: for every node the places of the leaves under it.
    """

    assessment: Assessment
    perspective: str
    options: tuple[str, ...]
    criteria: tuple[str, ...]
    low: Table
    likely: Table
    high: Table
    filled: Table
    shares: Row
    weighted: bool
    unweighted: tuple[str, ...]
    below: Mapping[str, tuple[int, ...]]
    contributions: Table
    totals: Row
    halfwidths: Row

    @property
    def ranked(self) -> tuple[str, ...]:
        """Option ids, best first."""
        return tuple(sorted(self.options, key=self.rank))

    @property
    def leaders(self) -> tuple[str, ...]:
        """The options that are first: more than one where they tie."""
        return tuple(self.options[i] for i in first_of(self.totals))

    @property
    def provisional(self) -> bool:
        """Whether a missing score could change a total."""
        return any(half > 0.0 for half in self.halfwidths)

    @property
    def weights(self) -> Mapping[str, float]:
        """The share of each leaf, 0 to 1."""
        return dict(zip(self.criteria, self.shares, strict=True))

    @property
    def gaps(self) -> int:
        """How many scores are missing."""
        return sum(map(math.isnan, (value for row in self.likely for value in row)))

    def total(self, option: str) -> float:
        """An option's value, 0 to 100."""
        return self.totals[self.options.index(option)]

    def interval(self, option: str) -> tuple[float, float]:
        """The lowest and highest value that the missing scores allow an option."""
        i = self.options.index(option)
        return self.totals[i] - self.halfwidths[i], self.totals[i] + self.halfwidths[i]

    def rank(self, option: str) -> int:
        """An option's place; tied options share the better one."""
        beyond = self.total(option) + TIE
        return 1 + sum(total > beyond for total in self.totals)

    def contribution(self, option: str, node: str) -> float:
        """What a leaf or a branch adds to an option's value."""
        row = self.contributions[self.options.index(option)]
        return math.fsum(row[j] for j in self.below[node])


def find_plain_outcome(
    assessment: Assessment, perspective: str | None = None
) -> PlainOutcome | None:
    """Rank the options as a perspective weighs them (None: the assessor of record).

    Returns None while there is nothing to rank, and where it is a task for `find_outcome`.
    """
    whose = perspective or assessment.decision.assessor
    assessor = None if whose is None else _judge_for(assessment, whose)
    columns = leaves(assessment)
    options = tuple(row.id for row in assessment.options if not row.screened_out)
    work = len(options) * len(columns) * len(assessment.criteria)
    if whose is None or assessor is None or not 0 < work <= LARGEST:
        return None
    if assessment.decision.widening is not Widening.OFF:
        return None
    low, likely, high = _values(assessment, assessor, options, columns)
    filled = [[MIDDLE if math.isnan(value) else value for value in row] for row in likely]
    known = assessment.swing_by_key
    raw = [known.get((whose, leaf.id), 0.0) for leaf in columns]
    weighted = any(raw)
    shares = normalised(raw if weighted else [1.0] * len(raw))
    unset = tuple(leaf.id for leaf in columns if (whose, leaf.id) not in known)
    contributions = weigh(filled, shares)
    return PlainOutcome(
        assessment=assessment,
        perspective=whose,
        options=options,
        criteria=tuple(leaf.id for leaf in columns),
        low=low,
        likely=likely,
        high=high,
        filled=filled,
        shares=shares,
        weighted=weighted,
        unweighted=unset if weighted else (),
        below=_below(assessment, columns),
        contributions=contributions,
        totals=list(map(math.fsum, contributions)),
        halfwidths=_halfwidths(likely, filled, shares),
    )


def first_of(totals: Sequence[float]) -> tuple[int, ...]:
    """The places of all options that are first, ties included."""
    least = max(totals) - TIE
    return tuple(i for i, total in enumerate(totals) if total >= least)


def normalised(raw: Sequence[float]) -> Row:
    """Shares of 1 from weights of which at least one is above zero."""
    largest = max(raw)
    ratios = [weight / largest for weight in raw]
    whole = math.fsum(ratios)
    return [ratio / whole for ratio in ratios]


def weigh(filled: Table, shares: Row) -> Table:
    """What each leaf adds to each option's value, rounded to the grain of the option."""
    return [_rounded(row, [v * w for v, w in zip(row, shares, strict=True)]) for row in filled]


def _rounded(row: Row, numbers: Row) -> Row:
    shift = _shift(row)
    return [number + shift - shift for number in numbers]


def _shift(row: Row) -> float:
    """The constant whose addition and subtraction rounds; as `additive` has it for each option."""
    largest = max(map(abs, row))
    usual = largest == 0.0 or 0.5 <= largest <= 128.0
    return math.ldexp(1.5, (7 if usual else math.frexp(largest)[1]) + 1)


def _halfwidths(likely: Table, filled: Table, shares: Row) -> Row:
    """By how much the missing scores could lower or raise each total."""
    found = []
    for row, known in zip(likely, filled, strict=True):
        open_ = [
            share * (HIGHEST - MIDDLE) if math.isnan(value) else 0.0
            for value, share in zip(row, shares, strict=True)
        ]
        found.append(math.fsum(_rounded(known, open_)))
    return found


def _judge_for(assessment: Assessment, perspective: str) -> str | None:
    row = assessment.perspective_by_id[perspective]
    return perspective if row.kind is PerspectiveKind.ASSESSOR else assessment.decision.assessor


def _values(
    assessment: Assessment, assessor: str, options: tuple[str, ...], columns: tuple[Criterion, ...]
) -> tuple[Table, Table, Table]:
    """Low, likely and high of every score as values, NaN where nothing was stated."""
    place = {option: i for i, option in enumerate(options)}
    across = {leaf.id: j for j, leaf in enumerate(columns)}
    curves = [_points(assessment, leaf) for leaf in columns]
    low, likely, high = ([[math.nan] * len(columns) for _ in options] for _ in range(3))
    for row in assessment.scores:
        if row.assessor != assessor or row.likely is None or row.option not in place:
            continue
        i, j = place[row.option], across[row.criterion]
        stated = (
            row.likely if row.low is None else row.low,
            row.likely,
            row.likely if row.high is None else row.high,
        )
        at, values = curves[j]
        first, middle, last = (_settled(interpolated(x, at, values)) for x in stated)
        if values[-1] < values[0]:
            first, last = last, first
        low[i][j], likely[i][j], high[i][j] = min(first, middle), middle, max(last, middle)
    return low, likely, high


def _points(assessment: Assessment, leaf: Criterion) -> tuple[Row, Row]:
    """The points of a leaf's value function and the values there; as `problem.value_function`."""
    points = {leaf.worst: LOWEST, leaf.best: HIGHEST}
    for level in assessment.levels_by_criterion.get(leaf.id, ()):
        if level.value is not None:
            points[level.at] = level.value
    ordered = sorted(points)
    return ordered, [points[at] for at in ordered]


def interpolated(x: float, at: Row, values: Row) -> float:
    """The value at x on the straight pieces between points, the ends beyond them."""
    if x > at[-1]:
        return values[-1]
    k = bisect_right(at, x) - 1
    if k < 0:
        return values[0]
    if at[k] == x:
        return values[k]
    slope = (values[k + 1] - values[k]) / (at[k + 1] - at[k])
    return slope * (x - at[k]) + values[k]


def _settled(value: float) -> float:
    return min(max(value, LOWEST), HIGHEST)


def _below(assessment: Assessment, columns: tuple[Criterion, ...]) -> Mapping[str, tuple[int, ...]]:
    """Every node, branches before what is below them, with the places of the leaves under it."""
    found: dict[str, list[int]] = {row.id: [] for _, row in walk(assessment)}
    for j, leaf in enumerate(columns):
        node: str | None = leaf.id
        while node is not None:
            found[node].append(j)
            node = assessment.criterion_by_id[node].parent
    return {node: tuple(places) for node, places in found.items()}
