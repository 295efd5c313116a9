"""Two copies that together hold too much are not merged, and it is said why."""

from datetime import UTC, datetime

import msgspec
import pytest

from db.document import Document
from db.errors import MergeRefused
from db.merge import merge
from db.model import Assessment, Criterion, Decision, Option
from db.model.bounds import DEEPEST
from db.store import Store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
BASE = Assessment(
    decision=Decision(id="D", title="Case"),
    options=(Option(id="a", name="A"),),
    criteria=tuple(
        Criterion(id=f"{branch}{at}", name="Link", parent=f"{branch}{at - 1}" if at else None)
        for branch in "pq"
        for at in range(DEEPEST - 5)
    ),
)


@pytest.fixture
def edited(tmp_path):
    """Gives a copy of the base with other rows in some tables."""

    def edit(author, **tables):
        store = Store.create(tmp_path, Document(assessment=BASE))
        after = msgspec.structs.replace(BASE, **tables)
        store.commit("Edit", BASE, after, author=author, when=NOON)
        document = store.document()
        store.discard()
        return document

    return edit


def with_option(row_id):
    return (*BASE.options, Option(id=row_id, name=row_id))


def test_options_of_two_officers_for_which_there_is_no_room(edited, monkeypatch):
    mine, theirs = edited("Rosa", options=with_option("b")), edited("Wei", options=with_option("c"))
    assert len(merge(mine, theirs).assessment.options) == 3
    most = {"options": 2}
    monkeypatch.setattr("db.model.bounds.most_rows", lambda: most)
    with pytest.raises(MergeRefused, match="3 rows of “options”; 2 are the most"):
        merge(mine, theirs)


def test_branches_that_come_to_stand_too_deep_together(edited):
    def moved(row_id, parent):
        return tuple(
            msgspec.structs.replace(row, parent=parent) if row.id == row_id else row
            for row in BASE.criteria
        )

    mine = edited("Rosa", criteria=moved("q8", "p10"))
    theirs = edited("Wei", criteria=moved("p0", "q4"))
    with pytest.raises(MergeRefused, match="levels deep"):
        merge(mine, theirs)
