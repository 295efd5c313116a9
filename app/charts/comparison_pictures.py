"""What each picture shows of options beside each other: two by criterion, all by effort."""

from app.analysis.frontier import Frontier
from app.analysis.outcome import Outcome
from app.wording import _
from app.wording.frontier import effort_text
from app.wording.lists import series
from app.wording.numbers import points, signed
from app.wording.reasons import differences

from .specs import EffortMark, EffortPlot, GapBar, LeadParts, Profile, ProfileRow

MOST_BARS = 16
"""With more criteria than this, those that matter least for the lead share one bar."""


def lead_picture(outcome: Outcome, first: str, second: str) -> LeadParts:
    """Where the lead of one option over another comes from, or its lag."""
    options = outcome.assessment.option_by_id
    return LeadParts(
        first=_("for {option}").format(option=options[first].name),
        second=_("for {option}").format(option=options[second].name),
        bars=tuple(_lead_bars(outcome, first, second)),
        axis=_("What each criterion adds to one beyond the other, in points"),
    )


def lead_text(outcome: Outcome, first: str, second: str) -> str:
    """The parts of a lead as a text that stands for the picture."""
    options = outcome.assessment.option_by_id
    said = (f"{bar.label} {bar.text}" for bar in _lead_bars(outcome, first, second))
    return _("Points by which {first} is above {second}, by criterion: {list}.").format(
        first=options[first].name, second=options[second].name, list=series(said)
    )


def profile_picture(outcome: Outcome, first: str, second: str, most: int | None = None) -> Profile:
    """How two options do on every criterion, or on the `most` on which they differ most."""
    options = outcome.assessment.option_by_id
    return Profile(
        first=options[first].name,
        second=options[second].name,
        rows=_furthest_apart(_profile_rows(outcome, first, second), most),
        range_text=_("from the worst option to the best"),
        axis=_("Value on the criterion (0–100)"),
    )


def profile_text(outcome: Outcome, first: str, second: str) -> str:
    """Two options' values on every criterion as a text that stands for the picture."""
    options = outcome.assessment.option_by_id
    said = (
        _("{criterion} {first} to {second}").format(
            criterion=row.label, first=points(row.first), second=points(row.second)
        )
        for row in _profile_rows(outcome, first, second)
    )
    return _("Values of {first} beside those of {second}, by criterion: {list}.").format(
        first=options[first].name, second=options[second].name, list=series(said)
    )


def effort_picture(outcome: Outcome, options: tuple[str, ...], found: Frontier) -> EffortPlot:
    """Value against effort for the options whose effort is stated."""
    unit = outcome.assessment.decision.effort_unit
    rows = outcome.assessment.option_by_id
    marks = [
        EffortMark(
            label=rows[key].name,
            effort=effort,
            value=outcome.total(key),
            effort_text=effort_text(outcome, effort),
            value_text=points(outcome.total(key)),
            efficient=number in found.efficient,
        )
        for number, key in enumerate(options)
        if (effort := rows[key].effort) is not None
    ]
    return EffortPlot(
        marks=tuple(sorted(marks, key=lambda mark: (mark.effort, mark.value))),
        x_axis=_("Effort, in {unit}").format(unit=unit) if unit else _("Effort"),
        y_axis=_("Value (0–100)"),
    )


def _lead_bars(outcome: Outcome, first: str, second: str) -> list[GapBar]:
    gaps = list(differences(outcome, first, second))
    kept = gaps
    if len(gaps) > MOST_BARS:
        weighty = sorted(gaps, key=lambda gap: -abs(gap[1]))[: MOST_BARS - 1]
        kept = [gap for gap in gaps if gap in weighty]
    names = outcome.assessment.criterion_by_id
    bars = [GapBar(names[leaf].name, gain, signed(gain)) for leaf, gain in kept]
    if len(kept) < len(gaps):
        rest = sum(gain for leaf, gain in gaps) - sum(gain for leaf, gain in kept)
        others = _("{count} others together").format(count=len(gaps) - len(kept))
        bars.append(GapBar(others, rest, signed(rest)))
    return bars


def _furthest_apart(rows: list[ProfileRow], most: int | None) -> tuple[ProfileRow, ...]:
    """The rows whose two values differ most, in the order in which they stand."""
    order = sorted(range(len(rows)), key=lambda at: -abs(rows[at].first - rows[at].second))
    return tuple(rows[at] for at in sorted(order[:most]))


def _profile_rows(outcome: Outcome, first: str, second: str) -> list[ProfileRow]:
    problem, names = outcome.problem, outcome.assessment.criterion_by_id
    one, other = problem.options.index(first), problem.options.index(second)
    values = outcome.prepared.values
    return [
        ProfileRow(
            label=names[leaf].name,
            first=float(values[one, j]),
            second=float(values[other, j]),
            low=float(values[:, j].min()),
            high=float(values[:, j].max()),
        )
        for j, leaf in enumerate(problem.criteria)
    ]
