"""What may be said after `--perspective`."""

import pytest

from app.cli.failure import Failure
from app.cli.perspective import find_perspective
from db.model import Assessment, Decision, Perspective, new_id

MINE = "Kq-7dR_x0aBcDeFgHiJkLm"
ASSESSMENT = Assessment(
    decision=Decision(id="d", title="D"),
    perspectives=(
        Perspective(id=MINE, name="Policy desk"),
        Perspective(id="russia", name="Russia"),
        Perspective(id="other", name=f"{MINE} and others"),
    ),
)


@pytest.mark.parametrize("said", [MINE, "Policy desk", "policy DESK", "pol"])
def test_an_id_a_name_or_its_beginning_stands_for_the_perspective(said):
    assert find_perspective(ASSESSMENT, said) == MINE


@pytest.mark.parametrize("said", ["russia", "RUSSIA"])
def test_a_perspective_whose_name_is_its_id_is_one(said):
    assert find_perspective(ASSESSMENT, said) == "russia"


def test_every_new_id_can_be_said():
    for row_id in (new_id() for _ in range(50)):
        one = Assessment(
            decision=ASSESSMENT.decision, perspectives=(Perspective(id=row_id, name="–"),)
        )
        assert find_perspective(one, row_id) == row_id


@pytest.mark.parametrize(("said", "reason"), [("", "several"), ("x", "not a perspective")])
def test_what_stands_for_none_or_for_several_is_refused(said, reason):
    with pytest.raises(Failure, match=reason):
        find_perspective(ASSESSMENT, said)
