"""A file of an earlier time survives the program that takes it over."""

import sys

import pytest

from tests.reliability.taking_over import kill_while_taking_over


@pytest.mark.skipif(sys.platform == "win32", reason="forks its programs")
def test_a_kill_while_a_file_is_taken_over_leaves_it_whole(tmp_path):
    outcome = kill_while_taking_over(tmp_path, kills=15, seed=20261122)
    assert outcome.troubles == []
    assert 0 < outcome.finished < 15, "all of them died, or none: the test shows nothing"
