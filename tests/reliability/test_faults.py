"""Whatever the system refuses, the file stays whole and the officer is told the cause."""

import errno
import sys

import pytest

from tests.reliability.faults import fail_everywhere


@pytest.mark.skipif(sys.platform == "win32", reason="forks its publishers")
def test_every_failing_call_leaves_the_old_file_or_the_new_one_and_is_told(tmp_path):
    outcome = fail_everywhere(tmp_path, numbers=(errno.ENOSPC,))
    assert outcome.troubles == []
    assert outcome.failures > 25, "hardly a call failed: the test shows nothing"
    assert outcome.told > 15
