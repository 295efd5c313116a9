"""What XMCDA documents say, before it is made into an assessment."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Alternative:
    """An option, by the id the documents give it."""

    name: str
    description: str = ""
    active: bool = True


@dataclass(slots=True)
class Criterion:
    """A criterion, by the id the documents give it.

    direction: 1 where more is better, −1 for less; points: of its value function.
    """

    name: str
    description: str = ""
    parent: str | None = None
    unit: str = ""
    direction: int | None = None
    minimum: float | None = None
    maximum: float | None = None
    weight: float | None = None
    points: list[tuple[float, float]] = field(default_factory=list)


@dataclass(slots=True)
class Content:
    """Everything that was found; scores by table (likely, low, high), then option and criterion.

    problems: sentences on what could not be read; remarks: on what was passed over.
    """

    title: str = ""
    alternatives: dict[str, Alternative] = field(default_factory=dict)
    criteria: dict[str, Criterion] = field(default_factory=dict)
    scores: dict[str, dict[tuple[str, str], float]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
