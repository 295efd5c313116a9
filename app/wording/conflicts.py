"""What two people changed at the same time, as an officer reads it before deciding."""

from collections.abc import Sequence
from typing import Any, cast

import msgspec

from app.wording.changes.ledger import range_words
from app.wording.changes.nouns import column_noun, table_noun
from app.wording.changes.values import row_name, subject, value_words
from db.model import Assessment, Score
from db.model.tables import tables

from .language import _
from .lists import in_a_row, series
from .numbers import percent

Place = tuple[str, tuple[str | float, ...], str | None]
"""Table, key of the row, and column; None stands for the whole row."""

WHOLE = 1_000
"""So much of a text is shown where it is to be chosen."""

TOLD = 3
"""So many of a set of weights are told one by one."""


def conflict_title(assessment: Assessment, kind: str, places: Sequence[Place]) -> str:
    """What is to be decided; the places are those of one conflict."""
    table, key, column = places[0]
    if kind == "weights":
        return _weights_title(assessment, places)
    if kind == "tree":
        return _("Criteria moved in the tree")
    if kind == "order":
        return _("{noun}: the order").format(noun=table_noun(table))
    named = subject(assessment, table, key)
    if kind == "score" or (column is None and kind != "scale"):
        return named
    part = _("the scale") if kind == "scale" else column_noun(str(column))
    return _("{subject}: {part}").format(subject=named, part=part)


def conflict_values(
    assessment: Assessment,
    kind: str,
    places: Sequence[Place],
    values: Sequence[Any],
    before: Sequence[Any] | None = None,
) -> str:
    """What the places of a conflict say on one side, or said before.

    With `before` a long set is told by what one side made of it, the greatest changes first.
    """
    pairs = list(zip(places, values, strict=True))
    if kind == "score":
        return _score(assessment, pairs)
    if kind == "weights":
        if before is None:
            return _shares_told(assessment, _shares(assessment, pairs))
        then = _shares(assessment, list(zip(places, before, strict=True)))
        return _moves_told(assessment, then, _shares(assessment, pairs))
    if kind == "order":
        table = places[0][0]
        return in_a_row(_bare(assessment, table, row) for row in values[0])
    if len(pairs) == 1:
        return _value(assessment, *pairs[0])
    return series(_named_value(assessment, place, value) for place, value in pairs)


def plain_value(table: str, column: str, value: Any) -> Any:
    """A value as its column holds it, from the text or number that stands for it in a change."""
    types = {field.name: field.type for field in msgspec.structs.fields(tables()[table].row)}
    return msgspec.convert(value, types[column])


def _score(assessment: Assessment, pairs: Sequence[tuple[Place, Any]]) -> str:
    key = cast("tuple[str, str, str]", pairs[0][0][1])
    assessor, option, criterion = key
    row = assessment.score_by_key.get(key) or Score(
        assessor=assessor, option=option, criterion=criterion
    )
    said = {str(column): value for (_table, _key, column), value in pairs}
    return range_words(msgspec.structs.replace(row, **said))


def _shares(assessment: Assessment, pairs: Sequence[tuple[Place, Any]]) -> dict[str, float]:
    """The shares of all weight that these swings come to, the other swings being as they are."""
    perspective = str(pairs[0][0][1][0])
    swings = {
        leaf: swing for (who, leaf), swing in assessment.swing_by_key.items() if who == perspective
    }
    stated = {str(key[1]): value or 0.0 for (_table, key, _column), value in pairs}
    whole = sum((swings | stated).values()) or 1.0
    return {leaf: swing / whole for leaf, swing in stated.items()}


def _shares_told(assessment: Assessment, shares: dict[str, float]) -> str:
    return in_a_row(
        f"{_bare(assessment, 'criteria', leaf)} {percent(share)}" for leaf, share in shares.items()
    )


def _moves_told(assessment: Assessment, then: dict[str, float], now: dict[str, float]) -> str:
    moved = [leaf for leaf in now if percent(then[leaf]) != percent(now[leaf])]
    moved.sort(key=lambda leaf: -abs(now[leaf] - then[leaf]))
    if not moved:
        return _("the same shares")
    said = in_a_row(
        _("{part} {old} → {new}").format(
            part=_bare(assessment, "criteria", leaf),
            old=percent(then[leaf]),
            new=percent(now[leaf]),
        )
        for leaf in moved[:TOLD]
    )
    if len(moved) <= TOLD:
        return said
    return _("{changes} and {count} more").format(changes=said, count=len(moved) - TOLD)


def _value(assessment: Assessment, place: Place, value: Any) -> str:
    table, _key, column = place
    if column is None:
        return _("not there") if value is None else _("there")
    return value_words(assessment, table, column, plain_value(table, column, value), WHOLE)


def _named_value(assessment: Assessment, place: Place, value: Any) -> str:
    table, key, column = place
    part = subject(assessment, table, key)
    if column not in (None, "parent"):
        part = column_noun(str(column))
    return _("{part}: {value}").format(part=part, value=_value(assessment, place, value))


def _weights_title(assessment: Assessment, places: Sequence[Place]) -> str:
    keys = [place[1] for place in places]
    who = _bare(assessment, "perspectives", keys[0][0])
    rows = [assessment.criterion_by_id.get(str(key[1])) for key in keys]
    branches = {None if row is None else row.parent for row in rows}
    if len(branches) != 1 or None in branches:
        return _("Weights of {who}").format(who=who)
    return _("Weights of {who} within {branch}").format(
        who=who, branch=_bare(assessment, "criteria", branches.pop())
    )


def _bare(assessment: Assessment, table: str, row_id: Any) -> str:
    return row_name(assessment, table, row_id).strip("“”")
