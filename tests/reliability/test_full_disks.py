"""A full disk refuses an edit or a publication in a sentence, and nothing else happens."""

import sys

import pytest

from tests.reliability.full_disks import fill_disks


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small disk")
def test_a_disk_that_is_full_loses_nothing(tmp_path):
    outcome = fill_disks(tmp_path, steps=6)
    if outcome is None:
        pytest.skip("no disk can be mounted here")
    assert outcome.troubles == []
    assert outcome.steps == 6
    assert outcome.refused_edits > 0
    assert outcome.refused_publishes > 0
