"""The change ledger: one sentence for each row that two states do not share."""

from typing import Any

from app.wording.language import _, ngettext
from app.wording.lists import series
from app.wording.numbers import score
from db.model import Assessment, Row, Score

from .nouns import column_noun, table_noun
from .rows import RowChange, changed_rows, owner_gone, reordered_tables
from .values import SHORT, quoted, subject, value_words
from .weights import weight_sentences

RANGE = ("low", "likely", "high")


def change_sentences(before: Assessment, after: Assessment) -> tuple[str, ...]:
    """What was changed between two states, the most telling tables as the assessment has them.

    Rows that went because what they belong to went are counted there and not told one by one.
    """
    changes = list(changed_rows(before, after))
    followers = [change for change in changes if owner_gone(change, after)]
    dropped = frozenset((c.table.name, c.key) for c in followers)
    said: list[str] = []
    for change in changes:
        if (change.table.name, change.key) in dropped or change.table.name == "weights":
            continue
        said.append(_sentence(before, after, change))
    said.extend(weight_sentences(before, after))
    said.extend(
        _("{noun}: the order was changed.").format(noun=table_noun(table))
        for table in reordered_tables(before, after)
    )
    if followers:
        said.append(
            ngettext(
                "{count} entry went with what it belonged to.",
                "{count} entries went with what they belonged to.",
                len(followers),
            ).format(count=len(followers))
        )
    return tuple(said)


def range_words(row: Score | None) -> str:
    """A score with its range: “54 (44–64)”."""
    if row is None or row.likely is None:
        return _("not judged")
    if row.low is None and row.high is None:
        return score(row.likely)
    low = row.likely if row.low is None else row.low
    high = row.likely if row.high is None else row.high
    return _("{likely} ({low}–{high})").format(
        likely=score(row.likely), low=score(low), high=score(high)
    )


def _sentence(before: Assessment, after: Assessment, change: RowChange) -> str:
    table, key = change.table.name, change.key
    if isinstance(change.before or change.after, Score):
        return _score_sentence(before, after, change)
    if change.before is None:
        return _("{subject} was added.").format(subject=subject(after, table, key))
    if change.after is None:
        return _("{subject} was removed.").format(subject=subject(before, table, key))
    phrases = [_phrase(before, after, change, column) for column in change.columns]
    return _("{subject}: {changes}.").format(
        subject=subject(before, table, key), changes=series(phrases)
    )


def _score_sentence(before: Assessment, after: Assessment, change: RowChange) -> str:
    old = change.before if isinstance(change.before, Score) else None
    new = change.after if isinstance(change.after, Score) else None
    named = subject(after if new is not None else before, "scores", change.key)
    if old is None:
        return _("{subject}: judged at {score}.").format(subject=named, score=range_words(new))
    if new is None:
        return _("{subject}: no longer judged (was {score}).").format(
            subject=named, score=range_words(old)
        )
    phrases = []
    if any(column in RANGE for column in change.columns):
        phrases.append(_("{now} → {to}").format(now=range_words(old), to=range_words(new)))
    phrases += [
        _phrase(before, after, change, column) for column in change.columns if column not in RANGE
    ]
    return _("{subject}: {changes}.").format(subject=named, changes=series(phrases))


def _phrase(before: Assessment, after: Assessment, change: RowChange, column: str) -> str:
    old, new = _value(change.before, column), _value(change.after, column)
    noun = column_noun(column)
    if column == "name":
        return _("renamed {name}").format(name=quoted(str(new)))
    if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > SHORT:
        if not old:
            return _("{part} written").format(part=noun)
        if not new:
            return _("{part} removed").format(part=noun)
        if len(new) <= SHORT:
            return _("{part} now {text}").format(part=noun, text=quoted(new))
        return _("{part} rewritten").format(part=noun)
    return _exchange(before, after, change, column)


def _exchange(before: Assessment, after: Assessment, change: RowChange, column: str) -> str:
    """What a short value was and is, or that there is one or none."""
    old, new = _value(change.before, column), _value(change.after, column)
    table, noun = change.table.name, column_noun(column)
    was = value_words(before, table, column, old)
    now = value_words(after, table, column, new)
    if old in (None, ""):
        return _("{part} now {text}").format(part=noun, text=now)
    if new in (None, ""):
        return _("{part} removed (was {old})").format(part=noun, old=was)
    return _("{part} {old} → {new}").format(part=noun, old=was, new=now)


def _value(row: Row | None, column: str) -> Any:
    return getattr(row, column)
