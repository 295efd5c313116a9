"""A sentence ends with one full stop, whatever it ends with."""

import pytest

from app.wording.stops import with_one_stop


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("A leads, 3 ahead of Oil etc.. It is close.", "A leads, 3 ahead of Oil etc. It is close."),
        ("Ahead of B.", "Ahead of B."),
        ("Ahead of wait ... and see.", "Ahead of wait ... and see."),
    ],
)
def test_a_name_with_a_full_stop_brings_no_second_one(said, meant):
    assert with_one_stop(said) == meant
