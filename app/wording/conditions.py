"""What an option rests on and waits for, as sentences."""

from collections.abc import Iterable, Sequence

from app.analysis.policy.conditions import Case
from app.analysis.policy.reach import Unreached
from app.analysis.policy.reviews import benchmarks_of, count_statuses
from db.model import Assessment, Benchmark, Holds, Met

from .dates import long_date
from .language import _, ngettext
from .lists import listed, quoted, series
from .numbers import points


def case_sentence(assessment: Assessment, case: Case) -> str:
    """How many conditions an option's mechanism rests on, and how many of them hold."""
    mechanism = next(row.name for row in assessment.mechanisms if row.id == case.mechanism)
    values = {
        "option": assessment.option_by_id[case.option].name,
        "mechanism": mechanism,
        "aim": assessment.criterion_by_id[case.aim].name,
        "count": len(case.conditions),
    }
    if not case.conditions:
        return _(
            "The case for {option} as “{mechanism}” towards {aim} names no condition yet."
        ).format(**values)
    return ngettext(
        "The case for {option} as “{mechanism}” towards {aim} rests on {count} condition, "
        "which {ratings}.",
        "The case for {option} as “{mechanism}” towards {aim} rests on {count} conditions: "
        "{ratings}.",
        len(case.conditions),
    ).format(**values, ratings=ratings_phrase(case))


def ratings_phrase(case: Case) -> str:
    """How many of the conditions fail, partly hold, are unknown and hold, in that order."""
    if len(case.conditions) == 1:
        return _single_rating()[case.conditions[0].rating]
    counts = {rating: case.count(rating) for rating in Holds}
    if counts[Holds.HOLDS] == len(case.conditions):
        return _("all hold")
    if counts[Holds.FAILS] == len(case.conditions):
        return _("all fail")
    n = counts[Holds.FAILS], counts[Holds.PARTLY], counts[Holds.UNKNOWN], counts[Holds.HOLDS]
    parts = (
        (n[0], ngettext("{count} fails", "{count} fail", n[0])),
        (n[1], ngettext("{count} partly holds", "{count} partly hold", n[1])),
        (n[2], ngettext("{count} is unknown", "{count} are unknown", n[2])),
        (n[3], ngettext("{count} holds", "{count} hold", n[3])),
    )
    return listed([text.format(count=count) for count, text in parts if count])


def failing_sentence(cases: Iterable[Case]) -> str:
    """Which conditions of some cases fail; empty when none does."""
    failing = [row.name for case in cases for row in case.conditions if row.rating is Holds.FAILS]
    if not failing:
        return ""
    names = series(dict.fromkeys(quoted(name) for name in failing))
    return ngettext(
        "This condition fails: {names}.", "These conditions fail: {names}.", len(failing)
    ).format(names=names)


def unreached_sentence(assessment: Assessment, found: Unreached) -> str:
    """A high value on a criterion that no mechanism of the option aims at."""
    return _(
        "{option} stands at {value} on {criterion}, at which none of its mechanisms aims: either "
        "the value has another reason or it is too high."
    ).format(
        option=assessment.option_by_id[found.option].name,
        value=points(found.value, 0),
        criterion=assessment.criterion_by_id[found.criterion].name,
    )


def precedents_sentence(assessment: Assessment, mechanism: str) -> str:
    """Which past cases relied on a mechanism, to be held against what it needs; empty for none."""
    names = [row.name for row in assessment.precedents if row.mechanism == mechanism]
    if not names:
        return ""
    return _(
        "Past cases that relied on “{mechanism}”: {cases}. Compare how its conditions stood there."
    ).format(
        mechanism=next(row.name for row in assessment.mechanisms if row.id == mechanism),
        cases=series(names),
    )


def benchmark_sentence(assessment: Assessment, option: str) -> str:
    """What an option is conditional on and how much of it is met; empty when on nothing."""
    rows = benchmarks_of(assessment, option)
    if not rows:
        return ""
    counts = count_statuses(rows)
    met = counts[Met.MET]
    parts = [
        _("none is met") if not met else ngettext("{n} is met", "{n} are met", met).format(n=met)
    ]
    partly, not_met, unknown = (counts[row] for row in (Met.PARTLY, Met.NOT_MET, Met.UNKNOWN))
    for count, text in (
        (partly, ngettext("{n} is partly met", "{n} are partly met", partly)),
        (not_met, ngettext("{n} is not met", "{n} are not met", not_met)),
        (unknown, ngettext("{n} is unknown", "{n} are unknown", unknown)),
    ):
        if count:
            parts.append(text.format(n=count))
    return ngettext(
        "{option} is conditional on {count} benchmark: {parts}.",
        "{option} is conditional on {count} benchmarks: {parts}.",
        len(rows),
    ).format(option=assessment.option_by_id[option].name, count=len(rows), parts=listed(parts))


def overdue_sentence(rows: Sequence[Benchmark]) -> str:
    """Which benchmarks should have been reviewed, and when; empty when none is overdue."""
    if not rows:
        return ""
    named = [
        _("“{name}” on {date}").format(name=row.name, date=long_date(row.review_on))
        for row in rows
        if row.review_on is not None
    ]
    return ngettext(
        "A review of a benchmark is overdue: {named}.",
        "Reviews of benchmarks are overdue: {named}.",
        len(named),
    ).format(named=series(named))


def _single_rating() -> dict[Holds, str]:
    return {
        Holds.FAILS: _("fails"),
        Holds.PARTLY: _("partly holds"),
        Holds.UNKNOWN: _("is unknown"),
        Holds.HOLDS: _("holds"),
    }
