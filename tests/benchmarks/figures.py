"""What a measurement says: a value, what was measured beside it, and the aim."""

import json
import operator
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMPARISONS = {"<=": operator.le, ">=": operator.ge}
COLUMNS = ("name", "value", "unit", "reference", "ratio", "aim", "met")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measured value.

    `reference` is what was measured beside it in the same run, in the same unit. `ratio` is the
    value over the reference unless a better estimate is given (the median of paired ratios). `aim`
    is empty or bounds one of the two: "ratio <= 1.5", "value >= 20".
    """

    name: str
    value: float
    unit: str
    reference: float | None = None
    ratio: float | None = None
    aim: str = ""

    def __post_init__(self) -> None:
        if self.ratio is None and self.reference:
            object.__setattr__(self, "ratio", self.value / self.reference)
        if self.aim:
            _ = self.met

    @property
    def met(self) -> bool | None:
        """Whether the aim is reached; None without an aim.

        Raises:
            ValueError: the aim is not of the form "ratio <= number" or "value >= number", or bounds
                a ratio that there is not.
        """
        if not self.aim:
            return None
        subject, comparison, limit = self.aim.split()
        measured = {"value": self.value, "ratio": self.ratio}[subject]
        if measured is None:
            raise ValueError(f"{self.name}: {self.aim} needs a reference")
        return COMPARISONS[comparison](measured, float(limit))

    def as_row(self) -> dict[str, Any]:
        """Return the figure as it stands in the report."""
        return {column: getattr(self, column) for column in COLUMNS}


def write_report(figures: Iterable[Figure], path: Path) -> None:
    """Write the figures as a JSON list."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [figure.as_row() for figure in figures]
    path.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def as_table(figures: Iterable[Figure]) -> str:
    """Return the figures as a table for a terminal."""
    lines = [COLUMNS, *(_cells(figure) for figure in figures)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(COLUMNS))]
    return "\n".join(_aligned(line, widths) for line in lines)


def _cells(figure: Figure) -> tuple[str, ...]:
    verdict = {None: "", True: "yes", False: "NO"}[figure.met]
    numbers = [_number(n) for n in (figure.value, figure.reference, figure.ratio)]
    value, reference, ratio = numbers
    return (figure.name, value, figure.unit, reference, ratio, figure.aim, verdict)


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:,.4g}"


def _aligned(cells: tuple[str, ...], widths: list[int]) -> str:
    name, *rest = (
        cell.rjust(width) if column in {1, 3, 4} else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join([name, *rest]).rstrip()
