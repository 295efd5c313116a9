"""A sealed file that was damaged, cut or made to burst is never opened."""

from tests.reliability.flips import flip_bits_often


def test_no_damage_opens_a_sealed_file():
    outcome = flip_bits_often(number=300, seed=20261122)
    assert outcome.troubles == []
    assert outcome.tries > 350
    assert outcome.accepted == 0
    assert outcome.slowest < 2
