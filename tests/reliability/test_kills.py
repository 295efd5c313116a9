"""A process may be killed at any moment: nothing that was acknowledged is lost."""

import sys

import pytest

from tests.reliability.kills import kill_often

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks its writers")


def test_fifty_kills_lose_no_edit_and_tear_no_file(tmp_path):
    outcome = kill_often(tmp_path, kills=50, seed=20261122)
    assert outcome.troubles == []
    assert outcome.kills == 50
    assert outcome.acknowledged > 100, "the writer hardly got to work: the test shows nothing"
    assert outcome.published > 10, "hardly anything was published: the test shows nothing"
