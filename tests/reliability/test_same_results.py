"""Saving, opening, merging and another SQLite change no digit of a ranking."""

from tests.reliability.same_results import compare_results


def test_a_ranking_is_the_same_by_every_way(tmp_path):
    outcome = compare_results(tmp_path, number=12, seed=20261122)
    assert outcome.troubles == []
    assert outcome.rankings > 4, "hardly anything could be ranked: the test shows nothing"
    assert outcome.ways == 72
