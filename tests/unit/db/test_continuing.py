"""One more edit put into a document."""

from datetime import UTC, datetime

from hypothesis import given

from db.continuing import continued
from db.document import Document
from db.revisions import check_history, state_at
from tests.strategies import pairs

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@given(pairs())
def test_the_document_holds_what_came_and_what_was(pair):
    before, after = pair
    document = Document(assessment=before)
    later = continued(document, after, author="Rosa", when=NOON, label="Edited")
    check_history(later)
    assert later.assessment == after
    if after == before:
        assert later is document
        return
    assert state_at(later, 0) == before
    again = continued(later, before, author="Ali", when=NOON, label="Back")
    check_history(again)
    assert again.assessment == before
    assert state_at(again, 1) == after
    assert [row.author for row in again.sessions] == ["Rosa", "Ali"]
