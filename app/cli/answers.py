"""What somebody answered when asked for weights, limits and curves: `analyse --answers`."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

import msgspec

from app.analysis.crosschecks.promethee import Shape
from app.analysis.elicitation.random_index import RandomIndex
from app.wording import _
from db.model import Assessment

from .failure import Failure
from .other_documents import read_bytes

Compared = tuple[str, str, float]


class _Method(msgspec.Struct, frozen=True, tag_field="method", forbid_unknown_fields=True):
    """One way of asking for weights."""


class Swings(_Method, frozen=True, tag="swings"):
    """Swings or points of any scale, by criterion."""

    values: dict[str, float]


class Ranks(_Method, frozen=True, tag="ranks"):
    """An order of importance, 1 first, made into weights by a rule."""

    ranks: dict[str, float]
    rule: Literal["centroid", "sum", "equal"] = "centroid"


class Pairwise(_Method, frozen=True, tag="pairwise"):
    """Comparisons (first, second, ratio) of one or more members of a group."""

    members: tuple[tuple[Compared, ...], ...]
    random_index: RandomIndex = "saaty"
    weights: Literal["eigenvector", "geometric"] = "eigenvector"


class BestWorst(_Method, frozen=True, tag="best_worst"):
    """The most important against all, and all against the least important."""

    best_to_others: dict[str, float]
    others_to_worst: dict[str, float]
    model: Literal["nonlinear", "linear"] = "nonlinear"


class TradeOffs(_Method, frozen=True, tag="tradeoffs"):
    """Gains of equal worth: (first, points, second, points)."""

    equal: tuple[tuple[str, float, str, float], ...]


class Verbal(_Method, frozen=True, tag="verbal"):
    """Differences in words: (better, worse, 0 to 6); "nothing" stands for no swing at all."""

    judgements: tuple[tuple[str, str, int], ...]


class TopDown(_Method, frozen=True, tag="top_down"):
    """Weights of criteria among those beside them, at every branch."""

    weights: dict[str, float]


Asked = Swings | Ranks | Pairwise | BestWorst | TradeOffs | Verbal | TopDown


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is admitted of the weights: an order, intervals, ratios, a distance from the stated."""

    order: tuple[tuple[str, ...], ...] = ()
    intervals: dict[str, tuple[float, float]] = {}
    ratios: tuple[tuple[str, str, float, float | None], ...] = ()
    around: float | None = None


class Curve(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bent value function: levels worth 25, 50 and 75 (or 50 alone), or one worth 50."""

    quarters: tuple[float, ...] = ()
    middle: float | None = None


class Liking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A preference function of PROMETHEE on one criterion, thresholds in points."""

    shape: Shape = "linear"
    q: float = 0.0
    p: float = 0.0
    s: float = 0.0


class Drawn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Samples drawn elsewhere: weights (samples, criteria), values (samples, options, criteria)."""

    weights: tuple[tuple[float, ...], ...]
    values: tuple[tuple[tuple[float, ...], ...], ...] = ()


class Answers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that can be answered; docs/json-answers.md describes it."""

    weights: Asked | None = None
    limits: Limits | None = None
    curves: dict[str, Curve] = {}
    promethee: dict[str, Liking] = {}
    majority: float = 0.5
    drawn: Drawn | None = None


def read_answers(path: Path) -> Answers:
    """The answers in a JSON file; `Failure` with a sentence otherwise."""
    try:
        return msgspec.json.decode(read_bytes(path), type=Answers)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        sentence = _("{path} holds no answers: {problem}.")
        raise Failure(sentence.format(path=path, problem=str(problem)[:200])) from problem


def make_finder(assessment: Assessment, among: Iterable[str]) -> Callable[[str], int]:
    """A function from a criterion's id or name to its place among some; `Failure` where none."""
    places = {key: place for place, key in enumerate(among)}
    named: dict[str, list[int]] = {}
    for key, place in places.items():
        name = assessment.criterion_by_id[key].name.casefold()
        named.setdefault(name, []).append(place)

    def find(text: str) -> int:
        if text in places:
            return places[text]
        found = named.get(text.strip().casefold(), [])
        if len(found) == 1:
            return found[0]
        sentence = (
            _("“{name}” stands for several criteria. Use the id that “export --json” shows.")
            if found
            else _("“{name}” is not among the criteria that can be answered for.")
        )
        raise Failure(sentence.format(name=text), status=2)

    return find
