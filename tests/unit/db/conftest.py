"""A small assessment, and times and authors to commit it with."""

from datetime import UTC, datetime

import pytest

from db.model import Assessment
from tests.strategies import grown


@pytest.fixture
def small() -> Assessment:
    """Four rows in every ordered table."""
    return grown(seed=7, size=4)


@pytest.fixture(scope="session")
def commit():
    """Commits a value to a store as Rosa, at noon."""

    def commit_to(store, before, after, label="An edit", author="Rosa", **options):
        when = datetime(2026, 11, 22, 12, tzinfo=UTC)
        return store.commit(label, before, after, author=author, when=when, **options)

    return commit_to
