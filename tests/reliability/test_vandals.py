"""Whatever becomes of the published file, nobody's is covered and no edit is lost."""

import sys

import pytest

from tests.reliability.vandals import ACTS, act_once_each


@pytest.mark.skipif(sys.platform == "win32", reason="there nobody moves a folder in use")
def test_after_each_act_nothing_is_covered_and_the_work_can_be_saved_elsewhere(tmp_path):
    outcome = act_once_each(tmp_path)
    assert outcome.troubles == []
    assert outcome.acts == outcome.refused == len(ACTS)
