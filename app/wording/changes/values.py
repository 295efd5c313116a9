"""Rows and single values of an assessment as they are called in a sentence."""

import datetime
import enum
from typing import Any

from app.wording.dates import long_date
from app.wording.language import LANGUAGES, _
from app.wording.lists import quoted as in_quotes
from app.wording.numbers import score
from app.wording.terms import term
from db.model import Assessment
from db.model.tables import tables

from .nouns import table_noun

SHORT = 60
"""A text of more characters is not quoted whole."""


def quoted(text: str, limit: int = SHORT) -> str:
    """A text in the language's quotation marks, on one line and cut where it is long."""
    line = " ".join(text.split())
    return in_quotes(line if len(line) <= limit else f"{line[: limit - 2].rstrip()} …")


def row_name(assessment: Assessment, table: str, row_id: Any) -> str:
    """What a row with an id is called, in quotation marks; its id where it is not there."""
    for row in getattr(assessment, table):
        if row.id == row_id:
            return quoted(getattr(row, "name", "") or getattr(row, "claim", "") or row.id)
    return quoted(str(row_id))


def subject(assessment: Assessment, table: str, key: tuple[Any, ...]) -> str:
    """What a sentence about a row begins with, such as “Option “Stay out””."""
    known = tables().get(table)
    if known is None:
        return table_noun(table)
    if known.single:
        return table_noun(table)
    if table == "scores":
        return _score(assessment, key)
    if known.ordered:
        return f"{table_noun(table)} {row_name(assessment, table, key[0])}"
    places = {column.name: column.references for column in known.columns}
    parts = [
        row_name(assessment, reference, part) if reference else score(part)
        for name, part in zip(known.key, key, strict=True)
        for reference in [places[name]]
    ]
    return f"{table_noun(table)} {' – '.join(parts)}"


def _score(assessment: Assessment, key: tuple[Any, ...]) -> str:
    assessor, option, criterion = key
    names = {
        "criterion": row_name(assessment, "criteria", criterion).strip("“”"),
        "option": row_name(assessment, "options", option).strip("“”"),
    }
    if assessor == assessment.decision.assessor:
        return _("{criterion} of {option}").format(**names)
    judge = row_name(assessment, "perspectives", assessor).strip("“”")
    return _("{criterion} of {option}, judged by {judge}").format(judge=judge, **names)


def value_words(
    assessment: Assessment, table: str, column: str, value: Any, limit: int = SHORT
) -> str:
    """A value as it stands in a sentence; texts are cut at `limit` characters."""
    if value is None or value == "":
        return _("nothing")
    reference = _reference(table, column)
    if reference is not None:
        return row_name(assessment, reference, value)
    if isinstance(value, enum.Enum):
        return term(value)
    if isinstance(value, datetime.date):
        return long_date(value)
    if isinstance(value, int | float):
        return score(value)
    language = LANGUAGES.get(str(value)) if column == "language" else None
    return language or quoted(str(value), limit)


def _reference(table: str, column: str) -> str | None:
    known = tables().get(table)
    if known is None:
        return None
    return next((c.references for c in known.columns if c.name == column), None)
