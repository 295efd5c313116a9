"""A small assessment, and what two officers may do to their copies of it."""

from datetime import UTC, datetime

import msgspec

from db.merge import merge, merged_document
from db.model import (
    Assessment,
    Criterion,
    Decision,
    Option,
    Perspective,
    Score,
    Weight,
    check,
)
from db.model.rows import put, without

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
replace = msgspec.structs.replace

BASE = Assessment(
    decision=Decision(id="D", title="Case", assessor="rosa", marking="TLP:GREEN"),
    options=tuple(Option(id=code, name=code) for code in ("NR", "RE", "CM")),
    criteria=(
        Criterion(id="sec", name="Security"),
        Criterion(id="law", name="Law"),
        Criterion(id="aid", name="Aid"),
        Criterion(id="top", name="Top"),
        Criterion(id="low", name="Low", parent="top"),
    ),
    perspectives=(Perspective(id="rosa", name="Rosa"), Perspective(id="wei", name="Wei")),
    scores=(
        Score(assessor="rosa", option="NR", criterion="law", likely=30.0),
        Score(assessor="rosa", option="NR", criterion="sec", likely=30.0),
        Score(assessor="rosa", option="RE", criterion="sec", likely=50.0),
    ),
    weights=tuple(
        Weight(perspective="rosa", criterion=code, swing=50.0) for code in ("aid", "law", "sec")
    ),
)


def scored(option, criterion, assessor="rosa", **numbers):
    def edit(value):
        key = (assessor, option, criterion)
        old = value.score_by_key.get(key)
        row = old or Score(assessor=assessor, option=option, criterion=criterion)
        return replace(value, scores=put(value.scores, replace(row, **numbers)))

    return edit


def weighed(criterion, swing):
    def edit(value):
        row = Weight(perspective="rosa", criterion=criterion, swing=swing)
        return replace(value, weights=put(value.weights, row))

    return edit


def changed(table, row_id, **fields):
    def edit(value):
        rows = tuple(
            replace(row, **fields) if row.id == row_id else row for row in getattr(value, table)
        )
        return replace(value, **{table: rows})

    return edit


def removed(table, row_id):
    return lambda value: without(value, table, [row_id])


def marked(marking):
    return lambda value: replace(value, decision=replace(value.decision, marking=marking))


def ordered(*ids):
    return lambda value: replace(value, options=tuple(value.option_by_id[i] for i in ids))


def likely(value, option="NR", criterion="sec", assessor="rosa"):
    return value.score_by_key[assessor, option, criterion].likely


def both_ways(rosa, wei):
    """The merge, after making sure that it is the same from either side."""
    ours, back = merge(rosa, wei), merge(wei, rosa)
    assert ours.assessment == back.assessment
    assert {c.places for c in ours.conflicts} == {c.places for c in back.conflicts}
    assert ours.notes == back.notes
    check(ours.assessment)
    return ours


def bare(value):
    """Without weights, so that criteria may become branches."""
    return replace(value, weights=())


def joined(document, merged, decisions=()):
    return merged_document(
        document, merged, author="Rosa", when=NOON, label="Merge", decisions=decisions
    )


def with_option(row_id):
    return lambda v: replace(v, options=(*v.options, Option(id=row_id, name=row_id)))


def weighed_below(criterion, swing):
    row = Weight(perspective="rosa", criterion=criterion, swing=swing)
    return lambda value: replace(value, weights=put(value.weights, row))
