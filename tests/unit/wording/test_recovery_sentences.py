"""An officer is told all that a recovered assessment lacks, and that single words may be wrong."""

from dataclasses import dataclass

from app.wording.recovery import recovery_sentences


@dataclass
class Lost:
    table: str
    kept: int = 3
    left_out: int = 0
    names: tuple[str, ...] = ()
    released: int = 0
    unread: int = 0
    reordered: bool = False


def test_one_is_told_what_the_checksums_vouch_for():
    for losses in ((), (Lost("options", unread=1),)):
        assert "exactly what was written" in recovery_sentences(losses)[-1]


def test_one_is_told_what_may_be_other_than_it_was():
    last = recovery_sentences((), ("options", "decision"))[-1]
    assert "do not vouch for these: Option and Decision." in last
    assert "before you rely on them" in last


def test_what_was_left_out_is_named():
    loss = Lost("options", left_out=7, names=("Talk", "Hold", "c", "d", "e", "f"))
    (said, *_) = recovery_sentences([loss])
    assert said.startswith("Option: 7 were damaged")
    assert "“Talk”" in said
    assert "1 more" in said


def test_every_kind_of_loss_is_told():
    loss = Lost("criteria", left_out=1, released=2, unread=1, reordered=True)
    said = recovery_sentences([loss])
    assert len(said) == 4 + 2


def test_a_lost_decision_is_told_with_its_marking():
    said = recovery_sentences([Lost("decision", kept=0)])
    assert "marking is the strictest" in said[0]
    assert "Brief" in recovery_sentences([Lost("brief", kept=0)])[0]
