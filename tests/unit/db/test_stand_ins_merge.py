"""Whoever merges whom, and again: a copy without names differs from the other in names alone."""

import random
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.document import Document
from db.merge import merge, merged_document
from db.revisions import check_history
from db.share import History, share
from db.store import Store
from tests.strategies import edited, grown

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def stand_in(number, _name):
    return f"Assessor {number}"


def worked_on(document, seed, edits, author, folder):
    """The document after some random edits of somebody's."""
    store, chance, value = Store.create(folder, document), random.Random(seed), document.assessment
    for _ in range(edits):
        after = edited(value, chance)
        if after != value:
            store.commit("Edit", value, after, author=author, when=NOON)
            value = after
    made = store.document()
    store.discard()
    return made


def nameless(assessment):
    rows = tuple(msgspec.structs.replace(row, name="x") for row in assessment.perspectives)
    return msgspec.structs.replace(assessment, perspectives=rows)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**30), st.sampled_from([History.ANONYMOUS, History.NONE]), st.data())
def test_copies_with_and_without_names_merge_and_merge_again(seed, history, data):
    few = st.integers(0, 4)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        start = Document(assessment=grown(seed, 3))
        base = worked_on(start, seed, data.draw(few), "Ana", place)
        mine = worked_on(base, seed + 1, data.draw(few), "Ana", place)
        theirs = worked_on(share(base, history, stand_in), seed + 2, data.draw(few), "Wei", place)
    home, away = merge(mine, theirs), merge(theirs, mine)
    assert nameless(home.assessment) == nameless(away.assessment)

    at_home = merged_document(mine, home, author="Ana", when=NOON, label="Merge")
    abroad = merged_document(theirs, away, author="Wei", when=NOON, label="Merge")
    check_history(at_home)
    check_history(abroad)
    assert merge(at_home, abroad).assessment == home.assessment
    assert merge(abroad, at_home).assessment == away.assessment
