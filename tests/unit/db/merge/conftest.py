"""Two copies of one document at two officers’ desks."""

import pytest

from db.document import Document
from db.model import (
    check,
)
from db.store import Store
from tests.unit.db.merge.scripts import BASE, NOON


@pytest.fixture
def desk(tmp_path):
    """Opens copies of a document and edits them; every copy is a sitting of its own."""
    stores = []

    def open_copy(document, author, *edits):
        store = Store.create(tmp_path, document)
        stores.append(store)
        for edit in edits:
            before = store.document().assessment
            after = edit(before)
            check(after)
            store.commit("Edit", before, after, author=author, when=NOON)
        return store.document()

    yield open_copy
    for store in stores:
        store.discard()


@pytest.fixture
def two(desk):
    """The two copies that Rosa and Wei make of one document."""

    def make(rosas, weis):
        start = Document(assessment=BASE)
        return desk(start, "Rosa", *rosas), desk(start, "Wei", *weis)

    return make
