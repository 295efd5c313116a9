"""A second program is told, and nothing that a dead one left keeps anybody out for long."""

import sys

import pytest

from tests.reliability.seats import take_seats


@pytest.mark.skipif(sys.platform == "win32", reason="forks its programs")
def test_locks_hold_while_somebody_lives_and_no_longer_whatever_the_clock_says(tmp_path):
    outcome = take_seats(tmp_path, programs=2)
    assert outcome.troubles == []
    assert outcome.cases == 11
