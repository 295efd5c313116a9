"""Undo and redo do the same whether the window was closed, killed or the file sent in between."""

from tests.reliability.sequences import live_through


def test_random_sequences_agree_with_a_plain_model(tmp_path):
    assert live_through(tmp_path, sequences=30, seed=20261122) == []
