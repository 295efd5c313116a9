"""How conditions stood in past cases beside how they stand here, as sentences."""

from collections.abc import Iterable, Sequence

from app.analysis.policy.precedents import Before, Comparison
from db.model import Assessment, Holds, Precedent, PrecedentCondition

from .language import _, ngettext
from .lists import listed, series
from .terms import term


def comparison_sentences(
    assessment: Assessment, comparisons: Iterable[Comparison]
) -> tuple[str, ...]:
    """For each condition of which anything is stated: how it stood in past cases, and here.

    A condition on which several options rest is told once.
    """
    said = [
        _comparison(assessment, comparison, row)
        for comparison in comparisons
        for row in comparison.conditions
        if row.stated
    ]
    return tuple(dict.fromkeys(said))


def outcome_sentences(comparisons: Iterable[Comparison]) -> tuple[str, ...]:
    """What came of the past cases with which anything is compared, each once."""
    cases = {row.id: row for one in comparisons if one.stated for row in one.precedents}
    text = _("What came of {case}: {outcome}")
    return tuple(
        text.format(case=row.name, outcome=row.outcome) for row in cases.values() if row.outcome
    )


def before_phrase(before: Before) -> str:
    """How one condition stood in each past case, in words beside its rating here."""
    text = _("{case}: {rating}")
    return series(
        text.format(case=case.name, rating=rating_there(row)) for case, row in before.cases
    )


def rating_there(row: PrecedentCondition | None) -> str:
    """A rating in a past case; “not stated” where there is none."""
    return _("not stated") if row is None else term(row.rating)


def _comparison(assessment: Assessment, comparison: Comparison, before: Before) -> str:
    values = {
        "mechanism": next(
            row.name for row in assessment.mechanisms if row.id == comparison.mechanism
        ),
        "condition": before.condition.name,
        "here": _here()[before.condition.rating],
        "count": len(before.cases),
    }
    return ngettext(
        "In {count} precedent of “{mechanism}” the condition “{condition}” {before}; {here}.",
        "In {count} precedents of “{mechanism}” the condition “{condition}” {before}; {here}.",
        len(before.cases),
    ).format(**values, before=_ratings(before))


def _ratings(before: Before) -> str:
    """In how many past cases the condition held and where, then failed, and so on."""
    texts = {
        Holds.HOLDS: _("held in {n} ({cases})"),
        Holds.PARTLY: _("partly held in {n} ({cases})"),
        Holds.FAILS: _("failed in {n} ({cases})"),
        Holds.UNKNOWN: _("is unknown for {n} ({cases})"),
    }
    parts = []
    for rating, text in texts.items():
        cases = [case for case, row in before.cases if row is not None and row.rating is rating]
        if cases:
            parts.append(text.format(n=len(cases), cases=_names(cases)))
    silent = len(before.cases) - before.stated
    if silent:
        parts.append(_("is not stated for {n}").format(n=silent))
    return listed(parts)


def _names(cases: Sequence[Precedent]) -> str:
    return series(case.name for case in cases)


def _here() -> dict[Holds, str]:
    return {
        Holds.HOLDS: _("here it holds"),
        Holds.PARTLY: _("here it partly holds"),
        Holds.FAILS: _("here it fails"),
        Holds.UNKNOWN: _("here it is unknown"),
    }
