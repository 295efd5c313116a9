"""A damaged file is refused; it is never read as something that nobody wrote."""

from tests.reliability.mutants import try_mutants


def test_mutants_are_refused_or_harmless():
    outcome = try_mutants(number=800, seed=20261122)
    assert outcome.troubles == []
    assert outcome.refused > 400
    assert outcome.refused + outcome.harmless == 800
