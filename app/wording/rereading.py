"""Whether the officer's own words may still speak of an option that is not advised any more."""

import re
from collections.abc import Mapping

from app.analysis.outcome import find_outcome
from db.model import Assessment

from .language import _
from .lists import option_names

OWN_WORDS = ("bottom_line", "recommendation")
"""The fields of a brief that speak for an option."""


def reread_sentences(now: Assessment, then: Mapping[str, Assessment | None]) -> tuple[str, ...]:
    """Which of the officer's texts to read again, one sentence for each.

    then: for a field of the brief, the assessment as it was when its text was written; None where
    nobody knows. A text that was written while another option was advised may speak of that one;
    where it is not known when it was written, one that names other options alone does. What is
    meant so is said by choosing the option advised. Fields that `then` lacks are passed over.
    """
    advised = _advised(now)
    if not advised:
        return ()
    said = (
        _reread(now, field, then[field], advised)
        for field in OWN_WORDS
        if field in then and getattr(now.brief, field).strip()
    )
    return tuple(filter(None, said))


def _reread(now: Assessment, field: str, then: Assessment | None, advised: tuple[str, ...]) -> str:
    before = () if then is None else _advised(then)
    if before:
        assert then is not None
        if set(before) == set(advised):
            return ""
        return _dated(field).format(old=option_names(then, before), new=option_names(now, advised))
    text = getattr(now.brief, field)
    named = tuple(row.id for row in now.options if _names(text, row.name))
    if not named or set(named) & set(advised):
        return ""
    return _naming(field).format(old=option_names(now, named), new=option_names(now, advised))


def _advised(assessment: Assessment) -> tuple[str, ...]:
    """The option chosen to be advised; else the first of the ranking, several where they tie."""
    chosen = assessment.brief.recommended
    if chosen is not None:
        return (chosen,)
    outcome = find_outcome(assessment)
    return () if outcome is None else outcome.leaders


def _names(text: str, name: str) -> bool:
    """Whether a text names an option as a whole, in capitals or not."""
    words = re.escape(" ".join(name.split()).casefold())
    return re.search(rf"(?<!\w){words}(?!\w)", " ".join(text.split()).casefold()) is not None


def _dated(field: str) -> str:
    if field == "bottom_line":
        return _(
            "The bottom line was written when the brief advised: {old}. It now advises: {new}. "
            "Read it again; if it is meant so, choose its option under “Option advised”."
        )
    return _(
        "The recommendation was written when the brief advised: {old}. It now advises: {new}. "
        "Read it again; if it is meant so, choose its option under “Option advised”."
    )


def _naming(field: str) -> str:
    if field == "bottom_line":
        return _(
            "The bottom line names {old}, but the brief advises: {new}. Read it again; if it is "
            "meant so, choose its option under “Option advised”."
        )
    return _(
        "The recommendation names {old}, but the brief advises: {new}. Read it again; if it is "
        "meant so, choose its option under “Option advised”."
    )
