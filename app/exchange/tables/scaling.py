"""What 0 and 100 mean on a table's criteria: as stated, or as is usual for such numbers."""

import math
from dataclasses import dataclass, field

from app.wording import _
from db.model import ScaleKind

from .mapping import Scale

_USUAL = (1.0, 5.0, 10.0, 20.0, 100.0)


@dataclass(frozen=True, slots=True)
class Column:
    """What a table tells of one criterion's numbers.

    direction: 1 where more is better, −1 for less; stated: the scale an officer gave it.
    """

    place: int
    name: str
    unit: str
    worst: float | None
    best: float | None
    direction: int | None
    percent: bool
    values: tuple[float, ...]
    stated: Scale | None = None


@dataclass
class Scales:
    """The scale of every column, and what there is to say about them."""

    found: dict[int, Scale] = field(default_factory=dict)
    problems: list[tuple[int, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def find_scales(columns: list[Column]) -> Scales:
    """The scale of every column, by its place.

    A scale that an officer or the table states is taken. Numbers without a unit and without a
    stated worst and best get one scale together (0 to 1, 5, 10, 20 or 100, whichever is the first
    that holds them all), so that a weighted sum of the table keeps its order. Numbers with a unit
    get the round numbers around those that occur; a remark asks to look at them.
    """
    result = Scales()
    plain = [column for column in columns if _is_plain(column)]
    ceiling = _ceiling(plain)
    for column in columns:
        if column.stated is not None:
            scale = column.stated
        elif column.worst is not None or column.best is not None:
            scale = _stated(column, result)
        elif _is_plain(column) and ceiling is not None:
            scale = _usual(column, ceiling)
        else:
            scale = _around(column, result)
        result.found[column.place] = _checked(column, scale, result)
    if ceiling is not None and ceiling < 100 and any(map(_is_bare, plain)):
        sentence = _("No worst and best are stated: the numbers are taken as 0 to {top:g}.")
        result.remarks.append(sentence.format(top=ceiling))
    return result


def _is_plain(column: Column) -> bool:
    no_ends = column.worst is None and column.best is None and column.stated is None
    return no_ends and column.unit in ("", "%") and not (column.values and _leaves(column))


def _leaves(column: Column) -> bool:
    return min(column.values) < 0 or max(column.values) > 100


def _ceiling(plain: list[Column]) -> float | None:
    values = [value for column in plain if _is_bare(column) for value in column.values]
    return next((top for top in _USUAL if all(value <= top for value in values)), None)


def _is_bare(column: Column) -> bool:
    """Whether there are numbers of which nothing tells what they count."""
    return bool(column.values) and not _percent(column)


def _percent(column: Column) -> bool:
    return column.percent or column.unit == "%"


def _usual(column: Column, ceiling: float) -> Scale:
    top = 100.0 if _percent(column) or not column.values else ceiling
    unit = "%" if _percent(column) else ""
    if column.direction == -1:
        return Scale(ScaleKind.NUMERIC, top, 0.0, unit)
    if top == 100 and not unit:
        return Scale(ScaleKind.DIRECT, 0.0, 100.0)
    return Scale(ScaleKind.NUMERIC, 0.0, top, unit)


def _stated(column: Column, result: Scales) -> Scale:
    worst, best = column.worst, column.best
    if worst is None or best is None:
        sentence = _("Worst and best of “{name}” go together: one of them is missing.")
        result.problems.append((column.place, sentence.format(name=column.name)))
        return Scale(ScaleKind.DIRECT, 0.0, 100.0)
    if column.direction is not None and (best > worst) != (column.direction > 0):
        sentence = _("Worst and best of “{name}” contradict its direction.")
        result.problems.append((column.place, sentence.format(name=column.name)))
    unit = column.unit or ("%" if column.percent else "")
    direct = (worst, best) == (0.0, 100.0) and not unit
    return Scale(ScaleKind.DIRECT if direct else ScaleKind.NUMERIC, worst, best, unit)


def _around(column: Column, result: Scales) -> Scale:
    low, high = _round_ends(column.values)
    unit = column.unit or ("%" if column.percent else "")
    sentence = _(
        "“{name}” runs from {low:.10g} to {high:.10g} here, which are round numbers around those "
        "in the table. Look whether they are its worst and its best."
    )
    result.remarks.append(sentence.format(name=column.name, low=low, high=high))
    if column.direction is None:
        sentence = _("No direction is stated for “{name}”: more is taken as better.")
        result.remarks.append(sentence.format(name=column.name))
    ends = (high, low) if column.direction == -1 else (low, high)
    return Scale(ScaleKind.NUMERIC, *ends, unit)


def _round_ends(values: tuple[float, ...]) -> tuple[float, float]:
    if not values:
        return 0.0, 100.0
    low, high = min(values), max(values)
    if low == high:
        return min(low, 0.0), max(high, 0.0) or 1.0
    step = 10.0 ** math.floor(math.log10(high - low))
    ends = (math.floor(low / step) * step, math.ceil(high / step) * step)
    return float(f"{ends[0]:.12g}"), float(f"{ends[1]:.12g}")


def _checked(column: Column, scale: Scale, result: Scales) -> Scale:
    if scale.worst == scale.best:
        sentence = _("The scale of “{name}” has the same worst and best.")
        result.problems.append((column.place, sentence.format(name=column.name)))
    elif scale.kind is not ScaleKind.NUMERIC and column.values and _leaves(column):
        sentence = _("The scores on “{name}” do not all lie from 0 to 100.")
        result.problems.append((column.place, sentence.format(name=column.name)))
    return scale
