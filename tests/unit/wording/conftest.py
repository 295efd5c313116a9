"""What the tests of the wording begin with."""

import pytest

from tests.cases import small_case


@pytest.fixture
def case():
    """Return a small assessment with readable keys."""
    return small_case()
