"""Officers who mail copies around lose nothing, whoever merges first, whatever clocks say."""

from tests.reliability.officers import live_through


def test_random_histories_of_three_officers_lose_nothing():
    outcome = live_through(histories=40, seed=20261122)
    assert outcome.troubles == {}
    assert outcome.merges > 50
    assert outcome.conflicts > 5, "hardly anybody disagreed: the test shows nothing"
